import type { KnownError } from "../knowledge/known-error.ts";
import { compileError, wordingsOf } from "./compile-error.ts";
import type { CompiledKnowledge } from "./compiled-knowledge.ts";
import { frequenciesOf } from "./frequencies.ts";
import { buildLiteralIndex } from "./literal-index.ts";
import type { LiteralIndex, Needle } from "./literal-index.ts";
import { wordsOf, wordWeights } from "./word-weights.ts";
import { anchorLiterals, weighWording } from "./wording.ts";

/** Compiles known errors; a part that cannot be used is left out and reported in `problems`. */
export function compileErrors(knownErrors: readonly KnownError[]): CompiledKnowledge {
  const problems: string[] = [];
  const size = knownErrors.length;
  const words = frequenciesOf(knownErrors, (each) => wordsOf(wordingsOf(each).join("\n")));
  const weights = wordWeights(words, size);
  const errors = knownErrors.map((each) => compileError(each, (problem) => problems.push(problem)));
  return {
    size,
    problems,
    errorAt(owner) {
      const error = errors[owner];
      if (error === undefined) throw new RangeError(`there is no known error ${owner}`);
      return { ...error, wordings: error.wordings.map((each) => weighWording(each, weights)) };
    },
    patterns: indexOf(errors, ({ pattern }) =>
      (pattern?.sequences ?? []).map(({ literals }) => literals),
    ),
    wordings: indexOf(errors, ({ wordings }) => wordings.map(anchorLiterals)),
    described: Uint32Array.from(
      knownErrors.flatMap((each, owner) => (isDescribed(each) ? [owner] : [])),
    ),
    words,
    packages: frequenciesOf(errors, ({ packages }) => packages),
  };
}

function isDescribed({ symptoms, symptoms_zh: chinese }: KnownError): boolean {
  return symptoms.length + chinese.length > 0;
}

/** An index over what each item must have one of: literals that must all occur. */
function indexOf<Item>(
  items: readonly Item[],
  needlesOf: (item: Item) => readonly (readonly string[])[],
): LiteralIndex {
  const needles = items.flatMap((item, owner): Needle[] =>
    needlesOf(item).map((literals) => ({ owner, literals })),
  );
  return buildLiteralIndex(needles, items.length);
}
