import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";
import type { PanicMessage } from "./rust-panic-message.ts";
import { readPanicMessage } from "./rust-panic-message.ts";
import { frameAt, readRustLocation, readRustStack } from "./rust-stack.ts";

/**
 * Panics of Rust with their backtraces, those of the compiler and of wasm included.
 * https://github.com/rust-lang/rust/blob/master/library/std/src/panicking.rs
 */
export const rustPanic: Family = {
  name: "rust panic",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.includes("panicked") && !text.includes("' failed at '")) return null;
    const start = headEnd(text.trim());
    if (start === null) return readSpan(lines, at);
    const told = readPanicMessage(lines, at, start);
    return told === null ? null : readPanic(lines, at, told);
  },
};

/** A panic that a sentence quotes in a code span. */
function readSpan(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line === undefined || isVerbatim(line)) return null;
  const span = readQuotedSpan(line, (code) => (headEnd(code) === null ? null : code)) ?? "";
  const told = readPanicMessage([{ ...line, text: span }], 0, headEnd(span) ?? 0);
  if (span === "" || told === null || told.fullMessage === "") return null;
  const found = { type: "panic", message: told.fullMessage } as const;
  return singleLineReading(lines, at, { ...found, kind: "inline", language: "rust" });
}

/** Length of `thread 'main' (123) panicked at `; wasm has no thread, old compilers had tasks. */
function headEnd(text: string): number | null {
  const named = /^(?:thread|task) '[^']{0,200}' ?(?:\(\d{1,12}\) )?(?:panicked|failed) at /.exec(
    text,
  );
  if (named !== null) return named[0].length;
  if (text === "The application panicked (crashed).") return text.length;
  return /^(?:Uncaught )?panicked at (?:'|\S{1,200}\.rs:\d)/.test(text)
    ? text.indexOf("at ") + 3
    : null;
}

function readPanic(lines: readonly BlockLine[], at: number, told: PanicMessage): Reading {
  const stack = readRustStack(lines, told.next);
  const isCompiler = (lines[at]?.text ?? "").includes("thread 'rustc'");
  const next = isCompiler ? behindCompilerNotes(lines, stack.next) : behindExit(lines, stack.next);
  const isTitle = lines[at]?.container === "title";
  const place = told.place === null || isTitle ? null : readRustLocation(told.place);
  const frames: Frame[] =
    stack.frames.length > 0 || place === null ? stack.frames : [frameAt(place)];
  const fullMessage = told.fullMessage.slice(0, limits.fullMessage);
  const [message = ""] = fullMessage.split("\n", 1);
  const line = lines[at]?.line ?? 1;
  const kind = isTitle ? "inline" : "panic";
  const findings: Findings = { type: "panic", message, fullMessage, kind, language: "rust" };
  const start = isCompiler ? startOfNotes(lines, at) : at;
  return spanReading(lines, { at: start, next }, { ...findings, frames, line });
}

/** The compiler asks for a report in front of the panic, or behind it, with what it was at. */
function startOfNotes(lines: readonly BlockLine[], at: number): number {
  let start = at;
  while (start > 0 && at - start < 5 && lines[start - 1]?.text.startsWith("note: ")) start -= 1;
  return start;
}

function behindCompilerNotes(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const text = (lines[at]?.text ?? "").trim();
    if (text === "") continue;
    if (!compilerNote.test(text)) break;
    next = at + 1;
  }
  return next;
}

const compilerNote =
  /^(?:note: |error: the compiler unexpectedly panicked|error: internal compiler error: unexpected panic|query stack during panic|#\d{1,3} \[|end of query stack|\.\.\. and \d+ other queries|we're just showing)/;

/** How the program, or its shell, ended because of the panic. */
function behindExit(lines: readonly BlockLine[], from: number): number {
  const text = (lines[from]?.text ?? "").trim();
  const line = lines[from];
  const isExit =
    /^(?:thread caused non-unwinding panic|Aborted|Abort trap|fatal runtime error: failed to initiate panic)/.test(
      text,
    );
  return isExit && line !== undefined && isVerbatim(line) ? from + 1 : from;
}
