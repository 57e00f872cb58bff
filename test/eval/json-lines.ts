import { z } from "zod";
import { UserError } from "../../src/errors.ts";

/** Where the lines come from, for messages. */
interface JsonLines {
  jsonl: string;
  file: string;
  /** What each line should be: `labelled issue`. */
  what: string;
}

/** Reads one JSON object a line; throws a `UserError` that names the line that does not fit and why. */
export function parseJsonLines<Entry>(
  schema: z.ZodType<Entry>,
  { jsonl, file, what }: JsonLines,
): Entry[] {
  return jsonl.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const where = `${file}:${index + 1}`;
    const parsed = schema.safeParse(parseJson(line, where));
    if (parsed.success) return [parsed.data];
    throw new UserError(`${where}: this is no ${what}:\n${z.prettifyError(parsed.error)}`);
  });
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UserError(`${where}: this line is no JSON; the file must hold one object a line.`, {
      cause,
    });
  }
}
