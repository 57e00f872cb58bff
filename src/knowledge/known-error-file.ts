import { fieldLines, formatFieldPath } from "./field-path.ts";
import type { FieldPath } from "./field-path.ts";
import { KnownError } from "./known-error.ts";
import { parseJson } from "./parse-json.ts";
import type { KnowledgeProblem } from "./problem.ts";
import { explainSchemaIssue, fieldPathOf } from "./schema-problem.ts";

/** One file of a knowledge folder that holds a known error. */
export interface KnownErrorFile {
  /** Path of the file, as given plus what lies below it. */
  file: string;
  knownError: KnownError;
  /** The members as they stand in the file, before defaults are filled in. */
  written: Record<string, unknown>;
  /** 1-based line of a field within the file, `null` where it is not known. */
  lineOf: (path: FieldPath) => number | null;
}

/** A known error and where it stands, or the problems that keep it out. */
export type ParsedKnownErrorFile =
  | { kind: "loaded"; loaded: KnownErrorFile }
  | { kind: "refused"; problems: KnowledgeProblem[] };

/** Problems reported for one file at most; what follows them is mostly the same mistake again. */
const maxProblems = 20;

/** Reads one known error from the bytes of its file. Throws on no input. */
export function parseKnownErrorFile(file: string, bytes: Uint8Array): ParsedKnownErrorFile {
  const parsed = parseJson(bytes);
  if (parsed.kind === "failed") {
    const { message, mend, line } = parsed;
    return refused([{ file, line, field: null, severity: "error", message, mend }]);
  }
  const { value } = parsed;
  if (!isObject(value)) {
    const message = "the file does not hold a JSON object";
    const mend = 'Write one known error a file: { "id": ..., "signature": ..., ... }';
    return refused([{ file, line: 1, field: null, severity: "error", message, mend }]);
  }
  const lineOf = fieldLines(parsed.text);
  const result = KnownError.safeParse(value);
  if (!result.success) {
    const issues = result.error.issues.slice(0, maxProblems);
    return refused(
      issues.map((issue) => {
        const path = fieldPathOf(issue);
        const { message, mend } = explainSchemaIssue(issue, value);
        const field = formatFieldPath(path);
        return { file, line: lineOf(path), field, severity: "error", message, mend };
      }),
    );
  }
  return { kind: "loaded", loaded: { file, knownError: result.data, written: value, lineOf } };
}

function refused(problems: KnowledgeProblem[]): ParsedKnownErrorFile {
  return { kind: "refused", problems };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
