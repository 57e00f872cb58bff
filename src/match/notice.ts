import type { Extraction, ProseLine } from "../extract/extraction.ts";
import type { Subject } from "./subject.ts";

/** Lines of output up to which a reporter quotes a notice, and does not show a log that has it too. */
const mostQuotedLines = 6;

/**
 * Whether an issue is about a text that programs print while all may be well: it stands in the title,
 * or no other error is reported and the reporter quotes it in a sentence or in a few lines.
 */
export function isAboutNotice({ error, report }: Subject, extraction: Extraction): boolean {
  const { reports, prose, code } = extraction;
  if (error.line === 1) return true;
  if (reports.length > (report === null ? 0 : 1)) return false;
  if (prose.some(({ line }) => line === error.line)) return true;
  return linesAround(error.line, code) <= mostQuotedLines;
}

/** The number of lines that follow each other without a gap, and have the given one among them. */
function linesAround(line: number, lines: readonly ProseLine[]): number {
  const numbers = new Set(lines.map((each) => each.line));
  let [first, last] = [line, line];
  while (numbers.has(first - 1)) first -= 1;
  while (numbers.has(last + 1)) last += 1;
  return last - first + 1;
}
