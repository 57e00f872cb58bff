import type { KnownError } from "../knowledge/known-error.ts";
import type { Frequencies } from "./frequencies.ts";
import type { LiteralIndex } from "./literal-index.ts";
import type { CompiledPattern } from "./pattern.ts";
import type { Wording } from "./wording.ts";

/** What matching needs to know of a known error, as plain data. */
export interface CompiledError {
  knownError: KnownError;
  pattern: CompiledPattern | null;
  wordings: readonly Wording[];
  /** As in `PreparedError`. */
  exceptions: readonly string[];
  packages: readonly string[];
  confusedWith: readonly string[];
}

/** Known errors prepared for matching, as plain data that can be stored. */
export interface CompiledKnowledge {
  /** Number of known errors; owners in the indexes are their positions. */
  readonly size: number;
  /** What could not be used, one sentence each; the rest works without it. */
  readonly problems: readonly string[];
  readonly errorAt: (owner: number) => CompiledError;
  /** Over the regexes. */
  readonly patterns: LiteralIndex;
  /** Over signatures and aliases. */
  readonly wordings: LiteralIndex;
  /** Those that can be recognized without an error text. */
  readonly described: Uint32Array;
  /** In how many known errors each word of a wording stands, and each package. */
  readonly words: Frequencies;
  readonly packages: Frequencies;
}
