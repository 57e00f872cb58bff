import { isUtf8 } from "node:buffer";
import { yaml } from "./yaml.ts";

/** A JSON value, or why there is none and on which 1-based line (`null` where it is not known). */
export type ParsedJson =
  | { kind: "value"; value: unknown; text: string }
  | { kind: "failed"; message: string; mend: string; line: number | null };

/** Parses the bytes of a JSON file; says on which line it is broken. Throws on no input. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  if (!isUtf8(bytes)) {
    const line = lineOfBrokenBytes(Buffer.from(bytes));
    return failed("the file is not UTF-8", "Save it as UTF-8 text", line);
  }
  const text = new TextDecoder().decode(bytes);
  try {
    return { kind: "value", value: JSON.parse(text), text };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // V8 quotes the text around the place, which may be long; the line says it better.
    const message = `the file is not JSON: ${reason.replace(/, "[^]*" is not valid JSON$/, "")}`;
    return failed(
      message.replace(/ in JSON at position[^]*$/, ""),
      "Correct the JSON (double quotes, no comments, no comma before a closing bracket)",
      lineOfSyntaxError(text, reason),
    );
  }
}

function failed(message: string, mend: string, line: number | null): ParsedJson {
  return { kind: "failed", message, mend, line };
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be tried alone. */
function lineOfBrokenBytes(bytes: Buffer): number | null {
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) {
      return line;
    }
    start = end + 1;
  }
  return null;
}

/** V8 names the line of most mistakes; for the rest (bare words) the YAML parser does. */
function lineOfSyntaxError(text: string, reason: string): number | null {
  const named = /\(line (\d+) column \d+\)$/.exec(reason)?.[1];
  if (named !== undefined) {
    return Number(named);
  }
  const { LineCounter, parseDocument } = yaml();
  const counter = new LineCounter();
  const options = { lineCounter: counter, schema: "json", logLevel: "silent" } as const;
  return parseDocument(text, options).errors[0]?.linePos?.[0].line ?? null;
}
