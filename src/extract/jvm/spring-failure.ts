import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Spring Boot's words on why an application did not start: `APPLICATION FAILED TO START`, a
 * description, an action (spring-boot, LoggingFailureAnalysisReporter.java).
 */
export const springFailure: Family = {
  name: "spring failure",
  read(lines, at) {
    if (lines[at]?.text.trim() !== "APPLICATION FAILED TO START") return null;
    const heading = findLine(lines, { from: at + 1, reach: 6 }, "Description:");
    const action =
      heading === null ? null : findLine(lines, { from: heading, reach: 40 }, "Action:");
    if (heading === null) return null;
    const first = behindBlanks(lines, heading + 1);
    const end = action ?? behindParagraph(lines, first);
    const message = lines[first]?.text.trim() ?? "";
    if (message === "") return null;
    const error = errorOver(lines, { at: first, next: end }, { type: null, message });
    const next = action === null ? end : behindParagraph(lines, behindBlanks(lines, action + 1));
    return readingOver(lines, { at, next }, { error, language: "java", kind: "log" });
  },
};

function findLine(
  lines: readonly BlockLine[],
  { from, reach }: { from: number; reach: number },
  heading: string,
): number | null {
  const index = lines.slice(from, from + reach).findIndex(({ text }) => text.trim() === heading);
  return index < 0 ? null : from + index;
}

function behindBlanks(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at - from < 4 && lines[at]?.text.trim() === "") at += 1;
  return at;
}

function behindParagraph(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at < lines.length && at - from < 20 && lines[at]?.text.trim() !== "") at += 1;
  return at;
}
