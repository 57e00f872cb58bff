import { announcementsOf } from "./announcement.ts";
import type { Announcement, Block, BlockLine, Container } from "./block.ts";
import { indentOf, isVerbatim } from "./block.ts";
import { cleanLine } from "./clean-line.ts";
import { takenApart } from "./interleaved.ts";
import { limits } from "../limits.ts";
import { readLinePrefix } from "./line-prefix.ts";
import type { Region } from "./regions.ts";
import { sharedPrefix } from "./shared-prefix.ts";
import { unfoldEscapes } from "./unfold-escapes.ts";
import { unfoldTrace } from "./unfold-trace.ts";
import { unwrapped } from "./unwrapped.ts";

/**
 * Cuts the issue into blocks: each fence is one, the title is one, and so is each run of lines
 * between fences and headings (a trace outside fences is torn into paragraphs, code and HTML by
 * Markdown). Within a block each writer (`[rank0]:`) gets its own. `before` is how many lines stand in
 * front of the given ones.
 */
export function blocksOf(
  lines: readonly string[],
  regions: readonly Region[],
  before: number,
): Block[] {
  const blocks: Block[] = [];
  const announced = announcementsOf(lines, regions);
  let first = 0;
  for (let index = 1; index <= lines.length; index += 1) {
    if (index < lines.length && belongTogether(regions[index - 1], regions[index])) continue;
    const span = { first, end: index, announced, before };
    const own = dedented(withoutSharedMark(blockLines(lines, regions, span)));
    blocks.push(...byWriter(unwrapped(withoutSharedPrefix(own))));
    first = index;
  }
  return blocks;
}

/** Containers of which each is a block of its own. */
const alone: ReadonlySet<Container> = new Set<Container>(["title", "heading", "comment"]);

function belongTogether(before: Region | undefined, after: Region | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (alone.has(before.container) || alone.has(after.container)) return false;
  return before.fence === after.fence;
}

/** The lines of one block, from the index `first` up to `end`. */
interface Span {
  first: number;
  end: number;
  announced: readonly (Announcement | null)[];
  /** Lines that stand in front of the first of all. */
  before: number;
}

function blockLines(lines: readonly string[], regions: readonly Region[], span: Span): BlockLine[] {
  const cleaned: BlockLine[] = [];
  for (let index = span.first; index < span.end; index += 1) {
    const region = regions[index];
    if (region === undefined || region.container === "comment") continue;
    const written = withoutQuotes(lines[index] ?? "", region.quotes);
    for (const text of unfold(outdented(written, region.indent), region.container)) {
      cleaned.push({
        line: span.before + index + 1,
        text: cleanLine(text, region.container),
        container: region.container,
        stamp: null,
        announced: span.announced[index] ?? null,
      });
      if (cleaned.length >= limits.lines * 2) return cleaned;
    }
  }
  return cleaned;
}

/** Takes off the blanks by which a fence is indented. */
function outdented(line: string, columns: number): string {
  let at = 0;
  while (at < columns && line[at] === " ") at += 1;
  return line.slice(at);
}

/**
 * The lines that one line shows: line ends that were escaped, those that HTML writes as tags, and those
 * of a traceback that were lost.
 */
function unfold(text: string, container: Container): string[] {
  if (!/<|\\n|Traceback/.test(text)) return [text];
  const shown = container === "fence" ? [text] : splitAtTags(text);
  return shown.flatMap(unfoldEscapes).flatMap(unfoldTrace);
}

function splitAtTags(text: string): string[] {
  if (!/<(?:br|pre)\b/i.test(text)) return [text];
  const shown = text.split(/<br\s*\/?>|<pre>/i).filter((part) => part.trim() !== "");
  return shown.length === 0 ? [""] : shown;
}

function withoutQuotes(line: string, depth: number): string {
  let text = line;
  for (let level = 0; level < depth; level += 1) {
    const body = text.trimStart();
    if (!body.startsWith(">")) break;
    text = body.slice(body[1] === " " ? 2 : 1);
  }
  return text;
}

/** Takes off the mark (`! `, `| `, `> `) with which every line of a fence begins, as some loggers print them. */
function withoutSharedMark(lines: readonly BlockLine[]): readonly BlockLine[] {
  const filled = lines.filter(({ text }) => text !== "");
  const [mark] = /^(?:[!|>│;]|#(?!\d)) ?/.exec(filled[0]?.text ?? "") ?? [];
  if (mark === undefined || filled.length < 3 || filled[0]?.container !== "fence") return lines;
  const bare = mark.trimEnd();
  if (!filled.every(({ text }) => text.startsWith(mark) || text === bare)) return lines;
  return lines.map((line) => ({ ...line, text: line.text.slice(mark.length) }));
}

/** Takes off the blanks with which every line of a fence begins. */
function dedented(lines: readonly BlockLine[]): readonly BlockLine[] {
  if (lines[0]?.container !== "fence") return lines;
  const filled = lines.filter(({ text }) => text !== "");
  const columns = filled.reduce((least, { text }) => Math.min(least, indentOf(text)), 80);
  return columns === 0 ? lines : lines.map((line) => ({ ...line, text: line.text.slice(columns) }));
}

/** Strips each line's prefix and takes the writers apart; lines keep their order. */
function byWriter(lines: readonly BlockLine[]): Block[] {
  const blocks = new Map<string, Block>();
  for (const line of lines) {
    const prefix = readLinePrefix(line.text);
    const block = blocks.get(prefix.writer) ?? { lines: [], prefix: prefix.writer };
    blocks.set(prefix.writer, block);
    const { length, stamp } = prefix;
    block.lines.push(length === 0 ? line : { ...line, text: line.text.slice(length), stamp });
  }
  return [...blocks.values()].flatMap(({ lines: own, prefix }) =>
    takenApart(withoutSharedPrefix(own)).map((part) => ({ lines: part, prefix })),
  );
}

/** Takes off what all lines of a program's output have in front. */
function withoutSharedPrefix(lines: readonly BlockLine[]): BlockLine[] {
  const own = lines.filter(isVerbatim);
  const lengths = sharedPrefix(own.map(({ text }) => text));
  if (lengths === null) return [...lines];
  const texts = new Map(own.map((line, index) => [line, line.text.slice(lengths[index])]));
  return lines.map((line) => ({ ...line, text: texts.get(line) ?? line.text }));
}
