import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";
import type { GoTestLog } from "./go-test-log.ts";
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
      readGoTestLog(lines, { at: at + 1, next: below }) ?? readLogAbove(lines, at, test);
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
  return /^\s*--- FAIL: (\S{1,300})(?: \(\d[^)]{0,20}\))?$/.exec(text)?.[1] ?? null;
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

/**
 * With `-v` a test logs before it fails, below a line that names it; without such lines its log ends above the
 * names of its parents.
 */
function readLogAbove(lines: readonly BlockLine[], at: number, test: string): GoTestLog | null {
  let next = at;
  for (let head = at - 1; head >= 0 && at - head < reach; head -= 1) {
    const text = lines[head]?.text ?? "";
    if (text.startsWith("--- ")) next = head;
    if (!text.startsWith("=== ")) continue;
    const isOwn = /^=== (?:RUN|CONT|NAME) {1,3}(\S{1,300})$/.exec(text)?.[1] === test;
    const found = isOwn ? readGoTestLog(lines, { at: head + 1, next }) : null;
    if (found !== null || (isOwn && text.startsWith("=== RUN"))) return found;
    next = head;
  }
  let end = at;
  while (end > 0 && at - end < deepest && testOf(lines[end - 1]?.text ?? "") !== null) end -= 1;
  let start = end;
  while (start > 0 && end - start < reach && isLogged(lines[start - 1]?.text ?? "")) start -= 1;
  return readGoTestLog(lines, { at: start, next: end });
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
