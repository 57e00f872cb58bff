import { foldUnits } from "./folded-units.ts";
import type { FoldedUnits } from "./folded-units.ts";
import { visitNeedles } from "./find-needles.ts";
import type { LiteralIndex } from "./literal-index.ts";

/** A line of a text on which an owner may occur. */
export interface NearLine {
  owner: number;
  /** From 0. */
  line: number;
  /** Without the line feed. */
  text: string;
}

/** By owner, and the lines of each from the first on. */
export function nearLines(index: LiteralIndex, text: string): NearLine[] {
  const near: NearLine[] = [];
  const folded = foldUnits(text);
  const note = (owner: number, line: number): unknown =>
    near.push({ owner, line, text: lineOf(text, folded, line) });
  visitNeedles(index, folded, (needle, at) =>
    note(index.needleOwners[needle] ?? 0, lineAt(folded, at)),
  );
  for (const owner of index.unindexed) {
    for (let line = 0; line <= folded.lines; line++) note(owner, line);
  }
  near.sort((left, right) => left.owner - right.owner || left.line - right.line);
  return near.filter(({ owner, line }, at) => {
    const before = near[at - 1];
    return before === undefined || before.owner !== owner || before.line !== line;
  });
}

/** Number of the line that has an offset of the units. */
function lineAt({ lineStarts, lines }: FoldedUnits, at: number): number {
  let from = 0;
  let to = lines;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((lineStarts[middle] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return from;
}

function lineOf(text: string, { lineSources, lines }: FoldedUnits, number: number): string {
  const from = number === 0 ? 0 : lineSources[number - 1];
  const to = number === lines ? text.length : (lineSources[number] ?? 0) - 1;
  return text.slice(from, to);
}
