import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import { codeSpans } from "../text/code-spans.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Errors of TypeScript's and Angular's compilers: `a.ts(1,2): error TS2304: x`, `a.ts:1:2 - error
 * TS2304: x`, `error TS5023: x`, and Deno's `TS2304 [ERROR]: x`. The lines that explain it are
 * indented below it, then the source may follow.
 */
export const tsc: Family = {
  name: "tsc",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !/(?:error (?:TS|NG)|TS\d{1,6} \[ERROR\])/.test(line.text))
      return null;
    const found = readDiagnostic(line);
    // Code and words that only name such an error are nobody else's business.
    if (found === null) return { draft: null, next: at + 1 };
    const { draft } = singleLineReading(lines, at, {
      ...found,
      kind: line.container === "title" ? "inline" : "compiler",
      language: "javascript",
    });
    const details = isVerbatim(line) ? detailsBelow(lines, at) : [];
    const next = behindSource(lines, at + 1 + details.length);
    const fullMessage = [found.message, ...details].join("\n").slice(0, limits.fullMessage);
    const lastLine = lines[next - 1]?.line ?? line.line;
    return { draft: draft && { ...draft, fullMessage, lastLine }, next };
  },
};

interface Diagnostic {
  type: string;
  message: string;
}

function readDiagnostic(line: BlockLine): Diagnostic | null {
  if (isVerbatim(line)) return readTscLine(line.text);
  const quoted = codeSpans(line.text).map(readTscLine);
  const told = line.text.replace(said, "").replace(/^[\s>*`-]+/, "");
  return quoted.find((found) => found !== null) ?? readTscLine(told);
}

/** A sentence's words in front of the error that it quotes. */
const said =
  /^.{0,300}?(?:\b(?:gets?|getting|got|gives?|giving|with|throws?|following|reports?)|[:：])(?: an?| the| this)? (?=error (?:TS|NG)-?\d)/i;

/** Reads one line of a compiler's output. */
export function readTscLine(text: string): Diagnostic | null {
  const deno = /^\s*(?:error: )?(TS\d{1,6}) \[ERROR\]: (\S.*)$/.exec(text);
  if (deno !== null) return { type: deno[1] ?? "", message: deno[2] ?? "" };
  const at = text.search(/\berror (?:TS|NG)-?\d{1,7}: /);
  const found = at < 0 ? null : /^error ((?:TS|NG)-?\d{1,7}): (\S.*)$/.exec(text.slice(at));
  if (found === null || !isPlace(text.slice(0, at))) return null;
  return { type: found[1] ?? "", message: (found[2] ?? "").trim() };
}

/** Nothing, or a file and place; Angular, webpack and ts-node put a word in front of it. */
function isPlace(before: string): boolean {
  if (before.trim() === "") return true;
  const place = before.trim().replace(/: (?:semantic|syntax)$|[ ]?[-:]$/, "");
  if (/^(?:Error|ERROR|\[tsl\] ERROR|❌)$/.test(place)) return true;
  return (place.endsWith(")") || /:\d{1,9}$/.test(place)) && !/["'`=;{}]/.test(place);
}

/** The lines that go into what the first one says, each deeper than the one it explains. */
function detailsBelow(lines: readonly BlockLine[], at: number): string[] {
  const indent = indentOf(lines[at]?.text ?? "");
  const details: string[] = [];
  for (const { text } of lines.slice(at + 1, at + 1 + limits.messageLines)) {
    // Angular numbers what could be done.
    const isDeeper = indentOf(text) > indent || /^\d{1,2}\. \S/.test(text);
    if (text === "" || !isDeeper || text.trimStart().startsWith("~")) break;
    details.push(text.slice(Math.min(indent, indentOf(text))).trimEnd());
  }
  return details;
}

/** Lines of source with their numbers that may follow, with blank lines around them. */
const mostSource = 40;

/** Index behind the source that the pretty form quotes, and the related places it names. */
function behindSource(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let index = from; index < lines.length && index - from < mostSource; index += 1) {
    const text = lines[index]?.text ?? "";
    const below = lines[index + 1]?.text ?? "";
    const isSource = /^\s+\S/.test(text) || (/^\d{1,7}(?: |$)/.test(text) && /^\s+~+$/.test(below));
    if (text !== "" && !isSource) break;
    if (text !== "") next = index + 1;
  }
  return next;
}
