import type { BlockLine } from "./block.ts";
import type { Family, Reading } from "./family.ts";
import { singleLineReading } from "./line-reading.ts";

/** Panics of Go and Rust: the line that names the reason, and the stack below it as part of the span. */
export const panic: Family = {
  name: "panic",
  read(lines, at) {
    const text = lines[at]?.text.trim() ?? "";
    if (text.startsWith("panic: "))
      return readGo(lines, at, { type: "panic", message: text.slice(7) });
    if (text.startsWith("fatal error: ") && hasGoroutine(lines, at)) {
      return readGo(lines, at, { type: "fatal error", message: text.slice(13) });
    }
    return isRustPanic(text) ? readRust(lines, at, text) : null;
  },
};

interface Reason {
  type: string;
  message: string;
}

function readGo(lines: readonly BlockLine[], at: number, reason: Reason): Reading {
  return spanning(lines, at, { reason, isStack: isGoStack });
}

function hasGoroutine(lines: readonly BlockLine[], at: number): boolean {
  return lines
    .slice(at + 1, at + 6)
    .some(({ text }) => text.startsWith("goroutine ") || text.startsWith("runtime stack:"));
}

function isGoStack(text: string): boolean {
  return /^(?:\[signal |goroutine \d|exit status \d|created by |[\w./*()[\]{}·-]+\(.*\)$|\s+\S+\.(?:go|s|c|goc):\d+|runtime stack:|\[recovered\]|\tpanic: )/.test(
    text,
  );
}

function isRustPanic(text: string): boolean {
  return /^(?:thread|task) '[^']*'(?: \(\d+\))? (?:panicked at|failed at) /.test(text);
}

/** `panicked at 'reason', file:1:2`, or since Rust 1.73 `panicked at file:1:2:` with the reason below. */
function readRust(lines: readonly BlockLine[], at: number, text: string): Reading {
  const told = text.slice(text.search(/(?:panicked|failed) at /)).replace(/^\w+ at /, "");
  const below = lines[at + 1]?.text.trim() ?? "";
  const message = told.startsWith("'")
    ? quotedReason(told.slice(1))
    : told.endsWith(":")
      ? below
      : told;
  return spanning(lines, at, { reason: { type: "panic", message }, isStack: isRustStack });
}

function quotedReason(told: string): string {
  const end = told.lastIndexOf("', ");
  return (end < 0 ? told.replace(/'$/, "") : told.slice(0, end)).trim();
}

function isRustStack(text: string): boolean {
  return /^(?:stack backtrace:|note: |\s*\d+: |\s+at \S|', \S|\s*$)/.test(text);
}

function spanning(
  lines: readonly BlockLine[],
  at: number,
  { reason, isStack }: { reason: Reason; isStack: (text: string) => boolean },
): Reading {
  const { draft } = singleLineReading(lines, at, { ...reason, kind: "panic", language: "other" });
  let next = at + 1;
  for (let below = next; below < lines.length && below - next <= 2; below += 1) {
    const text = lines[below]?.text ?? "";
    if (text.trim() !== "" && (isStack(text) || text.trim() === reason.message)) next = below + 1;
  }
  if (draft !== null) draft.lastLine = lines[next - 1]?.line ?? draft.lastLine;
  return { draft, next };
}
