import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import { readElixirFrame } from "./elixir-frame.ts";
import type { ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed tests of ExUnit: `1) test opens (CartTest)`, its place, the message, `stacktrace:`
 * (https://github.com/elixir-lang/elixir/blob/main/lib/ex_unit/lib/ex_unit/formatter.ex).
 */
export const exunit: Family = {
  name: "exunit",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (!text.endsWith(")") || !/^\d{1,5}\) (?:test|doctest|property|feature) /.test(text))
      return null;
    const place = /^(\S{1,300}\.exs?):(\d{1,7})$/.exec(lines[at + 1]?.text.trim() ?? "");
    const first = lines[at + 2]?.text.trim() ?? "";
    if (place === null || first === "") return null;
    const next = endOf(lines, at);
    const raised = exception.exec(first);
    const head = raised === null ? { type: null, message: first } : headOf(raised);
    const stack = indexOf(lines, { at, next }, /^stacktrace:$/) ?? next;
    const calls = lines.slice(stack + 1, next).flatMap((line) => readElixirFrame(line.text) ?? []);
    const inner = indexOf(lines, { at: at + 3, next: stack }, /^\*\* \(/);
    const code = raised === null ? null : indexOf(lines, { at: at + 3, next: stack }, /^code:/);
    const own = {
      file: place[1] ?? null,
      line: Number(place[2]),
      function: null,
      inLibrary: false,
      package: null,
    };
    return readingOver(
      lines,
      { at, next },
      {
        error: errorOver(lines, { at: at + 2, next: inner ?? code ?? stack }, head),
        language: "elixir",
        kind: "test",
        frames: calls.length > 0 ? calls.toReversed() : [own],
        causes: inner === null ? [] : [carried(lines, { at: inner, next: code ?? stack })],
      },
    );
  },
};

/** A test's report is indented more than its number. */
function endOf(lines: readonly BlockLine[], at: number): number {
  const indent = indentOf(lines[at]?.text ?? "");
  let next = at + 1;
  while (next < lines.length && next - at < limits.messageLines) {
    const text = lines[next]?.text ?? "";
    if (text.trim() !== "" && indentOf(text) <= indent) break;
    next += 1;
  }
  return next;
}

const exception = /^\*\* \(([\w.]{2,120})\) ?(.*)$/;

function headOf(raised: RegExpExecArray): Head {
  return { type: raised[1] ?? null, message: raised[2] ?? "" };
}

/** What an exit was about: `** (EXIT) no process`. */
function carried(lines: readonly BlockLine[], span: { at: number; next: number }): ReportedError {
  const text = lines[span.at]?.text.trim() ?? "";
  const raised = exception.exec(text);
  return errorOver(lines, span, raised === null ? { type: null, message: text } : headOf(raised));
}

function indexOf(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  shape: RegExp,
): number | null {
  const index = lines.slice(at, next).findIndex(({ text }) => shape.test(text.trim()));
  return index < 0 ? null : at + index;
}
