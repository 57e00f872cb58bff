import type { ErrorReport } from "./error-report.ts";
import type { ProseLine } from "./extraction.ts";
import { reportedLines } from "./prose.ts";
import type { Region } from "./text/regions.ts";

/** The code that the reporter pasted: fenced and indented blocks that no program printed. */
export function codeOf(
  lines: readonly string[],
  regions: readonly Region[],
  reports: readonly ErrorReport[],
): ProseLine[] {
  const taken = reportedLines(reports);
  // Calls without an error tell nothing: what is wrong stands somewhere else in their fence.
  const telling = reports.filter(({ type, message }) => type !== null || message !== "");
  const output = outputFences(regions, reportedLines(telling));
  return lines.flatMap((written, index) => {
    const region = regions[index];
    const line = index + 1;
    if (region === undefined || taken.has(line) || output.has(region.fence)) return [];
    if (region.container !== "fence" && region.container !== "indented") return [];
    const text = written.replace(/^(?:>>> ?|\.\.\. ?|In \[\d+\]: ?)/, "").trimEnd();
    return text.trim() === "" || /^\s*(?:`{3,}|~{3,})/.test(text) ? [] : [{ line, text }];
  });
}

/** Languages in which reporters write programs; a fence marked otherwise is code until it holds a report. */
const programs = new Set([
  "python",
  "py",
  "python3",
  "js",
  "javascript",
  "ts",
  "typescript",
  "java",
  "kotlin",
  "go",
  "rust",
  "c",
  "cpp",
  "c++",
]);

function outputFences(regions: readonly Region[], taken: ReadonlySet<number>): Set<number> {
  const output = new Set<number>();
  for (const [index, region] of regions.entries()) {
    const isOutput = taken.has(index + 1) && !programs.has(region.info);
    if (region.container === "fence" && isOutput) output.add(region.fence);
  }
  return output;
}
