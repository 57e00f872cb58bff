import type { BlockLine } from "../text/block.ts";
import type { Draft, Reading } from "../family.ts";

/** What a family found out about some lines; what it does not say has its usual value. */
export type Findings = Pick<Draft, "type" | "message" | "kind" | "language"> & Partial<Draft>;

/** Lines by their index: the first of a report, and the first behind it. */
export interface LineSpan {
  at: number;
  next: number;
}

/** The reading of a report that stands on the given lines; blank lines at its end are not its own. */
export function spanReading(
  lines: readonly BlockLine[],
  { at, next }: LineSpan,
  findings: Findings,
): Reading {
  const firstLine = lines[at]?.line ?? 1;
  const end = endOfFilled(lines, { at, next });
  const lastLine = lines[end - 1]?.line ?? firstLine;
  return {
    draft: {
      fullMessage: findings.message,
      line: firstLine,
      frames: [],
      causes: [],
      firstLine,
      lastLine,
      ...findings,
    },
    next: Math.max(end, at + 1),
  };
}

/** `next` without the blank lines in front of it. */
function endOfFilled(lines: readonly BlockLine[], { at, next }: LineSpan): number {
  let end = next;
  while (end > at && (lines[end - 1]?.text ?? "").trim() === "") end -= 1;
  return end;
}
