import type { ErrorReport } from "../extract/error-report.ts";
import type { Extraction } from "../extract/extraction.ts";
import { isUnsupported } from "./bare-message.ts";
import {
  describedClue,
  domainClue,
  exceptionClue,
  innerErrorClue,
  libraryClues,
  missingLibrary,
  toConfidence,
  toEvidence,
  versionClues,
  wordingClue,
} from "./evidence.ts";
import type { Clue } from "./evidence.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import { librarySupport } from "./library-support.ts";
import type { LibrarySupport } from "./library-support.ts";
import { seenLibraries } from "./libraries.ts";
import type { SeenLibrary } from "./libraries.ts";
import { findCandidates } from "./find-needles.ts";
import { isAboutNotice } from "./notice.ts";
import type { PreparedError } from "./prepared-error.ts";
import { isReported } from "./quoted-text.ts";
import { listSubjects } from "./subject.ts";
import { findSymptoms } from "./symptoms.ts";
import type { Match } from "./verdict.ts";
import { compareVersions } from "./versions.ts";
import { engineBudget } from "./pattern.ts";
import { findWording } from "./wording-hit.ts";

/** A known error that may be the one, with what decides between it and others. */
export interface Candidate {
  prepared: PreparedError;
  match: Match;
  points: number;
  /** Characters of the report that agree with its wording; 0 for symptoms. */
  characters: number;
  /** True when it rests on an error that led to the reported one. */
  isCause: boolean;
  /** How far what is seen of packages speaks for it and not for a neighbor. */
  support: LibrarySupport;
  /** Independent symptom phrases that it rests on. */
  phrases: number;
  /** Of symptoms: whether the issue names an identifier or a package of the known error. */
  isGrounded: boolean;
}

/** Cap on hostile reports: known errors that are held against the reports of one issue. */
const mostComparisons = 5_000;

/** Every known error whose wording occurs in a report, one of its causes, or text that quotes it. */
export function reportCandidates(extraction: Extraction, knowledge: KnowledgeBase): Candidate[] {
  const libraries = new Map<number | null, SeenLibrary[]>();
  const described = describer(extraction, knowledge);
  const budget = { comparisons: mostComparisons, engine: engineBudget };
  return listSubjects(extraction).flatMap((subject) => {
    const near = new Set([
      ...findCandidates(knowledge.patterns, subject.folded),
      ...findCandidates(knowledge.wordings, subject.wording.text),
    ]);
    const affordable = [...near].slice(0, budget.comparisons);
    budget.comparisons -= affordable.length;
    return affordable.flatMap((owner) => {
      const prepared = knowledge.preparedAt(owner);
      const hit = findWording(prepared, subject, { weights: knowledge.weights, budget });
      if (hit === null || !isReported(hit, subject, extraction)) {
        return [];
      }
      if (prepared.knownError.notice === true && !isAboutNotice(subject, extraction)) {
        return [];
      }
      const seen = libraries.get(subject.report) ?? seenLibraries(extraction, subject.report);
      libraries.set(subject.report, seen);
      const report = subject.report === null ? undefined : extraction.reports[subject.report];
      const support = librarySupport(prepared.packages, seen, hasCalls(report));
      if (
        prepared.knownError.needs_package === true &&
        !(support === "calls" || (support === "issue" && !hasCalls(report)))
      ) {
        return [];
      }
      const isDoubtful = isUnsupported(hit, { prepared, subject, seen, report });
      const clues = [
        wordingClue(hit, subject, { primary: extraction.primary, isDoubtful }),
        ...innerErrorClue(prepared, hit, subject),
        ...exceptionClue(prepared, subject),
        ...libraryClues(prepared, seen, knowledge),
        ...missingLibrary(prepared, seen, subject),
        ...domainClue(prepared, seen),
        ...describedClue(described(owner)),
      ];
      const found = { report: subject.report, captures: hit.captures };
      const candidate = weighUp(prepared, extraction, { clues, ...found });
      return [{ ...candidate, characters: hit.characters, isCause: subject.isCause, support }];
    });
  });
}

/** Every known error whose symptoms the prose describes. */
export function symptomCandidates(extraction: Extraction, knowledge: KnowledgeBase): Candidate[] {
  const found = findSymptoms(extraction, knowledge.symptomsIn);
  const seen = found.length === 0 ? [] : seenLibraries(extraction, null);
  return found.map(({ symptoms: { prepared }, clues, phrases, hasKeyword }) => {
    const libraries = libraryClues(prepared, seen, knowledge);
    const all = [...clues, ...libraries, ...domainClue(prepared, seen)];
    const candidate = weighUp(prepared, extraction, { clues: all, report: null, captures: {} });
    const isGrounded = hasKeyword || libraries.length > 0;
    return Object.assign(candidate, { phrases, isGrounded });
  });
}

function hasCalls(report: ErrorReport | undefined): boolean {
  return report !== undefined && report.frames.length > 0;
}

/** Clues of the prose for a known error that has symptoms beside its wording; read when first needed. */
function describer(
  extraction: Extraction,
  { symptomsAt }: KnowledgeBase,
): (owner: number) => Clue[] {
  return (owner) => {
    const own = symptomsAt(owner);
    return own.length === 0
      ? []
      : findSymptoms(extraction, () => own).flatMap(({ clues }) => clues);
  };
}

function weighUp(
  prepared: PreparedError,
  extraction: Extraction,
  { clues, report, captures }: { clues: Clue[] } & Pick<Match, "report" | "captures">,
): Candidate {
  const { status, findings } = compareVersions(prepared.knownError, extraction.environment);
  const all = [...clues, ...versionClues(findings)];
  const points = all.reduce((sum, clue) => sum + clue.points, 0);
  const match: Match = {
    knownError: prepared.knownError,
    confidence: Math.round(toConfidence(points) * 1_000) / 1_000,
    evidence: toEvidence(all),
    captures,
    report,
    versionStatus: status,
    versions: findings,
  };
  return {
    prepared,
    match,
    points,
    characters: 0,
    isCause: false,
    support: "general",
    phrases: 0,
    isGrounded: false,
  };
}
