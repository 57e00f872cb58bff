import type { BlockLine } from "./text/block.ts";
import type { ErrorReport } from "./error-report.ts";

/** A report as a family reads it, before repeats are merged. */
export type Draft = Omit<ErrorReport, "fingerprint" | "repeatedAt" | "prefixes" | "attachment">;

/** What a family made of the lines from a place on. */
export interface Reading {
  /** `null` when the lines are of the family's shape but hold no error. */
  draft: Draft | null;
  /** Index of the first line that is not part of it; always greater than where the reading began. */
  next: number;
}

/** A way in which programs print errors. Adding one is a file, its test, and a line in `families.ts`. */
export interface Family {
  name: string;
  /**
   * Reads the report that begins at `lines[at]`; `null` when none does. Looks ahead a bounded
   * number of lines before it knows, so that the driver makes one pass.
   */
  read(lines: readonly BlockLine[], at: number): Reading | null;
}
