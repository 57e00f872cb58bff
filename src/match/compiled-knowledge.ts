import type { Frequencies } from "./frequencies.ts";
import type { LiteralIndex } from "./literal-index.ts";
import type { PackedRecords } from "./packed-records.ts";
import type { CompiledPattern } from "./pattern.ts";
import type { SymptomIndex } from "./symptom-index.ts";
import type { Wording } from "./wording.ts";

/** What matching needs to know of a known error, as plain data. */
export interface CompiledError {
  /** Not weighed yet. */
  wordings: readonly Wording[];
  /** As in `PreparedError`. */
  exceptions: readonly string[];
  packages: readonly string[];
  confusedWith: readonly string[];
}

/** Known errors prepared for matching: plain data, which can be stored. */
export interface CompiledKnowledge {
  /** Number of known errors; owners in the indexes are their positions. */
  readonly size: number;
  /** What could not be used, one sentence each; the rest works without it. */
  readonly problems: readonly string[];
  readonly errors: PackedRecords<CompiledError>;
  /** Its regex, where it has one; apart, because a search for regexes needs nothing else. */
  readonly regexes: PackedRecords<CompiledPattern | null>;
  /** Over the regexes. */
  readonly patterns: LiteralIndex;
  /** Over signatures and aliases. */
  readonly wordings: LiteralIndex;
  /** Over what reporters say who quote no error. */
  readonly symptoms: SymptomIndex;
  /** In how many known errors each word of a wording stands, and each package. */
  readonly words: Frequencies;
  readonly packages: Frequencies;
}
