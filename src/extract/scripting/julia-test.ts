import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { readJuliaCall } from "./julia-frame.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/**
 * Failed tests of Julia's Test: `opens: Test Failed at /a.jl:3`, the expression, what it came to; or
 * `Error During Test at /a.jl:3` with the exception
 * (https://github.com/JuliaLang/julia/blob/master/stdlib/Test/src/Test.jl).
 */
export const juliaTest: Family = {
  name: "julia test",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.includes("Test Failed at ") && !text.includes("Error During Test at ")) return null;
    const found = /(Test Failed|Error During Test) at (\S{1,300}\.jl):(\d{1,7})$/.exec(text);
    if (found === null) return null;
    const next = endOf(lines, at + 1);
    if ((lines[at + 1]?.text ?? "").trim() === "" || next === at + 1) return null;
    const own = {
      file: found[2] ?? null,
      line: Number(found[3]),
      function: null,
      inLibrary: false,
      package: null,
    };
    const told =
      found[1] === "Test Failed"
        ? { at: at + 1, next: endOfWords(lines, { at: at + 1, next }) }
        : exceptionIn(lines, { at, next });
    const words = lines[told.at]?.text.trim() ?? "";
    const typed = readTypedMessage(words);
    const head = typed !== null && isErrorType(typed.type) ? typed : { type: null, message: words };
    const error = errorOver(lines, told, head);
    return readingOver(
      lines,
      { at, next },
      { error, language: "julia", kind: "test", frames: [own] },
    );
  },
};

/** A test's report is indented, and its stack follows. */
function endOf(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (next < lines.length && next - from < 120) {
    const text = lines[next]?.text ?? "";
    if (readJuliaCall(lines, next) === null && !/^\s{1,8}\S|^\s*$|^Stacktrace:/.test(text)) break;
    next += 1;
  }
  return next;
}

/** The expression and what it came to, up to the blank line in front of the stack. */
function endOfWords(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): number {
  let end = at + 1;
  while (end < next && /^\s+\S/.test(lines[end]?.text ?? "")) end += 1;
  return end;
}

/** The exception stands below the expression. */
function exceptionIn(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): { at: number; next: number } {
  for (let below = at + 1; below < next; below += 1) {
    const typed = readTypedMessage(lines[below]?.text.trim() ?? "");
    if (typed !== null && isErrorType(typed.type)) return { at: below, next: below + 1 };
  }
  return { at: Math.min(at + 1, next - 1), next: Math.min(at + 2, next) };
}
