import type { CompiledKnowledge } from "./compiled-knowledge.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import { packageWeights } from "./package-weights.ts";
import { prepareError } from "./prepared-error.ts";
import { prepareSymptoms } from "./symptom-phrase.ts";
import { wordWeights } from "./word-weights.ts";

/** A knowledge base of compiled known errors, each of which is prepared when it is first needed. */
export function openKnowledge(compiled: CompiledKnowledge): KnowledgeBase {
  const { size, problems, patterns, wordings, described, words, packages } = compiled;
  const preparedAt = remember((owner) => prepareError(compiled.errorAt(owner)));
  return {
    size,
    problems,
    patterns,
    wordings,
    described: [...described],
    preparedAt,
    symptomsAt: remember((owner) => prepareSymptoms(preparedAt(owner))),
    weights: wordWeights(words, size),
    packageWeights: packageWeights(packages, size),
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
