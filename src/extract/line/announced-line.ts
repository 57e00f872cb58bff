import { isInSource } from "../text/among-code.ts";
import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { hasErrorWord, hasFailureWord } from "./error-sentence.ts";
import type { Family } from "../family.ts";
import { recordReading } from "../reading/line-reading.ts";
import { isPrintedLine } from "./printed-line.ts";
import { isHarmless } from "./untyped-line.ts";

/**
 * Errors of no known form, for issues in which nothing else was found: a line with a word of failure
 * where output stands (announced, below a prompt, above an exit status), or the first of a few lines
 * below a sentence such as "I get this error:".
 */
export const announcedLine: Family = {
  name: "announced line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 6 || !isVerbatim(line) || isHarmless(line))
      return null;
    const text = line.text.trim();
    // All that a shell says of a program that the system stopped.
    if (text === "Killed") return recordReading(lines, at, { ...untyped, type: text, message: "" });
    const isAnnounced = line.announced === "error";
    const hasWord = isAnnounced ? hasErrorWord(text) : isOutput(lines, at) && hasFailureWord(text);
    if (!hasWord && !(isAnnounced && isAlone(lines, at))) return null;
    if (!isPrintedLine(text) || isInSource(lines, at)) return null;
    return recordReading(lines, at, { ...untyped, message: text });
  },
};

const untyped = { type: null, kind: "line", language: "other" } as const;

function isOutput(lines: readonly BlockLine[], at: number): boolean {
  const announced = lines[at]?.announced ?? null;
  if (announced !== null) return announced !== "wish";
  return isPrompt(lines[at - 1]?.text ?? "") || isExit(lines[at + 1]?.text ?? "");
}

function isPrompt(text: string): boolean {
  return /^(?:[$❯➜] |PS [A-Z]:|[A-Z]:\\[^:]{0,200}>|[\w.-]{1,40}@[\w.-]{1,60}[: ])\S/.test(
    text.trimStart(),
  );
}

function isExit(text: string): boolean {
  return /^(?:exit status [1-9]|(?:Process|Command|Program) (?:finished|exited|failed) with (?:exit )?code [1-9]|make(?:\[\d+\])?: \*\*\* |error Command failed with exit code)/.test(
    text,
  );
}

/** Lines that a block has at most for its first one to be the announced error. */
const aloneReach = 4;

/** True for the first line of words in a block that holds hardly more. */
function isAlone(lines: readonly BlockLine[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - aloneReach - 2), at).filter(isFilled);
  if (!above.every(({ text }) => isPrompt(text))) return false;
  return lines.slice(at + 1, at + aloneReach + 2).filter(isFilled).length < aloneReach;
}

function isFilled(line: BlockLine): boolean {
  return isVerbatim(line) && line.text.trim() !== "";
}
