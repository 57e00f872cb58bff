import type { Paragraph, RootContent } from "mdast";
import { parseMarkdown } from "./markdown.ts";
import type { Command } from "./command.ts";
import { parseLabels } from "./label-list.ts";

/** Longest comment that GitHub stores, in characters. */
const bodyLimit = 65_536;
/** Commands read out of one comment; further ones are ignored. */
const commandLimit = 10;

/**
 * Reads the commands out of a comment: `/diagnose ...` at the start of a line of plain text. Code of
 * every kind, quotes, HTML and HTML comments are somebody's words about a command, not a command;
 * other `/verbs` belong to other bots.
 */
export function parseCommands(body: string): Command[] {
  const text = body.slice(0, bodyLimit).replaceAll("\r\n", "\n");
  if (!text.toLowerCase().includes("/diagnose")) return [];
  return parseMarkdown(text)
    .children.flatMap((node) => plainLines(node, text))
    .flatMap((line) => parseLine(line) ?? [])
    .slice(0, commandLimit);
}

/** The lines of a paragraph that begin outside quotes, code spans and HTML comments. */
function plainLines(node: RootContent, text: string): string[] {
  if (node.type !== "paragraph") return [];
  const start = offsetOf(node, "start");
  const paragraph = text.slice(start, offsetOf(node, "end"));
  const lines: string[] = [];
  let offset = 0;
  for (const line of paragraph.split("\n")) {
    // A quote takes the unmarked lines that follow it in the same paragraph (CommonMark 5.1).
    if (line.trimStart().startsWith(">")) return lines;
    if (isCommandLine(line) && isPlainText(node, start + offset)) {
      const before = paragraph.slice(0, offset);
      const inComment = before.lastIndexOf("<!--") > before.lastIndexOf("-->");
      if (!inComment) lines.push(line);
    }
    offset += line.length + 1;
  }
  return lines;
}

function isCommandLine(line: string): boolean {
  const [word = ""] = line.trim().split(/\s/, 1);
  return word.toLowerCase() === "/diagnose";
}

/** Whether the character at `offset` stands in plain text, not in a code span. */
function isPlainText(paragraph: Paragraph, offset: number): boolean {
  return !paragraph.children.some(
    (child) =>
      child.type === "inlineCode" &&
      offsetOf(child, "start") <= offset &&
      offset < offsetOf(child, "end"),
  );
}

function offsetOf(node: RootContent, edge: "start" | "end"): number {
  return node.position?.[edge].offset ?? 0;
}

function parseLine(line: string): Command | null {
  const rest = line.trim().slice("/diagnose".length).trim();
  const [word = ""] = rest.split(/\s/, 1);
  switch (word.toLowerCase()) {
    case "":
      return { verb: "diagnose" };
    case "apply":
      return { verb: "apply", labels: parseLabels(rest.slice(word.length)) };
    case "explain":
      return { verb: "explain" };
    case "help":
      return { verb: "help" };
    default:
      return { verb: "unknown", word: word.slice(0, 40) };
  }
}
