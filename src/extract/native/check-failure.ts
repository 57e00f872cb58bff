import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";
import { readNativeStack } from "./native-stack.ts";

/**
 * Checks of glog, Abseil, Chromium and Ray that failed: `Check failed: a == b (1 vs. 2)` behind a record's
 * head, with the stack below. What the record says in brackets about its place is not the message.
 */
export const checkFailure: Family = {
  name: "check failure",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("Check fail") || !isVerbatim(line)) return null;
    const text = line.text.trim();
    const start = text.search(/Check fail(?:ed|ure): /);
    if (start < 0 || start > 400 || !isHead(text.slice(0, start))) return null;
    const type = /\b(FATAL)\b/.exec(text.slice(0, start))?.[1] ?? null;
    return withStack(lines, at, { type, message: text.slice(start), kind: "crash", language: "c" });
  },
};

/** `[FATAL] (a.cc:73: errno: x) `, `F tensorflow/core/a.cc:12] `, `[1:2:0101/120000.1:FATAL:a.cc(12)] `, or nothing. */
function isHead(before: string): boolean {
  return before === "" || (/(?:[\]):]|>) {0,2}$/.test(before) && !/["'`=;]/.test(before));
}

/** The report of an error that a native program printed above its own stack. */
export function withStack(
  lines: readonly BlockLine[],
  at: number,
  findings: Findings,
): ReturnType<typeof spanReading> {
  const { frames, next } = readNativeStack(lines, at + 1);
  return spanReading(lines, { at, next }, { ...findings, frames });
}
