import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/**
 * Failures of GoogleTest: `a_test.cc:12: Failure` (on Windows `a_test.cc(12): error: ...`) with what was expected
 * below. Further failures of the same test belong to its report, which ends with `[  FAILED  ] A.b`.
 * https://github.com/google/googletest/blob/main/googletest/src/gtest.cc
 */
export const gtest: Family = {
  name: "gtest",
  read(lines, at) {
    const line = lines[at];
    if (
      line === undefined ||
      !(line.text.endsWith(": Failure") || line.text.includes("): error: "))
    )
      return null;
    const head = readHead(line.text.trim());
    if (head === null || !isVerbatim(line)) return null;
    const { texts, next } = readMessage(lines, at, head.message);
    const fullMessage = texts.join("\n").trim().slice(0, limits.fullMessage);
    const [message = ""] = fullMessage.split("\n", 1);
    const end = message === "" ? null : endOfTest(lines, next);
    if (end === null || (head.message !== "" && end.test === null)) return null;
    const frame: Frame = { ...head.place, function: end.test, inLibrary: false, package: null };
    const findings: Findings = {
      type: head.type,
      message,
      fullMessage,
      kind: "test",
      language: "c",
    };
    return spanReading(
      lines,
      { at, next: Math.max(next, end.next) },
      { ...findings, frames: [frame] },
    );
  },
};

interface Head {
  type: string;
  message: string;
  place: Pick<Frame, "file" | "line">;
}

function readHead(text: string): Head | null {
  const unix = /^(\S.{0,300}):(\d{1,7}): Failure$/.exec(text);
  if (text === "unknown file: Failure")
    return { type: "Failure", message: "", place: { file: null, line: null } };
  if (unix !== null) return { type: "Failure", message: "", place: placeOf(unix) };
  const windows = /^(\S.{0,300})\((\d{1,7})\): error: (?=\S)/.exec(text);
  if (windows === null) return null;
  return { type: "error", message: text.slice(windows[0].length), place: placeOf(windows) };
}

function placeOf(found: RegExpExecArray): Head["place"] {
  return { file: found[1] ?? "", line: Number(found[2]) };
}

/** The lines of the first failure: up to the next one, a blank line, a record or the test's end. */
function readMessage(
  lines: readonly BlockLine[],
  at: number,
  told: string,
): { texts: string[]; next: number } {
  const texts = told === "" ? [] : [told];
  let next = at + 1;
  for (; next < lines.length && next - at < limits.messageLines; next += 1) {
    const text = lines[next]?.text ?? "";
    if (text.trim() === "" || isRecord(text) || readHead(text.trim()) !== null) break;
    texts.push(text.trimEnd());
  }
  return { texts, next };
}

/** `[ RUN      ] A.b`, `[ INFO:0@2.1] ...`, `[  FAILED  ] A.b (1 ms)`. */
function isRecord(text: string): boolean {
  return /^\[[ -A-Z=]/.test(text);
}

/** Lines that one test may print behind its first failure. */
const longest = 200;

function endOfTest(lines: readonly BlockLine[], at: number): { test: string | null; next: number } {
  for (let next = at; next < lines.length && next - at < longest; next += 1) {
    const text = lines[next]?.text ?? "";
    const failed = /^\[ {2}FAILED {2}\] ([^\s,]{1,200})/.exec(text);
    if (failed !== null) return { test: failed[1] ?? null, next: next + 1 };
    if (/^\[ (?:RUN {6}|-{8}|={8}) ?\]/.test(text)) break;
  }
  return { test: null, next: at };
}
