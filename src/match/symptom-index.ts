import type { Passage } from "./described-prose.ts";
import { findCandidates } from "./find-needles.ts";
import { buildLiteralIndex } from "./literal-index.ts";
import type { LiteralIndex } from "./literal-index.ts";
import { needlePacker } from "./needle-packer.ts";
import type { Phrase, Term } from "./symptom-phrase.ts";
import { complaintWeight, leastCoverage } from "./symptoms.ts";

/** Finds which known errors' symptoms a text may describe: each phrase needs one of a few terms. */
export interface SymptomIndex {
  /** Owners by terms that are looked for among stems and groups of words. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** Over Chinese terms, which are looked for as they are. */
  readonly han: LiteralIndex;
}

/** Collects phrases one known error after the other. */
export interface SymptomIndexBuilder {
  add(owner: number, phrases: readonly Phrase[]): void;
  /** `owners` is the number of owner ids. */
  finish(owners: number): SymptomIndex;
}

export function symptomIndexBuilder(): SymptomIndexBuilder {
  const stems = new Map<string, Set<number>>();
  const han = needlePacker();
  return {
    add(owner, phrases) {
      for (const { text, isHan } of phrases.flatMap(requiredTerms)) {
        if (isHan) han.add({ owner, literals: [text] });
        else stems.set(text, (stems.get(text) ?? new Set()).add(owner));
      }
    },
    finish: (owners) => ({
      stems: new Map(Array.from(stems, ([stem, own]) => [stem, [...own]])),
      han: buildLiteralIndex(han.finish(), owners),
    }),
  };
}

/** Owners of phrases that may be in a text, ascending; every owner of one that is there is among them. */
export function findDescribed(
  { stems, han }: SymptomIndex,
  text: Pick<Passage, "folded" | "stems">,
): number[] {
  const owners = new Set(findCandidates(han, text.folded));
  for (const stem of text.stems) {
    stems.get(stem)?.forEach((owner) => owners.add(owner));
  }
  return [...owners].sort((left, right) => left - right);
}

/** Sums of weights are not exact. */
const rounding = 1e-9;

/** The weightiest terms, as few as weigh more than a text may lack: it must have one of them. */
function requiredTerms({ terms }: Phrase): Term[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, complaintWeight);
  const mostLacking = (1 - leastCoverage) * total + rounding;
  const required: Term[] = [];
  let weight = 0;
  for (const term of terms.toSorted(byUse)) {
    if (weight > mostLacking) break;
    required.push(term);
    weight += term.weight;
  }
  return required;
}

/** Terms that say much and are long, which few texts have, come first. */
function byUse(left: Term, right: Term): number {
  return right.weight - left.weight || right.text.length - left.text.length;
}
