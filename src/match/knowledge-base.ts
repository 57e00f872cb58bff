import type { KnownError } from "../knowledge/known-error.ts";
import { buildLiteralIndex } from "./literal-index.ts";
import type { LiteralIndex, Needle } from "./literal-index.ts";
import { learnPackageWeights } from "./package-weights.ts";
import type { PackageWeights } from "./package-weights.ts";
import { prepareError } from "./prepared-error.ts";
import type { PreparedError } from "./prepared-error.ts";
import { prepareSymptoms } from "./symptom-phrase.ts";
import type { PreparedSymptoms } from "./symptom-phrase.ts";
import { anchorLiterals, weighWording } from "./wording.ts";
import { learnWordWeights } from "./word-weights.ts";
import type { WordWeights } from "./word-weights.ts";

/** Known errors prepared for matching: built once, then only read. */
export interface KnowledgeBase {
  readonly knownErrors: readonly KnownError[];
  /** What could not be used, one sentence each; the rest works without it. */
  readonly problems: readonly string[];
  readonly prepared: readonly PreparedError[];
  /** Over the regexes, for case-folded `plainText`; owners are positions in `prepared`. */
  readonly patterns: LiteralIndex;
  /** Over signatures and aliases, for `wordingText`; owners are positions in `prepared`. */
  readonly wordings: LiteralIndex;
  /** Known errors that can be recognized without an error text. */
  readonly symptoms: readonly PreparedSymptoms[];
  readonly weights: WordWeights;
  readonly packageWeights: PackageWeights;
}

/** Prepares known errors for matching; a part that cannot be used is left out and reported in `problems`. */
export function compileKnowledge(knownErrors: readonly KnownError[]): KnowledgeBase {
  const problems: string[] = [];
  const found = knownErrors.map((each) => prepareError(each, (problem) => problems.push(problem)));
  const weights = learnWordWeights(found.map(({ words }) => words));
  const prepared = found.map((each) => {
    const wordings = each.wordings.map((wording) => weighWording(wording, weights));
    return Object.assign(each, { wordings });
  });
  return {
    knownErrors,
    problems,
    prepared,
    patterns: indexPatterns(prepared),
    wordings: indexWordings(prepared),
    symptoms: prepared.flatMap(prepareSymptoms),
    weights,
    packageWeights: learnPackageWeights(prepared.map(({ packages }) => packages)),
  };
}

function indexPatterns(prepared: readonly PreparedError[]): LiteralIndex {
  const needles = prepared.flatMap(({ pattern }, owner): Needle[] =>
    (pattern?.sequences ?? []).map(({ literals }) => ({ owner, literals })),
  );
  return buildLiteralIndex(needles, prepared.length);
}

function indexWordings(prepared: readonly PreparedError[]): LiteralIndex {
  const needles = prepared.flatMap(({ wordings }, owner): Needle[] =>
    wordings.map((wording) => ({ owner, literals: anchorLiterals(wording) })),
  );
  return buildLiteralIndex(needles, prepared.length);
}
