import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { readJuliaCall } from "./julia-frame.ts";
import { limits } from "../limits.ts";
import type { TypedMessage } from "../reading/typed-message.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/**
 * A record of Julia's logging at the level of an error: `┌ Error: message`, the values it was given
 * behind `│`, an exception with its stack among them, and its place behind `└`
 * (https://github.com/JuliaLang/julia/blob/master/base/logging/ConsoleLogger.jl).
 */
export const juliaRecord: Family = {
  name: "julia record",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trimStart() ?? "";
    if (line === undefined || !text.startsWith("┌ Error: ") || !isVerbatim(line)) return null;
    const inner = innerLines(lines, at);
    const next = at + 1 + inner.length;
    const message = text.slice("┌ Error: ".length).trim();
    const frames = framesOf(inner);
    const thrown = thrownIn(inner) ?? { type: "Error", message, line: line.line };
    const kind = frames.length > 0 ? "tb" : "log";
    return spanReading(lines, { at, next }, { ...thrown, kind, language: "julia", frames });
  },
};

const longestRecord = 300;

/** The lines of the record below its first one, without their mark. */
function innerLines(lines: readonly BlockLine[], at: number): BlockLine[] {
  const inner: BlockLine[] = [];
  for (const line of lines.slice(at + 1, at + longestRecord)) {
    const text = line.text.trimStart();
    if (!text.startsWith("│") && !text.startsWith("└")) break;
    inner.push({ ...line, text: text.slice(1) });
    if (text.startsWith("└")) break;
  }
  return inner;
}

/** The exception that the record was given, above its stack. */
function thrownIn(inner: readonly BlockLine[]): (TypedMessage & { line: number }) | null {
  for (const { text, line } of inner) {
    const body = text.trim();
    if (body.startsWith("Stacktrace:")) return null;
    const typed = readTypedMessage(body.replace(/^(?:exception|ex|err|error|e) = /, ""));
    if (typed !== null && isErrorType(typed.type)) return { ...typed, line };
  }
  return null;
}

/** The calls, outermost first. */
function framesOf(inner: readonly BlockLine[]): Frame[] {
  const frames: Frame[] = [];
  let at = inner.findIndex(({ text }) => text.trim().startsWith("Stacktrace:")) + 1;
  while (at > 0 && at < inner.length && frames.length < limits.frames) {
    const call = readJuliaCall(inner, at);
    if (call === null) break;
    frames.push(call.frame);
    at = call.next;
  }
  return frames.toReversed();
}
