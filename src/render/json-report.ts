import type { Diagnosis } from "../diagnose.ts";
import type { ErrorReport, Frame } from "../extract/error-report.ts";
import type { Environment } from "../extract/extraction.ts";
import type { Reference } from "../extract/references.ts";
import { clip } from "./escape.ts";
import type { AbstainReason, Evidence, Match, VersionStatus } from "../match/verdict.ts";

/** One diagnosis as `signpost diagnose --json` prints it; other tools read it. */
export interface JsonReport {
  /** Identifier of the text as given, `null` when it has none. */
  id: string | number | null;
  verdict: "diagnosed" | "abstained";
  /** Why there is no diagnosis, `null` when there is one. */
  reason: AbstainReason | null;
  /** One or two, best first; empty when abstained. */
  matches: JsonMatch[];
  /** Every error found in the text, in its order. */
  reports: JsonErrorReport[];
  /** Index in `reports` of the error that the issue is about. */
  primary: number | null;
  /** Attached texts and gists that the issue links to. */
  references: Reference[];
  environment: Environment;
  /** Names of labels: to be put on at once, and to be suggested. */
  labels: { apply: string[]; suggest: string[] };
  /** Markdown of the comment, `null` when abstained. */
  comment: string | null;
}

/** Longest text of a piece of evidence, in characters. */
const evidenceLength = 300;

interface JsonMatch {
  /** The known error's id. */
  id: string;
  /** 0..1 */
  confidence: number;
  /** Strongest first; `line` is 1-based in the given text. */
  evidence: Pick<Evidence, "line" | "text" | "kind">[];
  versions: VersionStatus;
}

interface JsonErrorReport extends Pick<ErrorReport, "language" | "kind" | "type" | "message"> {
  /** 1-based lines of the given text, inclusive. */
  first_line: number;
  last_line: number;
  /** Outermost call first. */
  frames: JsonFrame[];
  /** Nearest cause first. */
  causes: { type: string | null; message: string }[];
  fingerprint: string;
  /** Name of the attached file in which the lines count; `null` for the given text. */
  attachment: string | null;
}

interface JsonFrame extends Pick<Frame, "file" | "line" | "function" | "package"> {
  in_library: boolean;
}

/** The documented JSON of one diagnosis. */
export function jsonReport(id: JsonReport["id"], diagnosis: Diagnosis): JsonReport {
  const { extraction, verdict, labels, comment } = diagnosis;
  return {
    id,
    verdict: verdict.kind,
    reason: verdict.kind === "abstained" ? verdict.reason : null,
    matches: verdict.kind === "diagnosed" ? verdict.matches.map(jsonMatch) : [],
    reports: extraction.reports.map(jsonErrorReport),
    primary: extraction.primary,
    references: extraction.references,
    environment: extraction.environment,
    labels: {
      apply: labels.apply.map(({ name }) => name),
      suggest: labels.suggest.map(({ name }) => name),
    },
    comment,
  };
}

function jsonMatch({ knownError, confidence, evidence, versionStatus }: Match): JsonMatch {
  return {
    id: knownError.id,
    confidence,
    evidence: evidence.map(({ line, text, kind }) => ({
      line,
      text: clip(text, evidenceLength),
      kind,
    })),
    versions: versionStatus,
  };
}

function jsonErrorReport(report: ErrorReport): JsonErrorReport {
  const { language, kind, type, message, firstLine, lastLine, fingerprint } = report;
  return {
    language,
    kind,
    type,
    message,
    first_line: firstLine,
    last_line: lastLine,
    frames: report.frames.map(jsonFrame),
    causes: report.causes.map((cause) => ({ type: cause.type, message: cause.message })),
    fingerprint,
    attachment: report.attachment ?? null,
  };
}

function jsonFrame(frame: Frame): JsonFrame {
  const { file, line, function: name, inLibrary, package: owner } = frame;
  return { file, line, function: name, in_library: inLibrary, package: owner };
}
