import type { FieldPath } from "../knowledge/field-path.ts";
import type { KnownErrorFile } from "../knowledge/known-error-file.ts";
import type { Severity } from "../knowledge/problem.ts";
import type { Collection } from "./collection.ts";

/** What a rule says about one field of one known error; the linter adds file and line. */
export interface Complaint {
  path: FieldPath;
  /** What is wrong: one plain sentence without a full stop. */
  message: string;
  /** How to mend it: one plain sentence without a full stop. */
  mend: string;
}

/** One thing that a known error should be. Adding a rule is one file and one line in `rules.ts`. */
export interface Rule {
  /** Name in findings, kebab-case. */
  name: string;
  /** Weight for a known error that somebody answers for. */
  own: Severity;
  /** Weight for the others (generated, imported); `null` where they are not asked. */
  foreign: Severity | null;
  check: (record: LintedRecord, collection: Collection) => Complaint[];
}

/** One known error under the linter. */
export interface LintedRecord extends KnownErrorFile {
  /** Path below its knowledge folder, with `/`: `kiln/cold.json`. */
  pathInFolder: string;
  /** Whether somebody answers for it: it is bundled, has examples, or claims to be checked. */
  own: boolean;
}
