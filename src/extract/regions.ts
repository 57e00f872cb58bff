import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Container } from "./block.ts";
import { limits } from "./limits.ts";

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
  const tree = fromMarkdown(shadow, { extensions: [{ disable: { null: disabledRules } }] });
  const open = mark(tree, { lines, regions, quotes: 0, fence: 0 }).fence;
  markRest(lines, regions, open);
  markTitle(lines, regions);
  return regions;
}

/** Inline rules are of no use here, the others are super-linear; see `shadowLine` for nesting. */
const disabledRules = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "definition",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "setextUnderline",
];

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

interface Marking {
  lines: readonly string[];
  regions: Region[];
  quotes: number;
  /** Number of the last fence marked. */
  fence: number;
}

function mark(node: Nodes, marking: Marking): Marking {
  let last = marking;
  const container = containerOf(node, marking);
  if (container !== null && node.position !== undefined) {
    const isFence = container === "fence";
    last = isFence ? { ...marking, fence: marking.fence + 1 } : marking;
    const region: Region = {
      container,
      fence: isFence ? last.fence : 0,
      info: node.type === "code" ? (node.lang ?? "").toLowerCase() : "",
      quotes: marking.quotes,
    };
    marking.regions.fill(region, node.position.start.line - 1, node.position.end.line);
    return last;
  }
  if (!("children" in node)) return last;
  const quotes = marking.quotes + (node.type === "blockquote" ? 1 : 0);
  for (const child of node.children) {
    const { fence } = mark(child, { ...marking, quotes, fence: last.fence });
    last = { ...marking, fence };
  }
  return last;
}

function containerOf(node: Nodes, { lines, quotes }: Marking): Container | null {
  switch (node.type) {
    case "code":
      return isFenced(lines[(node.position?.start.line ?? 0) - 1] ?? "", node)
        ? "fence"
        : "indented";
    case "html":
      return node.value.startsWith("<!--") && node.value.includes("-->") ? "comment" : "html";
    case "heading":
      return "heading";
    case "paragraph":
      return quotes > 0 ? "prose" : "prose";
    default:
      return null;
  }
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
