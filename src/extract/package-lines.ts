import type { ErrorReport } from "./error-report.ts";
import type { PackageLine } from "./extraction.ts";
import { limits } from "./limits.ts";

/** Packages of one report whose lines are looked for. */
const mostPackages = 30;

/**
 * Where the issue shows that a report's calls run through a package: the first line of the report
 * with one of its files, or the report's first line where the file was printed in another form.
 */
export function packageLines(
  reports: readonly ErrorReport[],
  lines: readonly string[],
): PackageLine[] {
  return reports.flatMap((report, index) => {
    const shown = lines.slice(report.firstLine - 1, report.lastLine);
    return filesByPackage(report).map(([name, file]) => {
      const at = shown.findIndex((line) => line.slice(0, limits.line).includes(file));
      return { report: index, name, file, line: report.firstLine + Math.max(at, 0) };
    });
  });
}

/** One file a package, of the outermost call. */
function filesByPackage({ frames }: ErrorReport): [string, string][] {
  const files = new Map<string, string>();
  for (const { package: name, file } of frames) {
    if (name !== null && !files.has(name)) files.set(name, file ?? name);
  }
  return [...files].slice(0, mostPackages);
}
