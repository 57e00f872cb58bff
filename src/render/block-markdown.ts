import { fencedCode, printable } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import { fillCode } from "./placeholders.ts";
import type { Placeholders } from "./placeholders.ts";

/**
 * Markdown of several lines as a known error has it (`how`), made safe: fenced code, list items and
 * text remain; every fence is closed, every line of text is safe as `inlineMarkdown` has it.
 */
export function blockMarkdown(source: string, known: Placeholders): string {
  const written = printable(source).trimEnd().split("\n");
  const lines = written.slice(written.findIndex((line) => line.trim() !== ""));
  const blocks: string[] = [];
  for (let at = 0; at < lines.length;) {
    const fence = openingFence(lines[at] ?? "");
    if (fence === null) {
      blocks.push(textLine(lines[at] ?? "", known));
      at += 1;
      continue;
    }
    const close = closingLine(lines, at + 1, fence.sign);
    const code = lines.slice(at + 1, close).map((line) => withoutIndent(line, fence.indent));
    blocks.push(fencedCode(fillCode(code.join("\n"), known), fence.language));
    at = close + 1;
  }
  return blocks.join("\n");
}

/** Puts every line that is not empty further in, as the content of a list item. */
export function indented(markdown: string, spaces: number): string {
  const margin = " ".repeat(spaces);
  return markdown.replace(/^(?=[^\n])/gm, margin);
}

interface OpeningFence {
  indent: number;
  sign: string;
  language: string;
}

function openingFence(line: string): OpeningFence | null {
  const found = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/.exec(line);
  if (found === null) return null;
  return { indent: found[1]?.length ?? 0, sign: found[2] ?? "", language: found[3] ?? "" };
}

/** Index of the line that closes the fence, or behind the last line. */
function closingLine(lines: string[], from: number, sign: string): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trim();
    if (line.startsWith(sign) && line === sign.charAt(0).repeat(line.length)) return at;
  }
  return lines.length;
}

function withoutIndent(line: string, indent: number): string {
  const margin = line.length - line.trimStart().length;
  return line.slice(Math.min(indent, margin));
}

function textLine(line: string, known: Placeholders): string {
  const item = /^\s*([-*+]|\d{1,2}[.)])\s+(\S.*)$/.exec(line);
  if (item === null) return inlineMarkdown(line, known);
  return `${item[1] ?? "-"} ${inlineMarkdown(item[2] ?? "", known)}`;
}
