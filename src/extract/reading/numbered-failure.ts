import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import { nextFilled } from "./build-error.ts";
import type { Family } from "../family.ts";
import { readScriptFrame } from "../javascript/javascript-frame.ts";
import { hasFailure, isBesides } from "./test-section.ts";
import { readToolHead, toolReading } from "./tool-error.ts";

/**
 * Failures that Mocha, Cypress, Playwright and Jasmine number: `1) suite test:`, below it and deeper
 * the error and its calls.
 */
export const numberedFailure: Family = {
  name: "numbered failure",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isTitle(line.text)) return null;
    const indent = indentOf(line.text);
    const errorAt = behindTitle(lines, at, indent);
    if (errorAt === null || !hasFailure(lines, errorAt, indent)) return null;
    const isEnd = (index: number): boolean =>
      isBesides(lines[index], indent) && !isMessage(lines, index, indent);
    const head = readToolHead(lines[errorAt]?.text ?? "");
    const reading = toolReading(lines, { at, errorAt, head, kind: "test", isEnd });
    // People number what they tell as well.
    return isVerbatim(line) || (reading.draft?.frames.length ?? 0) > 0 ? reading : null;
  },
};

/** Lines of a message that may stand before the first call. */
const longestMessage = 15;

/** Mocha does not indent the further lines of a message: the calls are still to come then. */
function isMessage(lines: readonly BlockLine[], from: number, indent: number): boolean {
  for (let index = from; index - from < longestMessage; index += 1) {
    const text = lines[index]?.text ?? null;
    if (text === null || isTitle(text) || /^\s*\d{1,6} (?:passing|failing|pending)\b/.test(text))
      return false;
    if (indentOf(text) > indent && readScriptFrame(text) !== null) return true;
  }
  return false;
}

function isTitle(text: string): boolean {
  return /^\s{0,12}\d{1,4}\) \S/.test(text);
}

/** Lines that the names of nested suites take up. */
const longestTitle = 10;

/** Index of the error: behind the title, which Mocha ends with a colon, Playwright with a rule. */
function behindTitle(lines: readonly BlockLine[], at: number, indent: number): number | null {
  const first = lines[at]?.text ?? "";
  if (first.includes(" › ") || /[─=]{3}$/.test(first)) return deeper(lines, at + 1, indent);
  for (let index = at; index - at < longestTitle; index += 1) {
    const line = lines[index];
    const text = line?.text.trim() ?? "";
    if (text === "" || (index > at && isBesides(line, indent))) return null;
    if (text === "Message:") return deeper(lines, index + 1, indent);
    if (text.endsWith(":") && lines[index + 1]?.text.trim() !== "Message:")
      return deeper(lines, index + 1, indent);
    if (readScriptFrame(text) !== null) return null;
  }
  return null;
}

function deeper(lines: readonly BlockLine[], from: number, indent: number): number | null {
  const index = nextFilled(lines, from, 4);
  return index === null || isBesides(lines[index], indent) ? null : index;
}
