import { lastPart } from "../extract/reading/typed-message.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import type { CompiledError } from "./compiled-knowledge.ts";
import type { Pattern } from "./pattern.ts";
import type { WordWeights } from "./word-weights.ts";
import { weighWording } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** A known error in the form in which it is compared. */
export interface PreparedError {
  knownError: KnownError;
  pattern: Pattern | null;
  wordings: readonly Wording[];
  /** Case-folded last parts of the types that it is raised as; empty when the record names none. */
  exceptions: ReadonlySet<string>;
  /** Packages that raise or cause it, in the spelling of `packageName`. */
  packages: ReadonlySet<string>;
  /** Ids of the known errors that it says it is confused with. */
  confusedWith: ReadonlySet<string>;
}

/** A compiled known error, ready to be compared. */
export function prepareError(
  compiled: CompiledError,
  { knownError, pattern }: Pick<PreparedError, "knownError" | "pattern">,
  weights: WordWeights,
): PreparedError {
  return {
    knownError,
    pattern,
    wordings: compiled.wordings.map((wording) => weighWording(wording, weights)),
    exceptions: new Set(compiled.exceptions),
    packages: new Set(compiled.packages),
    confusedWith: new Set(compiled.confusedWith),
  };
}

/** The form in which types are compared: the last part, without case. */
export function foldType(type: string): string {
  return lastPart(type).toLowerCase();
}
