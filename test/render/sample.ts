import type { ErrorReport, Frame } from "../../src/extract/error-report.ts";
import type { Extraction } from "../../src/extract/extraction.ts";
import { KnownError } from "../../src/knowledge/known-error.ts";
import type { Match, Verdict } from "../../src/match/verdict.ts";

type Diagnosed = Extract<Verdict, { kind: "diagnosed" }>;

/** A known error from the fields that matter to a test. */
export function sampleKnownError(fields: Record<string, unknown> = {}): KnownError {
  return KnownError.parse({
    id: "sample/error",
    signature: "ValueError: the wheel is on the wrong axle",
    domain: "sample",
    category: "config_error",
    root_cause: "The wheel was put on the wrong axle.",
    verification_tier: "source_checked",
    ...fields,
  });
}

/** A match on line 3 from the fields that matter to a test. */
export function sampleMatch(fields: Partial<Match> = {}): Match {
  return {
    knownError: sampleKnownError(),
    confidence: 0.95,
    evidence: [{ kind: "wording", line: 3, text: "the wheel is on the wrong axle", weight: 0.6 }],
    captures: {},
    report: 0,
    versionStatus: "unknown",
    versions: [],
    ...fields,
  };
}

/** A report on line 3 from the fields that matter to a test. */
export function sampleReport(fields: Partial<ErrorReport> = {}): ErrorReport {
  const message = fields.message ?? "the wheel is on the wrong axle";
  return {
    type: "ValueError",
    message,
    fullMessage: message,
    line: 3,
    language: "python",
    kind: "line",
    frames: [],
    causes: [],
    firstLine: 3,
    lastLine: 3,
    repeatedAt: [],
    prefixes: [],
    fingerprint: "0",
    ...fields,
  };
}

/** What was extracted from an issue with these reports, the first of them the primary one. */
export function sampleExtraction(...reports: ErrorReport[]): Extraction {
  return {
    reports,
    primary: reports.length > 0 ? 0 : null,
    packageLines: [],
    environment: { versions: [], os: null },
    prose: [],
    code: [],
    references: [],
    locale: "en",
  };
}

/** A diagnosed verdict of one match or two. */
export function sampleVerdict(first: Match, ...others: Match[]): Diagnosed {
  return { kind: "diagnosed", matches: [first, ...others], competing: false, runnersUp: [] };
}

/** A frame in an installed package. */
export function sampleFrame(name: string): Frame {
  return {
    file: `site-packages/${name}/x.py`,
    line: 1,
    function: "f",
    inLibrary: true,
    package: name,
  };
}
