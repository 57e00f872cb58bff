import { z } from "zod";
import { parseJsonLines } from "./json-lines.ts";

const labelledError = z.object({
  type: z.string().nullable(),
  message: z.string(),
  kind: z.string(),
  language: z.string().default("other"),
  first_line: z.number().int().positive(),
  last_line: z.number().int().positive(),
  also_accept: z.array(z.object({ type: z.string().nullable(), message: z.string() })).default([]),
});

/** One error that a person marked in an issue. */
export type LabelledError = z.infer<typeof labelledError>;

const labelledIssue = z.object({
  id: z.string(),
  /** Line 1 the title, line 2 empty, then the body. */
  text: z.string(),
  has_error: z.boolean(),
  errors: z.array(labelledError).default([]),
  /** Index in `errors` of the one the issue is about. */
  primary: z.number().int().nonnegative().nullable().default(null),
});

/** A real issue with the errors that a person found in it. */
export type LabelledIssue = z.infer<typeof labelledIssue>;

/** Reads labelled issues, one JSON object a line; throws a `UserError` that names the line that is none. */
export function parseLabelledIssues(jsonl: string, file: string): LabelledIssue[] {
  return parseJsonLines(labelledIssue, { jsonl, file, what: "labelled issue" });
}
