import type { ErrorReport } from "./error-report.ts";
import type { ProseLine } from "./extraction.ts";
import type { Region } from "./text/regions.ts";

/**
 * The reporter's own words: title, paragraphs and list items outside reports, without what a
 * template asks. A sentence that quotes an error counts as theirs.
 */
export function proseOf(
  lines: readonly string[],
  regions: readonly Region[],
  reports: readonly ErrorReport[],
): ProseLine[] {
  const taken = reportedLines(reports.filter(({ kind }) => kind !== "inline"));
  return lines.flatMap((written, index) => {
    const region = regions[index];
    const line = index + 1;
    const isOwn =
      region?.container === "title" || (region?.container === "prose" && !taken.has(line));
    const text = written.trim();
    return isOwn && text !== "" && !isTemplate(text) ? [{ line, text }] : [];
  });
}

/** 1-based lines inside the span of a report. */
export function reportedLines(reports: readonly ErrorReport[]): Set<number> {
  const taken = new Set<number>();
  for (const { firstLine, lastLine } of reports) {
    for (let line = firstLine; line <= lastLine; line += 1) taken.add(line);
  }
  return taken;
}

/** What issue forms and templates print whatever the reporter says. */
function isTemplate(text: string): boolean {
  return (
    text === "_No response_" ||
    /^[-*+] \[[ xX]\] /.test(text) ||
    /^\*\*[^*]{1,80}\*\*:?$/.test(text) ||
    text.startsWith("<!--")
  );
}
