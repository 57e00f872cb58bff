import type { BlockLine } from "./block.ts";
import { indentOf, isVerbatim } from "./block.ts";
import type { Findings } from "./draft.ts";
import { spanReading } from "./draft.ts";
import type { Family } from "./family.ts";
import { readGoTestLog } from "./go-test-log.ts";

/**
 * Failures of `go test`: `--- FAIL: TestX (0.00s)` and what the test logged below it, or above it with
 * `-v`. A test that panicked, or of which only its subtests failed, logs nothing itself.
 */
export const goTest: Family = {
  name: "go test",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("--- FAIL: ") || !isVerbatim(line)) return null;
    const test = testOf(line.text);
    if (test === null) return null;
    const below = endOfBody(lines, at);
    const found =
      readGoTestLog(lines, { at: at + 1, next: below }) ??
      readGoTestLog(lines, { at: startOfLog(lines, at), next: at });
    if (found === null) return { draft: null, next: at + 1 };
    const { first, place, ...error } = found;
    const frame = { ...place, function: test, inLibrary: false, package: null };
    const span = { at: Math.min(at, first), next: behindSummary(lines, below) };
    const findings: Findings = { ...error, type: "FAIL", kind: "test", language: "go" };
    return spanReading(lines, span, { ...findings, frames: [frame] });
  },
};

/** The name of the test that a line says has failed. */
function testOf(text: string): string | null {
  return /^\s*--- FAIL: (\S{1,300}) \(\d[^)]{0,20}\)$/.exec(text)?.[1] ?? null;
}

/** Lines that a failed test may have logged. */
const reach = 200;

/** Behind the lines that are set in below the test's own; its subtests are not its body. */
function endOfBody(lines: readonly BlockLine[], at: number): number {
  const indent = indentOf(lines[at]?.text ?? "");
  let next = at + 1;
  while (next < lines.length && next - at < reach) {
    const text = lines[next]?.text ?? "";
    const isBlankInside = text === "" && indentOf(lines[next + 1]?.text ?? "") > indent;
    if (!isBlankInside && (indentOf(text) <= indent || text.trimStart().startsWith("--- "))) break;
    next += 1;
  }
  return next;
}

/** Tests that may stand one within the other. */
const deepest = 8;

/** With `-v` a test logs before it fails, and its parents are named before it is. */
function startOfLog(lines: readonly BlockLine[], at: number): number {
  let end = at;
  while (end > 0 && at - end < deepest && testOf(lines[end - 1]?.text ?? "") !== null) end -= 1;
  let start = end;
  while (start > 0 && end - start < reach && isLogged(lines[start - 1]?.text ?? "")) start -= 1;
  return start;
}

function isLogged(text: string): boolean {
  return /^\s+\S/.test(text) && !text.trimStart().startsWith("--- ");
}

/** What the go command says at the end of a package's tests. */
function behindSummary(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (/^(?:FAIL(?:\t.*)?|exit status \d{1,3})$/.test(lines[next]?.text ?? "")) next += 1;
  return next;
}
