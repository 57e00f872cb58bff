import type { ErrorReport } from "../../src/extract/error-report.ts";
import { extract } from "../../src/extract/extract.ts";

/** The reports of a text in one line each: `kind type|message first-last`, the primary one marked with `*`. */
export function told(text: string): string[] {
  const { reports, primary } = extract(text);
  return reports.map(({ kind, type, message, firstLine, lastLine }, index) => {
    const mark = index === primary ? "*" : " ";
    return `${mark} ${kind} ${type ?? "-"}|${message} ${firstLine}-${lastLine}`;
  });
}

/** A text whose lines stand in a fence, the first of them on line 2. */
export function fenced(...lines: string[]): string {
  return ["```", ...lines, "```"].join("\n");
}

/** Copies of the reports in which one field is left out. */
export function without(field: keyof ErrorReport, reports: readonly ErrorReport[]): unknown {
  return JSON.parse(
    JSON.stringify(reports, (key, value: unknown) => (key === field ? undefined : value)),
  );
}
