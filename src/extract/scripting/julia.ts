import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { readJuliaCall } from "./julia-frame.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/**
 * Errors of Julia: `ERROR: LoadError: MethodError: message`, `Stacktrace:`, what it was caused by
 * below; a failed task only carries the error that it gives
 * (https://docs.julialang.org/en/v1/manual/stacktraces/).
 */
export const julia: Family = {
  name: "julia",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trimStart() ?? "";
    if (line === undefined || !text.startsWith("ERROR: ") || line.container === "title")
      return null;
    const head = readHead(text.slice("ERROR: ".length));
    const stack = stackBelow(lines, at);
    if (stack === null && !(isVerbatim(line) && isJulia(text))) return null;
    const end = stack ?? endOfMessage(lines, at);
    const task = taskWithin(lines, { at, next: end });
    const error =
      task === null
        ? errorOver(lines, { at, next: end }, head)
        : taskError(lines, { at: task, next: end });
    const { frames, next: behind } = readCalls(lines, end);
    const { causes, next } = readCauses(lines, task === null ? behind : behindStack(lines, behind));
    return readingOver(
      lines,
      { at, next },
      {
        error: { ...error, type: error.type ?? "ERROR" },
        language: "julia",
        kind: frames.length > 0 ? "tb" : "line",
        frames: frames.toReversed(),
        causes,
        ...(isLastWord(error.message) && { isAside: true }),
      },
    );
  },
};

/** What the test runner says when tests have told above what is wrong. */
function isLastWord(message: string): boolean {
  return /^(?:Some tests did not pass|Package \w{1,80} errored during testing)/.test(message);
}

/** A failed task's own stack is followed by that of whoever waited for it. */
function behindStack(lines: readonly BlockLine[], from: number): number {
  const at = lines[from]?.text.trim() === "" ? from + 1 : from;
  return lines[at]?.text.trim().startsWith("Stacktrace:") === true
    ? readCalls(lines, at).next
    : from;
}

/** Wrappers that only say while doing what the error came up. */
function readHead(text: string): { type: string | null; message: string } {
  const body = text.replace(/^(?:(?:LoadError|InitError(?: \(during .{1,80}\))?): ){1,5}/, "");
  const typed = readTypedMessage(body);
  if (typed !== null && /^[A-Z]\w*(?:\.[A-Z]\w*)*$/.test(typed.type)) return typed;
  return { type: null, message: body };
}

/** Types and words that are Julia's where no stack follows. */
function isJulia(text: string): boolean {
  return /^ERROR: (?:LoadError|InitError|MethodError|UndefVarError|BoundsError|DomainError|ArgumentError|DimensionMismatch|InexactError|LoadError|TaskFailedException|StackOverflowError|UndefKeywordError)\b/.test(
    text,
  );
}

const messageReach = 40;

/** Index of `Stacktrace:` or of the first call; `null` when another error comes first, or none. */
function stackBelow(lines: readonly BlockLine[], at: number): number | null {
  for (let next = at + 1; next < lines.length && next - at <= messageReach; next += 1) {
    const text = lines[next]?.text.trim() ?? "";
    if (/^Stacktrace:|^\[1\] /.test(text)) return next;
    if (text.startsWith("ERROR: ")) return null;
  }
  return null;
}

function endOfMessage(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next - at < messageReach && indentOf(lines[next]?.text ?? "") > 0) next += 1;
  return next;
}

function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = (lines[from]?.text.trim() ?? "").startsWith("Stacktrace:") ? from + 1 : from;
  while (next < lines.length) {
    const call = readJuliaCall(lines, next);
    const text = lines[next]?.text.trim() ?? "";
    if (call !== null && frames.length < limits.frames) frames.push(call.frame);
    if (call !== null) ({ next } = call);
    else if (/^(?:in expression starting at |\.\.\. \(the last|--- the )|^⋮|^@ /.test(text))
      next += 1;
    else break;
  }
  return { frames, next };
}

/** `caused by: KeyError: ...`, with a stack of its own. */
function readCauses(
  lines: readonly BlockLine[],
  from: number,
): { causes: ReportedError[]; next: number } {
  const causes: ReportedError[] = [];
  let next = from;
  while (causes.length < limits.causes) {
    const at = lines[next]?.text.trim() === "" ? next + 1 : next;
    const text = lines[at]?.text.trimStart() ?? "";
    if (!/^caused by: /i.test(text)) break;
    const stack = stackBelow(lines, at) ?? at + 1;
    causes.push(errorOver(lines, { at, next: stack }, readHead(text.slice("caused by: ".length))));
    ({ next } = readCalls(lines, stack));
  }
  return { causes, next };
}

function taskWithin(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): number | null {
  const index = lines
    .slice(at, next)
    .findIndex(({ text }) => text.trimStart().startsWith("nested task error: "));
  return index < 0 ? null : at + index;
}

function taskError(lines: readonly BlockLine[], span: { at: number; next: number }): ReportedError {
  const text = (lines[span.at]?.text ?? "").trimStart().slice("nested task error: ".length);
  return errorOver(lines, span, readHead(text));
}
