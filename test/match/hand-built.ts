import type { ErrorReport } from "../../src/extract/error-report.ts";
import { packageLines } from "../../src/extract/package-lines.ts";
import type { Extraction } from "../../src/extract/extraction.ts";
import { KnownError } from "../../src/knowledge/known-error.ts";
import { compilePattern } from "../../src/match/compile-pattern.ts";
import { openPattern } from "../../src/match/pattern.ts";
import type { Pattern } from "../../src/match/pattern.ts";
import type { Verdict } from "../../src/match/verdict.ts";

/** A known error of which only the given fields matter. */
export function knownError(fields: Record<string, unknown>): KnownError {
  return KnownError.parse({
    domain: "test",
    category: "runtime_error",
    root_cause: "because",
    ...fields,
  });
}

/** A report of one error, on line 10 of the issue. */
export function report(fields: Partial<ErrorReport>): ErrorReport {
  const message = fields.message ?? fields.fullMessage?.split("\n")[0] ?? "";
  return {
    language: "python",
    kind: "tb",
    type: null,
    message,
    fullMessage: message,
    line: 10,
    frames: [],
    causes: [],
    firstLine: 3,
    lastLine: 10,
    repeatedAt: [],
    prefixes: [],
    fingerprint: "0",
    ...fields,
  };
}

/** What was extracted from an issue; the last report is the primary one. */
export function extraction(fields: Partial<Extraction>): Extraction {
  const reports = fields.reports ?? [];
  return {
    reports,
    primary: reports.length === 0 ? null : reports.length - 1,
    packageLines: packageLines(reports, []),
    environment: { versions: [], os: null },
    prose: [],
    code: [],
    references: [],
    locale: "en",
    ...fields,
  };
}

/** Ids that a verdict names, or why it names none. */
export function answer(verdict: Verdict): string[] | string {
  return verdict.kind === "diagnosed"
    ? verdict.matches.map((match) => match.knownError.id)
    : verdict.reason;
}

/** A regex as it is used; throws when it cannot be. */
export function openedPattern(regex: string): Pattern {
  const compiled = compilePattern(regex);
  if (!compiled.ok) {
    throw new Error(`${regex}: ${compiled.problem}`);
  }
  return openPattern(compiled.pattern);
}
