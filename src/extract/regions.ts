import type { Nodes } from "mdast";
import type { Container } from "./block.ts";
import { limits } from "./limits.ts";
import { parseMarkdown } from "./markdown.ts";

/** What Markdown makes of one line. */
export interface Region {
  container: Container;
  /** Lines of one fence share a number; 0 outside fences. */
  fence: number;
  /** First word behind the opening fence, in lower case; empty elsewhere. */
  info: string;
  /** Depth of block quotes around the line. */
  quotes: number;
}

/**
 * Tells for each line (index 0 is line 1) in which Markdown container it stands. The parser reads a
 * shadow of the text in which long lines are cut and deep nesting is flattened: it is super-linear
 * on both, and neither changes which lines a block spans.
 */
export function regionsOf(lines: readonly string[]): Region[] {
  const regions: Region[] = lines.map(() => ({
    container: "prose",
    fence: 0,
    info: "",
    quotes: 0,
  }));
  const shadow = lines.slice(0, limits.markdownLines).map(shadowLine).join("\n");
  const tree = parseMarkdown(shadow, { containers: "all" });
  let fence = 0;
  for (const { leaf, quotes } of leavesOf(tree, 0)) {
    const container = containerOf(leaf, lines);
    if (container === null || leaf.position === undefined) continue;
    if (container === "fence") fence += 1;
    const region: Region = {
      container,
      fence: container === "fence" ? fence : 0,
      info: leaf.type === "code" ? (leaf.lang ?? "").toLowerCase() : "",
      quotes,
    };
    const { start, end } = leaf.position;
    for (let line = start.line; line <= end.line; line += 1) regions[line - 1] = region;
  }
  markRest(lines, regions, fence);
  markTitle(lines, regions);
  return regions;
}

const shadowLength = 80;
const deepestIndent = 24;
const deepestNesting = 6;

function shadowLine(line: string): string {
  const text = line.trimStart();
  if (line.length - text.length > deepestIndent) return `${" ".repeat(deepestIndent)}x`;
  if (/^(?:[>*+-][ \t]?){7}/.test(text)) return "x".repeat(deepestNesting);
  if (line.length <= shadowLength) return line;
  const ends = ["-->", "</pre>", "</script>", "</style>"].filter((end) => line.includes(end));
  return line.slice(0, shadowLength) + ends.join("");
}

interface Leaf {
  leaf: Nodes;
  quotes: number;
}

/** The blocks that hold lines themselves, in document order, with the depth of quotes around them. */
function leavesOf(node: Nodes, quotes: number): Leaf[] {
  const isContainer = ["root", "blockquote", "list", "listItem"].includes(node.type);
  if (!isContainer || !("children" in node)) return [{ leaf: node, quotes }];
  const depth = quotes + (node.type === "blockquote" ? 1 : 0);
  return node.children.flatMap((child) => leavesOf(child, depth));
}

function containerOf(node: Nodes, lines: readonly string[]): Container | null {
  if (node.type === "heading") return "heading";
  if (node.type === "paragraph") return "prose";
  if (node.type === "html") return isComment(node.value) ? "comment" : "html";
  if (node.type !== "code") return null;
  const line = lines[(node.position?.start.line ?? 0) - 1] ?? "";
  return isFenced(line, node) ? "fence" : "indented";
}

/** A comment that was never closed holds what the reporter wrote behind it. */
function isComment(html: string): boolean {
  return html.startsWith("<!--") && html.includes("-->");
}

function isFenced(line: string, node: Nodes): boolean {
  const start = line.slice((node.position?.start.column ?? 1) - 1).trimStart();
  return start.startsWith("```") || start.startsWith("~~~");
}

/** Lines behind the parser's cap: fences are told apart by their marks, the rest is prose. */
function markRest(lines: readonly string[], regions: Region[], lastFence: number): void {
  const from = limits.markdownLines;
  const before = regions[from - 1];
  let fence = lastFence;
  let isOpen = before?.container === "fence" && !(lines[from - 1] ?? "").trim().startsWith("```");
  for (let index = from; index < lines.length; index += 1) {
    const isMark = (lines[index] ?? "").trimStart().startsWith("```");
    if (isMark && !isOpen) fence += 1;
    if (isMark || isOpen) regions[index] = { container: "fence", fence, info: "", quotes: 0 };
    if (isMark) isOpen = !isOpen;
  }
}

function markTitle(lines: readonly string[], regions: Region[]): void {
  const region = regions[0];
  if (region === undefined || lines[1]?.trim() !== "" || region.container === "fence") return;
  regions[0] = { container: "title", fence: 0, info: "", quotes: 0 };
}
