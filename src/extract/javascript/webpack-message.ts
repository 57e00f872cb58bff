import type { BlockLine } from "../text/block.ts";
import { nextFilled } from "../reading/build-error.ts";
import type { Head } from "../reading/call-stack.ts";
import { readToolHead, readToolType } from "../reading/tool-error.ts";

/** The line of a bundler's report that says what is wrong. */
export interface BuildMessage {
  errorAt: number;
  head: Head;
}

/** Reads a line below a header, where any sentence counts; `null` where it belongs to a linter or a warning. */
export function readBuildMessage(lines: readonly BlockLine[], at: number): BuildMessage | null {
  const text = withoutMark(lines[at]?.text ?? "");
  if (text.startsWith("Module Warning") || /^Line \d/.test(text)) return null;
  return readKnownMessage(lines, at) ?? { errorAt: at, head: readToolHead(text) };
}

/** Reads a line that shows by itself that it is a bundler's message. */
export function readKnownMessage(lines: readonly BlockLine[], at: number): BuildMessage | null {
  const text = withoutMark(lines[at]?.text ?? "");
  const phrase = readPhrase(text);
  if (phrase !== null) return { errorAt: at, head: phrase };
  const failed = readFailed(lines, at, text);
  if (failed !== null) return failed;
  const head = readCoded(text) ?? readToolType(text);
  return head && { errorAt: at, head };
}

/** A line without the sign that Next.js and Rspack put in front. */
export function withoutMark(text: string): string {
  return text.trim().replace(/^(?:[⨯×✗] {1,2}|error - )/, "");
}

const typePhrases = ["Module not found", "Entry module not found", "Module parse failed"];

/** vue-cli's sentences above a list of modules. */
const listPhrases = new Set([
  "This dependency was not found:",
  "These dependencies were not found:",
  "This relative module was not found:",
  "These relative modules were not found:",
]);

/** `Module not found: x`, `Module parse failed: x`: the words in front of the colon are the type. */
function readPhrase(text: string): Head | null {
  const type = typePhrases.find((phrase) => text.startsWith(`${phrase}: `));
  if (type !== undefined) return { type, message: text.slice(type.length + 2) };
  return listPhrases.has(text) ? { type: null, message: text } : null;
}

/** Finds `Module not found: x` and its like anywhere in a line. */
export function findPhrase(text: string): { head: Head; column: number } | null {
  const columns = typePhrases.map((phrase) => text.indexOf(`${phrase}: `));
  const column = Math.max(...columns);
  const head = column < 0 ? null : readPhrase(text.slice(column));
  return head && { head, column };
}

/** `Module build failed (from ./x): TypeError: y`: what the loader threw, there or on the next line. */
function readFailed(lines: readonly BlockLine[], at: number, text: string): BuildMessage | null {
  const found = /^Module (?:build failed|Error)(?: \(from [^)]{1,300}\))?:(.*)$/.exec(text);
  if (found === null) return null;
  const told = (found[1] ?? "").trim();
  const errorAt = told === "" ? nextFilled(lines, at + 1, 3) : at;
  if (errorAt === null) return null;
  const head = readToolHead(told === "" ? (lines[errorAt]?.text ?? "") : told);
  // A linter's findings follow, each a report of its own.
  if (head.type === null && /^(?:[A-Za-z]:)?[\\/]\S*$/.test(head.message)) return null;
  return { errorAt, head: { type: head.type ?? "Module build failed", message: head.message } };
}

/** `TS2304: x` of ts-loader, and `x  TS2304` of Create React App. */
function readCoded(text: string): Head | null {
  const before = /^(TS\d{1,6}): (.*)$/.exec(text);
  if (before !== null) return { type: before[1] ?? null, message: before[2] ?? "" };
  const behind = text.lastIndexOf("  TS");
  const code = text.slice(behind + 2);
  return behind > 0 && /^TS\d{1,6}$/.test(code)
    ? { type: code, message: text.slice(0, behind).trimEnd() }
    : null;
}
