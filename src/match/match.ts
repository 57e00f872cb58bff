import type { Extraction } from "../extract/extraction.ts";
import type { ErrorReport } from "../extract/error-report.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import type { Match, Verdict } from "./verdict.ts";

export interface MatchOptions {
  /** True when a person asked: symptoms alone may then answer. */
  requested: boolean;
}

/** Holds what was extracted from an issue against the knowledge base. */
export function match(
  extraction: Extraction,
  knowledge: KnowledgeBase,
  _options: MatchOptions,
): Verdict {
  const reports = extraction.reports.map((report, index) => ({ report, index }));
  for (const { report, index } of reports.reverse()) {
    const knownError = knowledge.knownErrors.find((candidate) => quotes(report, candidate));
    if (knownError !== undefined) {
      const found = toMatch(knownError, report, index);
      return { kind: "diagnosed", matches: [found], competing: false, runnersUp: [] };
    }
  }
  const reason = extraction.reports.length === 0 ? "no_error_report" : "unknown_error";
  return { kind: "abstained", reason, runnersUp: [] };
}

function quotes(report: ErrorReport, knownError: KnownError): boolean {
  const subject = fold(`${report.type ?? ""}: ${report.fullMessage}`);
  return [knownError.signature, ...knownError.aliases].some((wording) =>
    subject.includes(fold(wording)),
  );
}

function toMatch(knownError: KnownError, report: ErrorReport, index: number): Match {
  const text = report.type === null ? report.message : `${report.type}: ${report.message}`;
  return {
    knownError,
    confidence: 0.9,
    evidence: [{ kind: "wording", line: report.line, text: text.slice(0, 300), weight: 0.9 }],
    captures: {},
    report: index,
    versionStatus: "unknown",
    versions: [],
  };
}

function fold(text: string): string {
  return text
    .replaceAll(/["`‘’“”]/g, "'")
    .split(/\s+/)
    .join(" ")
    .toLowerCase();
}
