import { packageName } from "../extract/environment/package-name.ts";
import { relateTypes } from "./exception-tree.ts";
import type { TypeRelation } from "./exception-tree.ts";
import { isAnotherInnerError } from "./inner-error.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import type { SeenLibrary } from "./libraries.ts";
import { foldType } from "./prepared-error.ts";
import type { PreparedError } from "./prepared-error.ts";
import { placeOf } from "./subject.ts";
import type { Place, Subject } from "./subject.ts";
import type { EvidenceKind, Evidence, VersionFinding } from "./verdict.ts";
import { isCommonType } from "./word-weights.ts";
import type { WordingHit } from "./wording-hit.ts";

/**
 * Evidence in points, which add up: `confidence = 1 - e^-points`. Two times the points square the
 * doubt that is left.
 */
export interface Clue {
  kind: EvidenceKind;
  place: Place;
  points: number;
}

/** No text alone is surer than this. */
const mostWordingScore = 0.95;
const causeFactor = 0.9;
/** An error that is not the one the issue is about says less about the issue. */
const secondaryFactor = 0.85;

/** A message that is too short to name an error by itself counts by this factor. */
const doubtfulFactor = 0.3;

/** What the relation of the types weighs; the same type of a library's own weighs more. */
const exceptionPoints: Readonly<Record<TypeRelation, number>> = {
  same: 0.3,
  narrower: 0.15,
  wider: 0,
  other: -0.5,
};
const sameOwnException = 0.5;
/** An inner error that the known error does not know outweighs all that agrees around it. */
const anotherInnerError = -3;
const libraryPoints = 0.6;
const noLibrary = -0.25;
const domainPoints = 0.15;
/** Symptoms beside an error text only support it. */
const describedPoints = 0.1;
const versionInRange = 0.1;
const versionOutOfRange = -0.4;

/** Labels that stand where a type could stand. */
const labels = new Set(["error", "exception", "fatal", "warning", "panic", "e", "err"]);

/**
 * The confidence that clues add up to, 0..0.99. It is kept although a mapping fitted to
 * `test/fixtures/matching.jsonl` is steeper (the eval prints it): that one holds for texts that the
 * matcher was repaired on, while on cases it had not met the answers from 0.9 on were right in 92 %.
 */
export function toConfidence(points: number): number {
  return Math.min(Math.max(1 - Math.exp(-points), 0), 0.99);
}

/** Clues as evidence: each with the share of the confidence that it adds, strongest first. */
export function toEvidence(clues: readonly Clue[]): Evidence[] {
  let points = 0;
  const evidence = clues.map(({ kind, place, points: own }) => {
    const before = toConfidence(points);
    points += own;
    const weight = Math.round((toConfidence(points) - before) * 1_000) / 1_000;
    return { kind, line: place.line, text: place.text, weight };
  });
  return evidence.sort((left, right) => right.weight - left.weight);
}

/** What a hit in a reported error says for its known error. */
export function wordingClue(
  hit: WordingHit,
  subject: Subject,
  { primary, isDoubtful }: { primary: number | null; isDoubtful: boolean },
): Clue {
  const score = Math.min(hit.score, mostWordingScore) * (isDoubtful ? doubtfulFactor : 1);
  const factor =
    (subject.isCause ? causeFactor : 1) * (subject.report === primary ? 1 : secondaryFactor);
  return {
    kind: subject.isCause ? "cause" : "wording",
    place: placeOf(subject.error, hit.line),
    points: -Math.log(1 - score) * factor,
  };
}

/** What the printed type says for or against a known error that names its types. */
export function exceptionClue(prepared: PreparedError, subject: Subject): Clue[] {
  const { error, language } = subject;
  const type = foldType(error.type ?? "");
  if (type === "" || prepared.exceptions.size === 0 || labels.has(type)) {
    return [];
  }
  const relations = new Set(
    [...prepared.exceptions].map((named) => relateTypes(type, named, language)),
  );
  const relation = bestFirst.find((each) => relations.has(each)) ?? "other";
  const isOwn = relation === "same" && !isCommonType(type);
  const points = isOwn ? sameOwnException : exceptionPoints[relation];
  return points === 0 ? [] : [{ kind: "exception", place: placeOf(error, 0), points }];
}

const bestFirst = ["same", "narrower", "wider", "other"] as const;

/** What it costs that the message passes on another error than the known error speaks of. */
export function innerErrorClue(prepared: PreparedError, hit: WordingHit, subject: Subject): Clue[] {
  const message = subject.wording.text.slice(subject.messageStart);
  return !hit.isByPattern && isAnotherInnerError(message, prepared.wordings)
    ? [{ kind: "cause", place: placeOf(subject.error, 0), points: anotherInnerError }]
    : [];
}

/** What the packages seen in the issue say: the two most telling of those the known error names. */
export function libraryClues(
  prepared: PreparedError,
  seen: readonly SeenLibrary[],
  { packageWeights }: KnowledgeBase,
): Clue[] {
  const weigh = ({ name, strength }: SeenLibrary): number => packageWeights(name) * strength;
  const shared = seen
    .filter(({ name }) => prepared.packages.has(name))
    .toSorted((left, right) => weigh(right) - weigh(left))
    .slice(0, 2);
  return shared.map((library, rank) => ({
    kind: "library",
    place: library.place,
    points: (libraryPoints * weigh(library)) / (rank + 1),
  }));
}

/** That the issue names the known error's domain, such as `docker`, beside its packages. */
export function domainClue(
  { knownError, packages }: PreparedError,
  seen: readonly SeenLibrary[],
): Clue[] {
  const domain = packageName(knownError.domain);
  const named = packages.has(domain) ? undefined : seen.find(({ name }) => name === domain);
  return named === undefined
    ? []
    : [{ kind: "domain", place: named.place, points: domainPoints * named.strength }];
}

/** That the prose describes what the known error of a reported message looks like from outside. */
export function describedClue(described: readonly Clue[]): Clue[] {
  const [first] = described;
  return first === undefined ? [] : [{ ...first, points: describedPoints }];
}

/** What it costs a known error of certain packages that the report names others, and none of these. */
export function missingLibrary(
  prepared: PreparedError,
  seen: readonly SeenLibrary[],
  subject: Subject,
): Clue[] {
  const isMissing =
    prepared.packages.size > 0 && !seen.some(({ name }) => prepared.packages.has(name));
  const showsOthers = seen.some(({ source }) => source === "frame" || source === "import");
  return isMissing && showsOthers
    ? [{ kind: "library", place: placeOf(subject.error, 0), points: noLibrary }]
    : [];
}

/** What the stated versions say, once for all of them. */
export function versionClues(findings: readonly VersionFinding[]): Clue[] {
  const decisive = findings.find(({ status }) => status === "out_of_range") ?? findings[0];
  if (decisive === undefined) {
    return [];
  }
  return [
    {
      kind: "version",
      place: { line: decisive.line, text: `${decisive.package} ${decisive.stated}` },
      points: decisive.status === "in_range" ? versionInRange : versionOutOfRange,
    },
  ];
}
