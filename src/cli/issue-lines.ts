import { z } from "zod";
import type { CliIo } from "./cli-io.ts";
import { openText, readFailure } from "./read-text.ts";
import { textLines } from "./text-lines.ts";
import type { TextLine } from "./text-lines.ts";

const Id = z.union([z.string(), z.number()]);

/** One line of a file of issues. */
const Entry = z.looseObject({ id: Id.nullish(), text: z.string() });

/** A line of a file of issues: one to diagnose, or why it is none. */
export type IssueLine =
  | { kind: "issue"; id: string | number | null; text: string }
  | { kind: "bad"; id: string | number | null; problem: string };

/**
 * Reads a file (`-` is standard input) of `{"id", "text"}`, one a line, while it is read; blank lines
 * are passed over. Throws a `UserError` when the file cannot be read.
 */
export async function* readIssueLines(file: string, io: CliIo): AsyncGenerator<IssueLine> {
  try {
    for await (const line of textLines(openText(file, io))) {
      if (line.text?.trim() !== "") yield issueLine(line);
    }
  } catch (error) {
    throw readFailure(file, error);
  }
}

function issueLine({ number, text }: TextLine): IssueLine {
  if (text === null) return { kind: "bad", id: null, problem: `line ${number} is too long` };
  let value: unknown;
  try {
    value = JSON.parse(number === 1 ? text.replace(/^\ufeff/, "") : text);
  } catch {
    return { kind: "bad", id: null, problem: `line ${number} is not JSON` };
  }
  const entry = Entry.safeParse(value);
  if (entry.success) return { kind: "issue", id: entry.data.id ?? null, text: entry.data.text };
  const { data } = z.looseObject({ id: Id }).safeParse(value);
  const problem = `line ${number} is not {"id": ..., "text": "..."}`;
  return { kind: "bad", id: data?.id ?? null, problem };
}
