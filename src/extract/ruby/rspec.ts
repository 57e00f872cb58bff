import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { readRubyCall } from "./ruby-place.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

const mark = "Failure/Error:";

/**
 * Failed examples of RSpec: a number and a description, `Failure/Error:` with the code, the message,
 * and calls behind `#` (rspec-core, formatters/exception_presenter.rb).
 */
export const rspec: Family = {
  name: "rspec",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    const code = codeAt(lines, at, text);
    if (code === null) return null;
    const next = endOf(lines, code);
    const below = lines.slice(code, next);
    const cause = below.findIndex(({ text: words }) => words.includes("# ------"));
    const calls = below.slice(0, cause < 0 ? below.length : cause).flatMap(callIn);
    return readingOver(
      lines,
      { at, next },
      {
        error: errorIn(lines, { at: code, next }),
        language: "ruby",
        kind: "test",
        frames: calls.toReversed(),
        causes: causesIn(lines, { at: code, next }),
      },
    );
  },
};

/** Index of the line with the failed code, when an example's report begins at `at`. */
function codeAt(lines: readonly BlockLine[], at: number, text: string): number | null {
  if (text.startsWith(mark)) return at;
  if (!/^(?:\d{1,5}\) \S|An error occurred (?:while loading|in an? ))/.test(text.slice(0, 40)))
    return null;
  for (let below = at + 1; below <= at + 3; below += 1) {
    if (lines[below]?.text.trimStart().startsWith(mark) === true) return below;
  }
  return null;
}

/** An example's report goes on for as long as its lines are indented like its first. */
function endOf(lines: readonly BlockLine[], code: number): number {
  const indent = indentOf(lines[code]?.text ?? "");
  let next = code + 1;
  for (; next < lines.length && next - code < limits.messageLines; next += 1) {
    const text = lines[next]?.text ?? "";
    if (text.trim() === "") continue;
    if (
      indentOf(text) < indent ||
      /^\s*(?:\d{1,5}\) |Finished in |Top \d|Run options|Failures:)/.test(text)
    )
      break;
    if (lines[next]?.container !== lines[code]?.container) break;
  }
  return next;
}

function callIn({ text }: BlockLine): Frame[] {
  const call = text.trimStart().startsWith("# ") ? readRubyCall(text) : null;
  return call === null ? [] : [call];
}

/** The message stands below the code: behind a blank line, or indented further than it. */
function errorIn(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): ReportedError {
  const first = messageStart(lines, { at, next });
  if (first === null) {
    const code = lines[at]?.text.trim().slice(mark.length).trim() ?? "";
    return errorOver(lines, { at, next: at + 1 }, { type: null, message: code });
  }
  const head = headOf(lines[first]?.text.trim() ?? "");
  const end = lines.slice(first, next).findIndex(({ text }) => text.trimStart().startsWith("# "));
  return errorOver(lines, { at: first, next: end < 0 ? next : first + end }, head);
}

function messageStart(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): number | null {
  for (let below = at + 1; below < next; below += 1) {
    const before = lines[below - 1]?.text.trim();
    const text = lines[below]?.text.trim() ?? "";
    if (text === "" || text.startsWith("# ")) continue;
    if (before === "" || isType(text)) return below;
  }
  const second = at + 1 < next ? (lines[at + 1]?.text.trim() ?? "") : "";
  return second === "" || second.startsWith("# ") ? null : at + 1;
}

function isType(text: string): boolean {
  return /^[A-Z][\w:]{0,160}:$/.test(text);
}

/** `NoMethodError:` with the message below it, or the words of a failed expectation. */
function headOf(text: string): Head {
  return isType(text) ? { type: text.slice(0, -1), message: "" } : { type: null, message: text };
}

/** Causes stand among the calls: `# --- Caused by: ---`, `# Type:`, `#   message`. */
function causesIn(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): ReportedError[] {
  return lines.slice(at, next).flatMap(({ text }, index) => {
    if (!text.includes("# --- Caused by: ---")) return [];
    const type = lines[at + index + 1]?.text.trim().replace(/^# /, "") ?? "";
    const message = lines[at + index + 2]?.text.trim().replace(/^# */, "") ?? "";
    const line = lines[at + index + 1]?.line ?? 1;
    return isType(type) ? [{ type: type.slice(0, -1), message, fullMessage: message, line }] : [];
  });
}
