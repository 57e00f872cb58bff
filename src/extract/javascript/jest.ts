import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { nextFilled } from "../reading/build-error.ts";
import type { Family, Reading } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { hasFailure, isBesides } from "../reading/test-section.ts";
import { readToolHead, readToolType, toolReading } from "../reading/tool-error.ts";
import { readTscLine } from "./tsc.ts";

/** Jest's failures: `● suite › test`, below it and deeper the error, source around the place, calls. */
export const jest: Family = {
  name: "jest",
  read(lines, at) {
    const written = lines[at]?.text ?? "";
    const indent = indentOf(written);
    if (!written.startsWith("● ", indent)) return null;
    const title = written.slice(indent + "● ".length);
    if (title === "Console" || /Warning:?$/.test(title)) return { draft: null, next: at + 1 };
    if (title.startsWith("Cannot log after tests are done")) return readLate(lines, at, title);
    const first = nextFilled(lines, at + 1, 4);
    if (first === null || isBesides(lines[first], indent)) return null;
    if (!hasFailure(lines, first, indent)) return null;
    const errorAt = behindExplanation(lines, first, indent);
    const text = lines[errorAt]?.text ?? "";
    const isEnd = (index: number): boolean => isBesides(lines[index], indent);
    const compiled = readTscLine(text);
    const head = compiled ?? readToolHead(text);
    const reading = toolReading(lines, { at, errorAt, head, kind: "test", isEnd });
    return compiled === null ? reading : withoutSource(reading);
  },
};

function readLate(lines: readonly BlockLine[], at: number, message: string): Reading {
  return singleLineReading(lines, at, {
    type: null,
    message,
    kind: "test",
    language: "javascript",
  });
}

/** ts-jest prints what the compiler says, the source behind a blank line. */
function withoutSource({ draft, next }: Reading): Reading {
  const [fullMessage = ""] = draft?.fullMessage.split("\n\n", 1) ?? [];
  return { draft: draft && { ...draft, fullMessage }, next };
}

/** Lines that explain at most how to make Jest understand a file. */
const longestExplanation = 60;

/** Where Jest explains an unexpected token, the engine's own error stands below its advice. */
function behindExplanation(lines: readonly BlockLine[], first: number, indent: number): number {
  if (!lines[first]?.text.trim().startsWith("Jest encountered an unexpected token")) return first;
  for (let index = first + 1; index - first < longestExplanation; index += 1) {
    const line = lines[index];
    if (line === undefined || isBesides(line, indent)) break;
    if (readToolType(line.text) !== null) return index;
  }
  return first;
}
