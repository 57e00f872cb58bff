import type { BlockLine } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { readRubyCall } from "./ruby-place.ts";
import { isRubyType, splitRubyType } from "./ruby-type.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Exceptions that a Ruby program caught and wrote down, type or message first and bare calls below:
 * Rails (`Type (message):`), rake (`rake aborted!`), Ruby's logger (`message (Type)`), Sinatra,
 * Homebrew, JRuby.
 */
export const rubyRecord: Family = {
  name: "ruby record",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (isAborted(text)) return readAborted(lines, at);
    const head = mayBegin(text) ? readHead(text) : null;
    // RuboCop says on a line of its own what it was doing.
    const start = text.startsWith("An error occurred while ") ? at + 1 : at;
    const raised = head === null ? readUntyped(lines, start) : readRaised(lines, at, head);
    return raised && readChain(lines, at, raised);
  },
};

/** Any sentence directly above two calls with their methods: loggers and linters print no type. */
function readUntyped(lines: readonly BlockLine[], at: number): Raised | null {
  const text = lines[at]?.text.trim() ?? "";
  const below = lines[at + 1]?.text ?? "";
  if (!below.includes(":in ") || !/^[A-Za-z`'"][^:]{0,40} \S/.test(text)) return null;
  if (readRubyCall(text) !== null || /(?:trace|stack|:)$/i.test(text)) return null;
  const { calls, next } = readCalls(lines, at + 1);
  if (calls.filter((call) => call.function !== null).length < 2) return null;
  const error = errorOver(lines, { at, next: at + 1 }, { type: null, message: text });
  return { error, calls, next };
}

interface Raised {
  error: ReportedError;
  calls: Frame[];
  next: number;
}

/** Words of which an exception's class has one. */
const typeWords = ["rror", "xception", "::", "Timeout", "Interrupt", "NotFound", "Invalid"];

function mayBegin(text: string): boolean {
  const first = text.charCodeAt(0);
  const isCapital = first >= 65 && first <= 90;
  return (isCapital || text.endsWith(")")) && typeWords.some((word) => text.includes(word));
}

function readChain(lines: readonly BlockLine[], at: number, raised: Raised) {
  const { causes, next } = readCauses(lines, raised.next);
  const frames = raised.calls.toReversed();
  const kind = frames.length > 0 ? ("tb" as const) : ("build" as const);
  return readingOver(
    lines,
    { at, next },
    { error: raised.error, language: "ruby", kind, frames, causes },
  );
}

/** `rake aborted!`, `bin/rails aborted!`: the error stands on the next line, its type not always printed. */
function isAborted(text: string): boolean {
  return text.endsWith(" aborted!") && /^(?:\S{1,80}\/)?(?:rake|rails) aborted!$/.test(text);
}

function readAborted(lines: readonly BlockLine[], at: number) {
  const text = lines[at + 1]?.text.trim() ?? "";
  if (text === "") return null;
  const head = readHead(text) ?? { type: null, message: text };
  const first = firstCall(lines, at + 1);
  const end = first ?? behindMessage(lines, at + 1);
  const { calls, next } = readCalls(lines, first ?? end);
  const error = errorOver(lines, { at: at + 1, next: end }, head);
  return readChain(lines, at, { error, calls, next });
}

/** Without calls a message ends at rake's own words or at a blank line. */
function behindMessage(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (
    next - at < limits.messageLines &&
    !/^(?:$|\(See full trace|Tasks: )/.test(lines[next]?.text.trim() ?? "")
  )
    next += 1;
  return next;
}

/** `Type: message`, `Type (message):`, `Type - message:`, `message (Type)`; Homebrew's plain `Error: message`. */
function readHead(text: string): Head | null {
  const end = /^[A-Z][\w:]{1,160}?(?=: | \(| - |:?$)/.exec(text)?.[0].length ?? 0;
  const type = text.slice(0, end);
  const rest = text.slice(end);
  if (isRubyType(type) || (type === "Error" && rest.startsWith(": ")))
    return { type, message: messageOf(rest) };
  const split = splitRubyType(text);
  return split.type !== null && isRubyType(split.type) ? split : null;
}

function messageOf(rest: string): string {
  if (rest.startsWith(" (")) return rest.slice(2).replace(/\):?$/, "");
  if (rest.startsWith(" - ")) return rest.slice(3).replace(/:$/, "");
  return rest.slice(1).trim();
}

/** Lines that a message, or the template that Rails quotes below it, may have before the first call. */
const reach = 25;

function readRaised(lines: readonly BlockLine[], at: number, head: Head): Raised | null {
  const first = firstCall(lines, at);
  if (first === null) return null;
  const { calls, next } = readCalls(lines, first);
  const end = messageEnd(lines, at, first);
  const error = errorOver(lines, { at, next: end }, head);
  return { error: { ...error, fullMessage: error.fullMessage.replace(/\):$/, "") }, calls, next };
}

function firstCall(lines: readonly BlockLine[], at: number): number | null {
  for (let next = at + 1; next < lines.length && next - at <= reach; next += 1) {
    const text = lines[next]?.text ?? "";
    if (readRubyCall(text) !== null) return next;
    if (isAborted(text) || (mayBegin(text) && readHead(text) !== null)) return null;
  }
  return null;
}

/** The message ends where Rails closes its bracket, at a blank line, or with the first call. */
function messageEnd(lines: readonly BlockLine[], at: number, first: number): number {
  for (let next = at; next < first; next += 1) {
    const text = lines[next]?.text ?? "";
    if (text.endsWith("):")) return next + 1;
    if (text.trim() === "") return next;
  }
  return first;
}

function readCalls(lines: readonly BlockLine[], from: number): { calls: Frame[]; next: number } {
  const calls: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const call = readRubyCall(lines[next]?.text ?? "");
    if (call === null) break;
    calls.push(call);
  }
  return { calls, next };
}

/** rake's `Caused by:` and Rails' `Causes:`, and rake's own words at the end. */
function readCauses(
  lines: readonly BlockLine[],
  from: number,
): { causes: ReportedError[]; next: number } {
  const causes: ReportedError[] = [];
  let next = from;
  for (
    let at = skipBlanks(lines, next);
    causes.length < limits.causes;
    at = skipBlanks(lines, next)
  ) {
    const text = lines[at]?.text.trim() ?? "";
    if (text.startsWith("Tasks: TOP") || text.startsWith("(See full trace")) next = at + 1;
    else if (text !== "Caused by:" && text !== "Causes:") break;
    else {
      const below = skipBlanks(lines, at + 1);
      const head = readHead(lines[below]?.text.trim() ?? "");
      const cause = head && readRaised(lines, below, head);
      if (cause === null) break;
      causes.push(cause.error);
      ({ next } = cause);
    }
  }
  return { causes, next };
}

function skipBlanks(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at - from < 3 && lines[at]?.text.trim() === "") at += 1;
  return at;
}
