import type { BlockLine } from "../text/block.ts";
import { lineBefore } from "../text/block.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { readPythonReport } from "./python-report.ts";

/**
 * Failures as unittest prints them: `ERROR: test_x (mod.Case)`, a rule, and a traceback whose
 * message, blank lines and all, goes on to the next rule; https://docs.python.org/3/library/unittest.html
 */
export const unittest: Family = {
  name: "unittest",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!(text.startsWith("ERROR: ") || text.startsWith("FAIL: ")) || !isTestName(text))
      return null;
    const start = traceBelowRule(lines, at);
    const report = start === null ? null : readPythonReport(lines, start);
    if (report === null || report.error === null) return null;
    const { error, frames, causes } = report;
    const next = endOfMessage(lines, report.next);
    const rest = lines.slice(report.next, next).map((line) => line.text.trimEnd());
    const fullMessage = [error.fullMessage, ...rest].join("\n").trim().slice(0, limits.fullMessage);
    const firstLine = lines[at]?.line ?? 1;
    const lastLine = lineBefore(lines, next) ?? firstLine;
    return {
      draft: {
        ...error,
        fullMessage,
        language: "python",
        kind: "test",
        frames,
        causes,
        firstLine,
        lastLine,
      },
      next,
    };
  },
};

function isTestName(text: string): boolean {
  return /^(?:ERROR|FAIL): \S.{0,400}[)\]]$/.test(text) && text.includes(" (");
}

/** Lines of a test's description that may stand above the rule. */
const longestDescription = 3;

function traceBelowRule(lines: readonly BlockLine[], at: number): number | null {
  for (let rule = at + 1; rule <= at + longestDescription; rule += 1) {
    if (!/^-{50,}$/.test(lines[rule]?.text ?? "")) continue;
    return lines[rule + 1]?.text.startsWith("Traceback (most recent") === true ? rule + 1 : null;
  }
  return null;
}

/** Index behind the last line of the message: the rule that ends a section is no part of it. */
function endOfMessage(lines: readonly BlockLine[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + limits.messageLines); at += 1) {
    const text = lines[at]?.text ?? "";
    if (text.startsWith("Traceback (most recent")) break;
    if (!/^[-=]{50,}$/.test(text)) continue;
    let end = at;
    while (end > from && lines[end - 1]?.text.trim() === "") end -= 1;
    return end;
  }
  return from;
}
