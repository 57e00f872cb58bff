import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Family, Reading } from "../family.ts";
import { findTyped, isCode } from "../reading/find-typed.ts";
import { readOddType, withoutUncaught } from "../javascript/javascript-head.ts";
import { lineReading, singleLineReading } from "../reading/line-reading.ts";
import { behindExcerpt } from "../javascript/node-excerpt.ts";
import { readNodeFields } from "../javascript/node-fields.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/** Errors that JavaScript's runtimes, consoles and frameworks print without a stack. */
export const scriptLine: Family = {
  name: "script line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text === "") return null;
    const vue = readVueWarning(line.text);
    if (vue !== null) return readingOf(lines, at, vue);
    if (!isVerbatim(line)) return null;
    const head = behindExcerpt(lines, at);
    return head === null ? readPlain(lines, at) : behind(line, readPlain(lines, head));
  },
};

function readPlain(lines: readonly BlockLine[], at: number): Reading | null {
  // Metro says the level in front.
  const text = (lines[at]?.text ?? "").trim().replace(/^ERROR {1,2}/, "");
  const odd = readOddAlone(text);
  if (odd !== null) return lineReading(lines, at, { ...odd, kind: "line", language: "javascript" });
  const found =
    readRejection(text) ?? readPrinted(text) ?? readUncaught(text) ?? readSentence(text);
  return found === null || isCode(text) ? null : readingOf(lines, at, found);
}

/** The report with the excerpt above it. */
function behind({ line }: BlockLine, reading: Reading | null): Reading | null {
  return reading && { ...reading, draft: reading.draft && { ...reading.draft, firstLine: line } };
}

function readingOf(lines: readonly BlockLine[], at: number, head: Head): Reading {
  const line = lines[at];
  const isOutput = line === undefined || isVerbatim(line) || line.text.trimStart().startsWith("[");
  const kind = isOutput ? "line" : "inline";
  const reading = singleLineReading(lines, at, { ...head, kind, language: "javascript" });
  if (line?.text.endsWith("{") !== true || reading.draft === null) return reading;
  const { causes, next } = readNodeFields(lines, at + 1, indentOf(line.text));
  const lastLine = lines[next - 1]?.line ?? line.line;
  return { draft: { ...reading.draft, causes, lastLine }, next };
}

/** Vue 2 prints `[Vue warn]: Error in render: "TypeError: x"` for an error that it caught. */
function readVueWarning(text: string): Head | null {
  const at = text.indexOf("[Vue warn]: Error in ");
  const open = at < 0 ? -1 : text.indexOf(': "', at + "[Vue warn]:".length);
  if (open < 0) return null;
  const quoted = text.slice(open + ': "'.length).replace(/"[\s`]{0,3}$/, "");
  return readTypedMessage(quoted);
}

/** Node's old `(node:1) UnhandledPromiseRejectionWarning: Error: x`; without an error it is only a warning. */
function readRejection(text: string): Head | null {
  const word = "UnhandledPromiseRejectionWarning: ";
  const at = text.indexOf(word);
  if (at < 0 || (at > 0 && text[at - 1] !== " ")) return null;
  const typed = findTyped(text.slice(at + word.length));
  return typed !== null && typed.column === 0 ? typed : null;
}

/** `[Error: x]` as Node prints an error that has no stack; words may stand in front, ` {` and its fields behind. */
function readPrinted(text: string): Head | null {
  const body = text.replace(/ \{$/, "");
  if (!body.endsWith("]")) return null;
  const open = body.indexOf("[");
  if (!/^(?:[^"'`=;{}[\]]{0,120}[: ])?$/.test(body.slice(0, open))) return null;
  const inner = body.slice(open + 1, -1);
  const typed = readTypedMessage(inner);
  if (typed === null || typed.message === "") return null;
  const isError = /(?:Error|Exception|UnhandledPromiseRejection)$/.test(typed.type);
  return isError && !typed.message.includes("]:") ? typed : null;
}

/** What a console prints behind `Uncaught`: an odd type, an object that holds the message, plain words. */
function readUncaught(text: string): Head | null {
  const at = text.indexOf("Uncaught ");
  if (at < 0) return null;
  if (at > 0 && !/^\S{1,300}:\d{1,7} {1,2}$/.test(text.slice(0, at))) return null;
  const plain = withoutUncaught(text.slice(at));
  const odd = readOddType(plain);
  if (odd !== null) return odd;
  if (plain.startsWith("Error: ") || findTyped(plain) !== null) return null;
  const held = /^(\w{0,60}(?:Error|Exception)) \{/.exec(plain)?.[1];
  if (held !== undefined) return { type: held, message: heldMessage(plain) };
  return /^(?!(?:exception|error)s?\b)[A-Za-z][\w'’]{0,30} \w+ [^{]/i.test(plain)
    ? { type: null, message: plain }
    : null;
}

/** Types of two words that stand at a line's start; `error` alone is anybody's. */
function readOddAlone(text: string): Head | null {
  return /^(?:In|Sv|Us)/.test(text) && !text.startsWith("error") ? readOddType(text) : null;
}

/** The `message: 'x'` of an object as Chrome's console shows it. */
function heldMessage(text: string): string {
  const found = /\bmessage: (?:'([^']{0,400})'|"([^"]{0,400})")/.exec(text);
  return found?.[1] ?? found?.[2] ?? "";
}

/** What engines and browsers say in full sentences. */
function readSentence(text: string): Head | null {
  const isEngine =
    text.length < 300 &&
    text.includes(" is not ") &&
    (/^[\w$.()[\]'"]{1,120} is not (?:a function|defined|a constructor|iterable)\.?$/.test(text) ||
      /^[\w ]{1,40} is not an object \(evaluating '/.test(text));
  return isEngine || isBlocked(text) ? { type: null, message: text } : null;
}

/** A browser's refusal to load what a page asks for. */
function isBlocked(text: string): boolean {
  if (text.startsWith("Access to ")) return text.includes(" has been blocked by CORS policy: ");
  if (text.startsWith("Refused to ")) return / because | violates /.test(text);
  return text.startsWith("Cross-Origin Request Blocked: ");
}
