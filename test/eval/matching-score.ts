import type { Match, Verdict } from "../../src/match/verdict.ts";
import { calibrate } from "./calibration.ts";
import type { Calibration } from "./calibration.ts";
import { ratio } from "./extraction-score.ts";
import type { LabelledCase } from "./labelled-case.ts";

/** What became of one case. */
export interface CaseScore {
  id: string;
  group: LabelledCase["group"];
  expected: readonly string[];
  /** Ids that were named, the first answer first; empty for silence. */
  answered: string[];
  /** True when the first answer is an expected one and nothing wrong stands beside it, or silence was right. */
  isRight: boolean;
  /** The best candidate, named or not; `null` where there was none. */
  best: { confidence: number; isExpected: boolean } | null;
}

/** Holds a verdict against what there was to say. */
export function scoreCase(labelled: LabelledCase, verdict: Verdict): CaseScore {
  const { id, group, expected, beside } = labelled;
  const answered = verdict.kind === "diagnosed" ? verdict.matches.map(idOf) : [];
  const [first, ...others] = answered;
  const fits =
    first !== undefined &&
    expected.includes(first) &&
    others.every((other) => expected.includes(other) || beside.includes(other));
  const best = verdict.kind === "diagnosed" ? verdict.matches[0] : verdict.runnersUp[0];
  return {
    id,
    group,
    expected,
    answered,
    isRight: expected.length === 0 ? answered.length === 0 : fits,
    best: best ? { confidence: best.confidence, isExpected: expected.includes(idOf(best)) } : null,
  };
}

function idOf({ knownError }: Match): string {
  return knownError.id;
}

/** Cases of one kind. */
export interface CaseTally {
  name: string;
  cases: number;
  answered: number;
  right: number;
}

/** Candidates whose confidence lies in one band, and what share of them is right. */
export interface Band {
  /** Inclusive lower and exclusive upper bound; the last band includes 1. */
  from: number;
  to: number;
  candidates: number;
  right: number;
}

/** What an answer from a confidence on would be worth. */
export interface Threshold {
  confidence: number;
  answered: number;
  precision: number | null;
  recall: number | null;
}

/** Figures over all cases. */
export interface MatchingScores {
  cases: number;
  /** Right answers among answers. */
  precision: number | null;
  /** Right answers among cases that have one. */
  recall: number | null;
  /** Answers to texts that quote no error and describe none. */
  wrongWithoutError: number;
  groups: CaseTally[];
  /** Cases with an answer, by the domain of the expected known error. */
  domains: CaseTally[];
  bands: Band[];
  calibration: Calibration | null;
  thresholds: Threshold[];
}

/** Sums the scores of cases up. */
export function summarizeMatching(scores: readonly CaseScore[]): MatchingScores {
  const answered = scores.filter((score) => score.answered.length > 0);
  const answerable = scores.filter(({ expected }) => expected.length > 0);
  const right = answerable.filter(({ isRight }) => isRight).length;
  return {
    cases: scores.length,
    precision: ratio(right, answered.length),
    recall: ratio(right, answerable.length),
    wrongWithoutError: answered.filter(({ group }) => group === "no_error").length,
    groups: tallies(scores, ({ group }) => group),
    domains: tallies(answerable, ({ expected }) => expected[0]?.split("/")[0] ?? ""),
    bands: bandsOf(scores),
    calibration: calibrate(scores.flatMap((score) => score.best ?? [])),
    thresholds: [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map((confidence) =>
      thresholdAt(confidence, scores),
    ),
  };
}

function tallies(scores: readonly CaseScore[], nameOf: (score: CaseScore) => string): CaseTally[] {
  return [...Map.groupBy(scores, nameOf)]
    .map(([name, group]) => ({
      name,
      cases: group.length,
      answered: group.filter((score) => score.answered.length > 0).length,
      right: group.filter(({ isRight }) => isRight).length,
    }))
    .toSorted((a, b) => b.cases - a.cases || a.name.localeCompare(b.name));
}

const bandBounds = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** The reliability of the confidence: of the candidates in each band, how many are right. */
function bandsOf(scores: readonly CaseScore[]): Band[] {
  const best = scores.flatMap((score) => score.best ?? []);
  return bandBounds.slice(0, -1).map((from, index) => {
    const to = bandBounds[index + 1] ?? 1;
    const inside = best.filter(
      ({ confidence }) => confidence >= from && (confidence < to || to === 1),
    );
    return {
      from,
      to,
      candidates: inside.length,
      right: inside.filter(({ isExpected }) => isExpected).length,
    };
  });
}

function thresholdAt(confidence: number, scores: readonly CaseScore[]): Threshold {
  const named = scores.filter(({ best }) => best !== null && best.confidence >= confidence);
  const right = named.filter(({ best }) => best?.isExpected).length;
  const answerable = scores.filter(({ expected }) => expected.length > 0).length;
  return {
    confidence,
    answered: named.length,
    precision: ratio(right, named.length),
    recall: ratio(right, answerable),
  };
}
