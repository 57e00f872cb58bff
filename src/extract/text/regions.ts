import type { Container } from "./block.ts";
import type { FenceMark } from "./fence.ts";
import { closesFence, fenceMark, fencesComeOutEven } from "./fence.ts";
import type { HtmlBlock } from "./html-block.ts";
import { htmlBlockAt, htmlBlockEnds } from "./html-block.ts";

/** What Markdown makes of one line. */
export interface Region {
  container: Container;
  /** Lines of one fence share a number; 0 outside fences. */
  fence: number;
  /** First word behind the opening fence, in lower case; empty elsewhere. */
  info: string;
  /** Depth of block quotes around the line. */
  quotes: number;
  /** Columns that a fence is indented by (in a list): its lines lose as many blanks. */
  indent: number;
}

/**
 * Tells for each line (index 0 is line 1) in which Markdown container it stands: the block structure
 * of CommonMark (https://spec.commonmark.org/0.31.2/#blocks-and-inlines) in one pass, without what no
 * extractor needs (setext headings, tables), and forgiving where reporters break it: a closing fence
 * that is glued to the last line or missing does not turn the rest of the issue inside out.
 */
export function regionsOf(lines: readonly string[]): Region[] {
  const scan: Scan = {
    lines,
    isEven: fencesComeOutEven(lines),
    lastCommentEnd: lines.findLastIndex((line) => line.includes("-->")),
    fences: 0,
    fence: null,
    html: null,
    list: 0,
    before: "blank",
  };
  const regions = lines.map((line, index) => regionOf(scan, line, index));
  markTitle(lines, regions);
  return regions;
}

/** Where the pass is. */
interface Scan {
  lines: readonly string[];
  isEven: readonly boolean[];
  /** Index of the last line that ends a comment; -1 when none does. */
  lastCommentEnd: number;
  /** Number of the last fence. */
  fences: number;
  /** The open fence. */
  fence: (FenceMark & { region: Region }) | null;
  html: HtmlBlock | null;
  /** Columns by which the open list item's content is indented; 0 outside lists. */
  list: number;
  before: "blank" | "paragraph" | "indented";
}

function regionOf(scan: Scan, line: string, index: number): Region {
  const { depth, body } = unquoted(line, scan.fence?.region.quotes ?? deepestQuotes);
  if (scan.fence !== null && depth >= scan.fence.region.quotes) {
    const inside = insideFence(scan, body, index);
    if (inside !== null) return inside;
  }
  scan.fence = null;
  return outsideFence(scan, { body, depth, index });
}

/** The fence's region, unless a heading shows that its closing mark was forgotten. */
function insideFence(scan: Scan, body: string, index: number): Region | null {
  const { fence } = scan;
  if (fence === null) return null;
  const closes = closesFence(body, fence);
  const isForgotten = closes !== "mark" && scan.isEven[index] === true;
  if (closes === null && isForgotten && /^#{1,6} \S/.test(body) && isBlank(scan.lines[index - 1]))
    return null;
  if (closes === "mark" || (closes === "glued" && isForgotten)) {
    scan.fence = null;
    scan.before = "blank";
  }
  return fence.region;
}

interface OpenLine {
  /** The line without its marks of quotes. */
  body: string;
  depth: number;
  index: number;
}

function outsideFence(scan: Scan, line: OpenLine): Region {
  const { body, depth } = line;
  const text = body.trimStart();
  if (scan.html !== null) return insideHtml(scan, line);
  if (text === "") {
    if (scan.before === "paragraph") scan.before = "blank";
    return plain("prose", depth);
  }
  const indent = columnsOf(body, text);
  const own =
    indent < scan.list && scan.before !== "paragraph" ? endList(scan, indent) : indent - scan.list;
  if (own >= 4 && scan.before !== "paragraph") {
    scan.before = "indented";
    return plain("indented", depth);
  }
  return startingLine(scan, line, text);
}

/** A line that may begin a fence, a heading, HTML or a list item; else it belongs to a paragraph. */
function startingLine(scan: Scan, line: OpenLine, text: string): Region {
  const { depth, index } = line;
  const item = listMark(text);
  const content = item === 0 ? text : text.slice(item).trimStart();
  const mark = fenceMark(content);
  if (item > 0) scan.list = columnsOf(line.body, text) + item;
  if (mark !== null) {
    scan.fences += 1;
    const region: Region = {
      container: "fence",
      fence: scan.fences,
      info: mark.info,
      quotes: depth,
      indent: columnsOf(line.body, text) + item,
    };
    scan.fence = { ...mark, region };
    return region;
  }
  const html = htmlBlockAt(content, { index, lastCommentEnd: scan.lastCommentEnd });
  if (html !== null && !(html.isPlainTag && scan.before === "paragraph")) {
    scan.html = html;
    return insideHtml(scan, line);
  }
  const isHeading = /^#{1,6}(?:\s|$)/.test(content);
  scan.before = isHeading ? "blank" : "paragraph";
  return plain(isHeading ? "heading" : "prose", depth);
}

function insideHtml(scan: Scan, { body, depth }: OpenLine): Region {
  const { html } = scan;
  if (html === null) return plain("html", depth);
  if (htmlBlockEnds(html, body)) scan.html = null;
  scan.before = "blank";
  const isBehind = html.end === null && body.trim() === "";
  return plain(isBehind ? "prose" : html.isComment ? "comment" : "html", depth);
}

/** Leaves the list that a line stands left of; gives the line's own indentation. */
function endList(scan: Scan, indent: number): number {
  scan.list = indent > 0 ? Math.min(scan.list, indent) : 0;
  return indent - scan.list;
}

function plain(container: Container, quotes: number): Region {
  return { container, fence: 0, info: "", quotes, indent: 0 };
}

/** Depth of quotes that is read; deeper marks stay text. */
const deepestQuotes = 6;

/** Takes off up to `most` marks of block quotes. */
function unquoted(line: string, most: number): { depth: number; body: string } {
  let body = line;
  let depth = 0;
  while (depth < most) {
    const text = body.trimStart();
    if (!text.startsWith(">") || body.length - text.length > 3) break;
    body = text.slice(text[1] === " " ? 2 : 1);
    depth += 1;
  }
  return { depth, body };
}

/** Columns of the blanks in front of a text; a tab goes on to the next multiple of four. */
function columnsOf(body: string, text: string): number {
  let columns = 0;
  for (let at = 0; at < body.length - text.length; at += 1)
    columns += body[at] === "\t" ? 4 - (columns % 4) : 1;
  return columns;
}

/** Length of a list item's mark with the blanks behind it; 0 where none stands. */
function listMark(text: string): number {
  return /^(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=\S)|\t| *$)/.exec(text)?.[0].length ?? 0;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

function markTitle(lines: readonly string[], regions: Region[]): void {
  const region = regions[0];
  if (region === undefined || lines[1]?.trim() !== "" || region.container === "fence") return;
  regions[0] = plain("title", 0);
}
