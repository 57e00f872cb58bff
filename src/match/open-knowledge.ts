import type { KnownError } from "../knowledge/known-error.ts";
import type { CompiledKnowledge } from "./compiled-knowledge.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import { openPattern } from "./pattern.ts";
import { unpackRecord } from "./packed-records.ts";
import { packageWeights } from "./package-weights.ts";
import { prepareError } from "./prepared-error.ts";
import { findDescribed } from "./symptom-index.ts";
import { prepareSymptoms } from "./symptom-phrase.ts";
import { wordWeights } from "./word-weights.ts";

/** A knowledge base of compiled known errors, each of which is prepared when it is first needed. */
export function openKnowledge(
  compiled: CompiledKnowledge,
  knownErrorAt: (owner: number) => KnownError,
): KnowledgeBase {
  const { size, problems, patterns, wordings, symptoms, words, packages } = compiled;
  const weights = wordWeights(words, size);
  const patternAt = remember((owner) => {
    const pattern = unpackRecord(compiled.regexes, owner);
    return pattern && openPattern(pattern);
  });
  const preparedAt = remember((owner) => {
    const own = { knownError: knownErrorAt(owner), pattern: patternAt(owner) };
    return prepareError(unpackRecord(compiled.errors, owner), own, weights);
  });
  const symptomsAt = remember((owner) => prepareSymptoms(preparedAt(owner)));
  return {
    size,
    problems,
    patterns,
    wordings,
    patternAt,
    preparedAt,
    symptomsAt,
    symptomsIn: (text) => findDescribed(symptoms, text).flatMap(symptomsAt),
    weights,
    packageWeights: packageWeights(packages, size),
  };
}

/** The items of a list by their positions; throws a `RangeError` for others. */
export function itemOf<Item>(items: readonly Item[]): (index: number) => Item {
  return (index) => {
    const item = items[index];
    if (item === undefined) throw new RangeError(`there is no item ${index} of ${items.length}`);
    return item;
  };
}

function remember<Value>(make: (owner: number) => Value): (owner: number) => Value {
  const made = new Map<number, Value>();
  return (owner) => {
    const known = made.get(owner);
    if (known !== undefined) return known;
    const value = make(owner);
    made.set(owner, value);
    return value;
  };
}
