import type { KnownError } from "../knowledge/known-error.ts";
import { compileErrors } from "./compile-knowledge.ts";
import type { Passage } from "./described-prose.ts";
import type { LiteralIndex } from "./literal-index.ts";
import { itemOf, openKnowledge } from "./open-knowledge.ts";
import type { PackageWeights } from "./package-weights.ts";
import type { Pattern } from "./pattern.ts";
import type { PreparedError } from "./prepared-error.ts";
import type { PreparedSymptoms } from "./symptom-phrase.ts";
import type { WordWeights } from "./word-weights.ts";

/** Known errors prepared for matching: built once, then only read. */
export interface KnowledgeBase {
  /** Number of known errors; they are told apart by their positions from 0, here called owners. */
  readonly size: number;
  /** What could not be used, one sentence each; the rest works without it. */
  readonly problems: readonly string[];
  /** Over the regexes. */
  readonly patterns: LiteralIndex;
  /** Over signatures and aliases. */
  readonly wordings: LiteralIndex;
  /** The regex of a known error alone, which is all that a search for regexes needs. */
  readonly patternAt: (owner: number) => Pattern | null;
  readonly preparedAt: (owner: number) => PreparedError;
  /** Symptoms of a known error, in a list that is empty when it has none. */
  readonly symptomsAt: (owner: number) => readonly PreparedSymptoms[];
  /** Symptoms that a text may describe, of known errors that can be recognized without an error text. */
  readonly symptomsIn: (text: Pick<Passage, "folded" | "stems">) => readonly PreparedSymptoms[];
  readonly weights: WordWeights;
  readonly packageWeights: PackageWeights;
}

/** Prepares known errors for matching; a part that cannot be used is left out and reported in `problems`. */
export function compileKnowledge(knownErrors: readonly KnownError[]): KnowledgeBase {
  return openKnowledge(compileErrors(knownErrors), itemOf(knownErrors));
}
