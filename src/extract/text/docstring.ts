import type { BlockLine } from "./block.ts";

/** Lines above an entry in which the heading of its list may stand. */
const longestList = 12;

/** True for a line that a docstring's list of errors holds (`Raises:`, `ValueError: if x is wrong`). */
export function isDocumented(lines: readonly BlockLine[], at: number): boolean {
  for (let above = at - 1; above >= Math.max(0, at - longestList); above -= 1) {
    const text = lines[above]?.text.trim() ?? "";
    if (headings.has(text)) return true;
    if (text === "") return false;
  }
  return false;
}

const headings = new Set(["Raises:", "Raises", "Throws:", "Throws", "Exceptions:", "Errors:"]);
