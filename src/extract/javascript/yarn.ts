import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Family, Reading } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { markedRun } from "../reading/marked-run.ts";
import { readToolType, toolReading } from "../reading/tool-error.ts";

/**
 * Failures of Yarn: version 1 prints `error x` among its steps, later ones `➤ YN0001: │ x` with a
 * code of their own (https://yarnpkg.com/advanced/error-codes).
 */
export const yarn: Family = {
  name: "yarn",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title") return null;
    const text = line.text.trimStart();
    if (text.startsWith("➤ YN"))
      return readMarked(lines, at, text.slice("➤ ".length, "➤ YN0001".length));
    if (!text.startsWith("error ")) return null;
    const message = text.slice("error ".length);
    const isKnown = isYarns(message) || (isVerbatim(line) && isAmongSteps(lines, at));
    if (!isKnown || message.startsWith("in ")) return null;
    return singleLineReading(lines, at, {
      type: "error",
      message,
      kind: "build",
      language: "javascript",
    });
  },
};

const sentences = [
  "An unexpected error occurred: ",
  "Command failed with exit code ",
  "Couldn't find a package.json file",
  "Couldn't find any versions for ",
  "Couldn't find package ",
  "Found incompatible module",
  "Your lockfile needs to be updated",
];

function isYarns(message: string): boolean {
  return (
    sentences.some((sentence) => message.startsWith(sentence)) || message.includes(": The engine ")
  );
}

/** Lines above and below in which the steps may stand. */
const stepsAbove = 30;
const stepsBelow = 3;

/** True among lines that only Yarn prints: its version, its steps, where its documentation is. */
function isAmongSteps(lines: readonly BlockLine[], at: number): boolean {
  return lines
    .slice(Math.max(0, at - stepsAbove), at + 1 + stepsBelow)
    .some(({ text }) =>
      /^(?:yarn (?:run|install|add|global|upgrade|remove) v\d|\[\d\/\d\] \S|info (?:Visit https:\/\/yarnpkg|If you think this is a bug)|Exit code: \d)/.test(
        text,
      ),
    );
}

/** Codes whose lines are no warnings, hints or progress. */
const errorCodes: ReadonlySet<number> = new Set([
  1, 9, 10, 11, 12, 14, 15, 16, 18, 20, 21, 22, 28, 30, 33, 35, 41, 42, 43, 44, 45, 46, 51, 52, 53,
  56, 57, 58, 64, 66, 67, 71, 72, 78, 80, 81, 82, 83,
]);

/** Lines that one finding may take up. */
const mostLines = 60;

/** Reads the lines with one code: a stack stands below its error. */
function readMarked(lines: readonly BlockLine[], at: number, code: string): Reading {
  const run = markedRun(lines.slice(at, at + mostLines), 0, (text) =>
    // A stack's calls stand below their error without the mark.
    /^\s+at /.test(text) ? text : unmark(text, code),
  );
  const errorAt = run.lines.findIndex(({ text }) => /^[A-Za-z@\d'"`]/.test(text));
  const text = run.lines[errorAt]?.text ?? "";
  if (!errorCodes.has(Number(code.slice(2))) || errorAt < 0) return { draft: null, next: at + 1 };
  const head: Head = readToolType(text) ?? { type: code, message: text };
  const isEnd = (index: number): boolean => !isBelow(run.lines[index]?.text ?? "");
  const { draft, next } = toolReading(run.lines, { at: 0, errorAt, head, kind: "build", isEnd });
  return { draft, next: at + next };
}

/** Other findings with the same code have reports of their own. */
function isBelow(text: string): boolean {
  return /^(?:\s|at |$)/.test(text);
}

function unmark(text: string, code: string): string | null {
  const body = text.trimStart();
  if (!body.startsWith(`➤ ${code}:`)) return null;
  return body.slice(`➤ ${code}:`.length).replace(/^ (?:[│┌└·] ?)?/, "");
}
