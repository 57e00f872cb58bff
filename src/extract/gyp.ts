import { isVerbatim } from "./block.ts";
import type { Family, Reading } from "./family.ts";
import { javascript } from "./javascript.ts";
import { singleLineReading } from "./line-reading.ts";
import type { MarkedRun } from "./marked-run.ts";
import { markedRun } from "./marked-run.ts";

/**
 * Failures of node-gyp: a run of `gyp ERR!` lines, the error among them behind the word `stack`, and
 * `gyp: x` of GYP itself (https://github.com/nodejs/node-gyp).
 */
export const gyp: Family = {
  name: "gyp",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (!text.startsWith("gyp")) return null;
    if (text.startsWith("gyp: ") && lines[at] !== undefined && isVerbatim(lines[at]))
      return singleLineReading(lines, at, {
        type: "gyp",
        message: text.slice("gyp: ".length),
        kind: "build",
        language: "javascript",
      });
    if (!text.startsWith(mark)) return null;
    const run = markedRun(lines, at, (line) => unmark(line, mark));
    return readStack(run) ?? { draft: null, next: run.next };
  },
};

const mark = "gyp ERR!";

function unmark(text: string, word: string): string | null {
  const body = text.trimStart();
  return body.startsWith(word) ? body.slice(word.length).replace(/^ /, "") : null;
}

/** Reads the error that the lines with `stack` print, the whole run being its report. */
function readStack({ lines, next }: MarkedRun): Reading | null {
  const from = lines.findIndex(({ text }) => text.startsWith("stack "));
  if (from < 0) return null;
  const stack = markedRun(lines, from, (text) => unmark(text, "stack"));
  const draft =
    javascript.read(stack.lines, 0)?.draft ??
    singleLineReading(stack.lines, 0, { ...headOf(stack), kind: "build", language: "javascript" })
      .draft;
  const firstLine = lines[0]?.line ?? 1;
  const lastLine = lines[lines.length - 1]?.line ?? firstLine;
  return { draft: draft && { ...draft, kind: "build", firstLine, lastLine }, next };
}

function headOf({ lines }: MarkedRun): { type: string | null; message: string } {
  const text = lines[0]?.text.trim() ?? "";
  const typed = /^(\w{0,60}Error): (.*)$/.exec(text);
  return typed === null
    ? { type: null, message: text }
    : { type: typed[1] ?? null, message: typed[2] ?? "" };
}
