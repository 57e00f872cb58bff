import type { Diagnosis } from "../diagnose.ts";
import { redact } from "../render/redact.ts";

/** A kind of error that issues report and no known error explains. */
export interface MissingError {
  fingerprint: string;
  count: number;
  /** The first of them, as printed. */
  example: string;
  /** Ids of the first issues that report it. */
  issues: (string | number | null)[];
}

/** How far a collection reaches over a set of issues. */
export interface Coverage {
  issues: number;
  with_error: number;
  diagnosed: number;
  /** Known errors named, the most frequent first. */
  known_errors: Record<string, number>;
  /** What to write next: the most frequent errors without an answer. */
  missing: MissingError[];
}

const mostMissing = 20;
const mostIssues = 5;

/** Gathers diagnoses one by one; memory grows with the number of different errors only. */
export interface CoverageCount {
  add: (id: string | number | null, diagnosis: Diagnosis) => void;
  result: () => Coverage;
}

/** Begins to count. */
export function countCoverage(): CoverageCount {
  const total = { issues: 0, with_error: 0, diagnosed: 0 };
  const named = new Map<string, number>();
  const missing = new Map<string, MissingError>();
  return {
    add: (id, { extraction, verdict }) => {
      const { reports, primary } = extraction;
      total.issues += 1;
      if (reports.length > 0) total.with_error += 1;
      if (verdict.kind === "diagnosed") {
        total.diagnosed += 1;
        const [{ knownError }] = verdict.matches;
        named.set(knownError.id, (named.get(knownError.id) ?? 0) + 1);
        return;
      }
      const report = reports[primary ?? -1];
      if (report === undefined) return;
      const { fingerprint, type, message } = report;
      const example = redact(type === null ? message : `${type}: ${message}`).slice(0, 200);
      const entry = missing.get(fingerprint) ?? { fingerprint, count: 0, example, issues: [] };
      entry.count += 1;
      if (entry.issues.length < mostIssues) entry.issues.push(id);
      missing.set(fingerprint, entry);
    },
    result: () => ({
      ...total,
      known_errors: Object.fromEntries([...named].toSorted((a, b) => b[1] - a[1])),
      missing: [...missing.values()].toSorted((a, b) => b.count - a.count).slice(0, mostMissing),
    }),
  };
}
