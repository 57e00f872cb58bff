import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Head } from "./call-stack.ts";
import { isCodeFrameLine } from "./code-frame.ts";
import type { Frame, ReportedError, ReportKind } from "../error-report.ts";
import type { Draft, Reading } from "../family.ts";
import { readScriptFrame } from "../javascript/javascript-frame.ts";
import { readOddType, readScriptCause, withoutUncaught } from "../javascript/javascript-head.ts";
import { limits } from "../limits.ts";
import { placeOf } from "./script-place.ts";
import { isErrorType, readTypedMessage } from "./typed-message.ts";

/** Where a tool's report begins, which of its lines holds the error, and how it is classed. */
export interface ToolReport {
  at: number;
  /** Index of the line with the error; `at` or behind it. */
  errorAt: number;
  /** What that line says. */
  head: Head;
  kind: ReportKind;
  /** True for the index of a line with which the tool goes on to something else. */
  isEnd: (index: number) => boolean;
}

/** Lines of one report that are read: a message may hold a diff. */
const mostLines = 200;

/**
 * Reads an error in the form that build tools and test runners share: message, perhaps source
 * around the place, calls.
 */
export function toolReading(lines: readonly BlockLine[], report: ToolReport): Reading {
  const { at, errorAt, head } = report;
  const { message, frames, causes, next } = readBody(lines, report);
  const fullMessage = [head.message, ...message].join("\n").trim().slice(0, limits.fullMessage);
  const line = lines[errorAt]?.line ?? 1;
  const draft: Draft = {
    type: head.type,
    message: fullMessage.split("\n", 1)[0]?.trim() ?? "",
    fullMessage,
    line,
    kind: report.kind,
    language: "javascript",
    frames: frames.toReversed(),
    causes,
    firstLine: lines[at]?.line ?? line,
    lastLine: lines[next - 1]?.line ?? line,
  };
  return { draft, next };
}

interface Body {
  message: string[];
  frames: Frame[];
  causes: ReportedError[];
  /** Index behind the last line that is not blank. */
  next: number;
}

function readBody(lines: readonly BlockLine[], { errorAt, isEnd, kind }: ToolReport): Body {
  const body: Body = { message: [], frames: [], causes: [], next: errorAt + 1 };
  const indent = indentOf(lines[errorAt]?.text ?? "");
  let isMessage = true;
  for (let index = errorAt + 1; index < lines.length && index - errorAt < mostLines; index += 1) {
    const line = lines[index];
    if (line === undefined || isEnd(index)) break;
    const frame = readScriptFrame(line.text);
    const cause = frame === null ? readScriptCause(line.text) : null;
    if (frame !== null && body.causes.length === 0 && body.frames.length < limits.frames)
      body.frames.push(frame);
    if (cause !== null && body.causes.length < limits.causes)
      body.causes.push({ ...cause, fullMessage: cause.message, line: line.line });
    isMessage &&= frame === null && cause === null && !isQuote(line.text, kind);
    if (isMessage) body.message.push(withoutIndent(line.text, indent));
    if (line.text.trim() !== "") body.next = index + 1;
  }
  return body;
}

/** The place on a line of its own, source around it, webpack's ` @ ./x`, Jasmine's heading. */
function isQuote(text: string, kind: ReportKind): boolean {
  if (isCodeFrameLine(text) || /^\s{0,20}Stack:$/.test(text)) return true;
  if (kind === "build" && /^\s{0,20}(?:[|>] |[|>]$|@ \S)/.test(text)) return true;
  // Rollup writes `a.js (1:2)`.
  const place = text.trim().replace(/ \((\d{1,7}:\d{1,6})\)$|:$/, ":$1");
  return !place.includes(" ") && placeOf(place.replace(/:$/, ""))?.hasColumn === true;
}

function withoutIndent(text: string, indent: number): string {
  return text.slice(Math.min(indent, indentOf(text))).trimEnd();
}

/** Words that compilers of scripts print instead of a type. */
const compilerWords = ["Type error", "Syntax error", "Syntax Error"];

/** Reads an error's first line inside a tool's report: a sentence without a type is an error there. */
export function readToolHead(text: string): Head {
  return readToolType(text) ?? { type: null, message: withoutUncaught(text.trim()) };
}

/** Reads an error's first line where only one with a type counts. */
export function readToolType(text: string): Head | null {
  const body = withoutUncaught(text.trim());
  const word = compilerWords.find((each) => body.startsWith(`${each}: `));
  if (word !== undefined) return { type: word, message: body.slice(word.length + 2) };
  const odd = readOddType(body);
  if (odd !== null) return odd;
  const typed = readTypedMessage(body);
  return typed !== null && (isErrorType(typed.type) || typed.type === "Error") ? typed : null;
}
