import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import type { RubyPlace } from "./ruby-place.ts";
import { readRubyCall, readRubyPlace } from "./ruby-place.ts";
import { isRubyType, splitRubyType } from "./ruby-type.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";

/**
 * Uncaught exceptions as Ruby prints them: the place first, the type last
 * (`` a.rb:1:in `f': message (Type) ``), the calls below, or above it from Ruby 2.5 to 2.7 on a
 * terminal (https://github.com/ruby/ruby/blob/master/eval_error.c).
 */
export const ruby: Family = {
  name: "ruby",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.includes(":")) return null;
    if (text.includes("Traceback (most recent call last):")) return readReversed(lines, at);
    if (!text.includes(":in ") && !text.includes(".rb:") && !text.startsWith("-e:")) return null;
    const raised = readRaised(lines, at);
    return raised && readChain(lines, at, raised);
  },
};

/** One exception: its error, its calls, innermost first, and the line behind them. */
interface Raised {
  error: ReportedError;
  calls: Frame[];
  next: number;
}

/** What caused an exception follows its calls, printed like the exception itself. */
function readChain(lines: readonly BlockLine[], at: number, raised: Raised): Reading {
  const causes: ReportedError[] = [];
  let { next } = raised;
  while (causes.length < limits.causes) {
    const cause = readRaised(lines, next);
    if (cause === null || cause.calls.length < 2) break;
    causes.push(cause.error);
    next = cause.next;
  }
  const line = lines[at];
  return readingOver(
    lines,
    { at, next },
    {
      error: raised.error,
      language: "ruby",
      kind: line === undefined || raised.calls.length > 1 ? "tb" : lineKind(line),
      frames: raised.calls.toReversed(),
      causes,
    },
  );
}

/** `Traceback (most recent call last):` above numbered calls, outermost first, and the error below them. */
function readReversed(lines: readonly BlockLine[], at: number): Reading | null {
  let next = at + 1;
  const calls: Frame[] = [];
  for (; /^\s*\d{1,5}: from /.test(lines[next]?.text ?? ""); next += 1) {
    const call = readRubyCall(lines[next]?.text ?? "");
    if (call !== null) calls.push(call);
  }
  if (calls.length === 0) return null;
  const raised = readRaised(lines, next) ?? readAtPrompt(lines, next);
  if (raised === null) return null;
  const report = readChain(lines, next, {
    ...raised,
    calls: [...raised.calls, ...calls.toReversed()],
  });
  const draft = report.draft && {
    ...report.draft,
    firstLine: lines[at]?.line ?? 1,
    kind: "tb" as const,
  };
  return { draft, next: report.next };
}

/** irb prints no place: `NameError (undefined local variable or method 'x' for main)`. */
function readAtPrompt(lines: readonly BlockLine[], at: number): Raised | null {
  const text = lines[at]?.text.trim() ?? "";
  const open = text.indexOf(" (");
  const type = text.slice(0, Math.max(0, open));
  if (!isRubyType(type) || !text.endsWith(")")) return null;
  const head = { type, message: text.slice(open + 2, -1) };
  return { error: errorOver(lines, { at, next: at + 1 }, head), calls: [], next: at + 1 };
}

function readRaised(lines: readonly BlockLine[], at: number): Raised | null {
  const text = lines[at]?.text.trimStart() ?? "";
  const place = readRubyPlace(text);
  if (place === null || !place.rest.startsWith(": ")) return null;
  const told = place.rest.slice(2);
  if (/^(?:warning|note|info)\b/i.test(told)) return null;
  const isTyped = splitRubyType(told).type !== null || told.startsWith("syntax error");
  if (place.frame.function === null && !isTyped) return null;
  const first = firstCall(lines, at);
  if (first === null) return isTyped ? readLone(lines, at, { ...place, rest: told }) : null;
  const error = typedError(lines, { at, next: first }, told);
  const { calls, next } = readCalls(lines, first);
  return { error, calls: [place.frame, ...calls], next };
}

/** Lines that a message may go on for before the first call. */
const messageReach = 30;

/** Index of the first `from ...` below an error; `null` when another error comes first, or none. */
function firstCall(lines: readonly BlockLine[], at: number): number | null {
  for (let next = at + 1; next < lines.length && next - at <= messageReach; next += 1) {
    const text = lines[next]?.text.trimStart() ?? "";
    if (text.startsWith("from ")) return readRubyCall(text) === null ? null : next;
    if (text.includes(":in ") && readRubyPlace(text) !== null) return null;
  }
  return null;
}

function readCalls(lines: readonly BlockLine[], from: number): { calls: Frame[]; next: number } {
  const calls: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text.trim() ?? "";
    if (/^\.\.\. \d{1,6} levels\.\.\./.test(text)) continue;
    const call = text.startsWith("from ") ? readRubyCall(text) : null;
    if (call === null) break;
    calls.push(call);
  }
  return { calls, next };
}

/** The type stands in brackets behind the message's first line or, when it was wrapped, a later one. */
function typedError(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  told: string,
): ReportedError {
  const own = splitRubyType(told);
  if (own.type !== null) return errorOver(lines, { at, next }, own);
  if (isRubyType(told)) return errorOver(lines, { at, next: at + 1 }, { type: told, message: "" });
  const wrapped = lines
    .slice(at + 1, next)
    .map(({ text }) => splitRubyType(text).type)
    .find((type) => type !== null);
  const error = errorOver(lines, { at, next }, { type: wrapped ?? null, message: told });
  const fullMessage = error.fullMessage.replace(`(${wrapped})`, "").trimEnd();
  return { ...error, fullMessage };
}

/** An error without calls: a script's own, or one that was quoted alone. */
function readLone(lines: readonly BlockLine[], at: number, place: RubyPlace): Raised | null {
  const line = lines[at];
  const head = splitRubyType(place.rest);
  if (line === undefined || !(isVerbatim(line) || isRubyType(head.type ?? ""))) return null;
  const next = behindHints(lines, at + 1);
  return { error: errorOver(lines, { at, next }, head), calls: [place.frame], next };
}

/** The source with carets, and the advice, that Ruby prints below a message. */
function behindHints(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < from + 6; at += 1) {
    const text = lines[at]?.text ?? "";
    if (/^\s+\^+$/.test(text) || text.startsWith("Did you mean?")) next = at + 1;
  }
  return next;
}
