import type { ErrorReport } from "./error-report.ts";

/** Index of the report that the issue is about; `null` when there is none. */
export function primaryOf(reports: readonly ErrorReport[], _title: string): number | null {
  return reports.length === 0 ? null : reports.length - 1;
}
