/** How bad it is: an `error` keeps a record out or makes it wrong, a `warning` makes it worse, a `note` only informs. */
export type Severity = "error" | "warning" | "note";

/** Something wrong with a knowledge folder, one of its files or one field. */
export interface KnowledgeProblem {
  /** Path of the file or folder, as given plus what lies below it. */
  file: string;
  /** 1-based line of the field within the file, `null` where it is not known. */
  line: number | null;
  /** Path of the field (`workarounds[0].how`), `null` when it is about the whole file. */
  field: string | null;
  severity: Severity;
  /** What is wrong: one plain sentence without a full stop. */
  message: string;
  /** How to mend it: one plain sentence without a full stop. */
  mend: string;
}

/** One line for people: where, how bad, what, and how to mend it. */
export function formatProblem(problem: KnowledgeProblem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === null ? "" : `${problem.field}: `;
  return `${place}: ${problem.severity}: ${field}${problem.message}. ${problem.mend}.`;
}
