import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Draft, Family, Reading } from "../family.ts";
import { javascript } from "./javascript.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import type { MarkedRun } from "../reading/marked-run.ts";
import { markedRun } from "../reading/marked-run.ts";
import { readToolHead, readToolType } from "../reading/tool-error.ts";

/**
 * Failures of tools that log as npm once did (https://github.com/npm/npmlog): a run of `ERR!` lines
 * behind the tool's name (`gyp ERR!`, `lerna ERR!`), the error among them perhaps behind the word
 * `stack`; and `gyp: x`, the reason of GYP itself.
 */
export const npmlog: Family = {
  name: "npmlog",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text === "") return null;
    const reason = readReason(line);
    if (reason !== null) return singleLineReading(lines, at, { ...reason, ...kinds });
    const mark = markOf(line.text);
    if (mark === null || !(isVerbatim(line) || mark === "gyp ERR!")) return null;
    const run = markedRun(lines, at, (text) => unmark(text, mark));
    const draft = readStack(run) ?? (mark.startsWith("gyp") ? null : readFirst(run));
    const lastLine = run.lines[run.lines.length - 1]?.line ?? line.line;
    return {
      draft: draft && { ...draft, kind: "build", firstLine: line.line, lastLine },
      next: run.next,
    };
  },
};

const kinds = { kind: "build", language: "javascript" } as const;

function readReason(line: BlockLine): { type: string; message: string } | null {
  const isReason = line.text.startsWith("gyp: ") && isVerbatim(line);
  return isReason ? { type: "gyp", message: line.text.slice("gyp: ".length) } : null;
}

/** `gyp ERR!`, `ERR!`: the mark with which each line of the run begins. */
function markOf(text: string): string | null {
  const end = text.indexOf("ERR!");
  if (end < 0 || end > 40) return null;
  const name = text.slice(0, end).trim();
  return /^[\w@./-]{0,30}$/.test(name) ? `${name} ERR!`.trimStart() : null;
}

function unmark(text: string, word: string): string | null {
  const body = text.trimStart();
  return body.startsWith(word) ? body.slice(word.length).replace(/^ /, "") : null;
}

/** Reads the error that the lines with `stack` print. */
function readStack({ lines }: MarkedRun): Draft | null {
  const from = lines.findIndex(({ text }) => text.startsWith("stack "));
  if (from < 0) return null;
  return readHere(markedRun(lines, from, (text) => unmark(text, "stack")).lines, 0);
}

/** Reads the first error with a type, else the first line of words. */
function readFirst({ lines }: MarkedRun): Draft | null {
  const typed = lines.findIndex(({ text }) => readToolType(text) !== null);
  const first = lines.findIndex(
    ({ text }) => / \S+ /.test(text.trim()) && !/std(?:out|err):$/.test(text),
  );
  const from = typed < 0 ? first : typed;
  return from < 0 ? null : readHere(lines, from);
}

function readHere(lines: readonly BlockLine[], from: number): Draft | null {
  const head: Head = readToolHead(lines[from]?.text ?? "");
  const reading: Reading | null =
    javascript.read(lines, from) ?? singleLineReading(lines, from, { ...head, ...kinds });
  return reading.draft;
}
