import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { phpCall } from "./php-place.ts";
import { readPhpStack } from "./php-stack.ts";
import { isPhpType } from "./php-type.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Error pages copied as text, Slim's above all: `Type: ...`, `Message: ...`, `File: ...`, `Line: ...`
 * below one another or on one line, the stack below
 * (https://github.com/slimphp/Slim/blob/4.x/Slim/Error/Renderers).
 */
export const phpPage: Family = {
  name: "php page",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (!text.startsWith("Type: ") && !text.startsWith("Details Type: ")) return null;
    const fields = readFields(lines, at);
    if (fields === null) return null;
    const stack = readPhpStack(lines, fields.next);
    const place = { ...phpCall(fields.file, fields.line, ""), function: null };
    const frames = [place, ...stack.frames];
    const error = errorOver(lines, { at, next: at + 1 }, fields);
    return readingOver(
      lines,
      { at, next: stack.next },
      {
        error,
        language: "php",
        kind: frames.length > 1 ? "tb" : "line",
        frames: frames.toReversed(),
      },
    );
  },
};

interface Fields {
  type: string;
  message: string;
  file: string;
  line: number;
  next: number;
}

const names = ["Type", "Code", "Message", "File", "Line"];

/** The fields within the next lines, in the order in which Slim prints them. */
function readFields(lines: readonly BlockLine[], at: number): Fields | null {
  const fields = new Map<string, string>();
  let next = at;
  for (let below = at; below < at + 8 && below < lines.length && !fields.has("Line"); below += 1) {
    const text = lines[below]?.text ?? "";
    for (const [name, value] of fieldsIn(text)) {
      fields.set(name, value);
      next = below + 1;
    }
  }
  const type = fields.get("Type") ?? "";
  const line = Number(/^\d{1,7}/.exec(fields.get("Line") ?? "")?.[0] ?? Number.NaN);
  const isError = isPhpType(type) && fields.has("Message");
  if (!isError || Number.isNaN(line)) return null;
  const traceAt = lines[next]?.text.trim() === "" ? next + 1 : next;
  return {
    type,
    message: fields.get("Message") ?? "",
    file: fields.get("File") ?? "",
    line,
    next: traceAt,
  };
}

function fieldsIn(text: string): [string, string][] {
  const marks = names
    .map((name) => ({ name, at: indexOfField(text, name) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return marks.map(({ name, at }, index) => {
    const end = marks[index + 1]?.at ?? text.length;
    return [name, text.slice(at + name.length + 1, end).trim()];
  });
}

/** A field begins its line or stands behind a blank. */
function indexOfField(text: string, name: string): number {
  if (text.trimStart().startsWith(`${name}:`)) return text.indexOf(name);
  const at = text.indexOf(` ${name}: `);
  return at < 0 ? -1 : at + 1;
}
