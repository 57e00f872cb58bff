import type { BlockLine } from "../text/block.ts";

/** Consecutive lines that a tool begins with a mark of its own (`npm ERR! `), without it. */
export interface MarkedRun {
  lines: BlockLine[];
  /** Index of the first line behind the run. */
  next: number;
}

/**
 * Reads the run that begins at `lines[at]`; `unmark` gives a line's text behind the mark, `null` for
 * one without it. Blank lines may stand in between.
 */
export function markedRun(
  lines: readonly BlockLine[],
  at: number,
  unmark: (text: string) => string | null,
): MarkedRun {
  const run: MarkedRun = { lines: [], next: at };
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const text = unmark(line.text);
    if (text === null && line.text.trim() !== "") break;
    run.lines.push({ ...line, text: text ?? "" });
    if (text !== null) run.next = index + 1;
  }
  return { lines: run.lines.slice(0, run.next - at), next: run.next };
}
