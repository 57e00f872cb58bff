import type { KnownError } from "../knowledge/known-error.ts";

/** What a piece of evidence rests on. */
export type EvidenceKind =
  | "wording"
  | "cause"
  | "exception"
  | "library"
  | "domain"
  | "version"
  | "symptom";

/** One fact that speaks for a known error. */
export interface Evidence {
  kind: EvidenceKind;
  /** 1-based line of the issue text. */
  line: number;
  /** What stands on that line, whole: neither redacted nor escaped, so that a cut cannot hide a secret's beginning. */
  text: string;
  /** Share of the confidence that this piece adds; negative for what speaks against. */
  weight: number;
}

/** How the versions that the reporter states compare with those of the known error. */
export type VersionStatus = "in_range" | "out_of_range" | "unknown";

/** One comparison: "you run `stated`; the known error says `range`, fixed in `fixed`". */
export interface VersionFinding {
  package: string;
  stated: string;
  line: number;
  status: "in_range" | "out_of_range";
  /** The range as the known error writes it, e.g. `>=4.30.0`; empty when only `fixed` is known. */
  range: string;
  /** First version with the fix, when the known error names one. */
  fixed: string | null;
}

/** A known error held against one issue. */
export interface Match {
  knownError: KnownError;
  /** 0..1 */
  confidence: number;
  /** Strongest first. */
  evidence: Evidence[];
  /** Named groups of the regex that matched; checked: short, printable, no markdown. */
  captures: Record<string, string>;
  /** Index of the matched report in the extraction; `null` when it rests on symptoms. */
  report: number | null;
  versionStatus: VersionStatus;
  versions: VersionFinding[];
}

/** Why there is nothing to say. */
export type AbstainReason =
  /** No error report in the text, and no symptoms of a known error. */
  | "no_error_report"
  /** An error report, but nothing in the knowledge base is near it. */
  | "unknown_error"
  /** The best candidate stays under the threshold. */
  | "low_confidence"
  /** More than two candidates are as good as each other. */
  | "ambiguous";

/** The answer of the core: it knows, or it says why it does not. */
export type Verdict =
  | {
      kind: "diagnosed";
      /** One or two, best first: the primary error's first, or two near-equal candidates. */
      matches: [Match, ...Match[]];
      /** True when the two matches compete for the same report; false when they explain different ones. */
      competing: boolean;
      /** Candidates that were not chosen, best first, at most five (for `explain`). */
      runnersUp: Match[];
    }
  | {
      kind: "abstained";
      reason: AbstainReason;
      /** Candidates that were not good enough, best first, at most five (for `explain`). */
      runnersUp: Match[];
    };
