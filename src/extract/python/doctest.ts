import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { readPythonFrame } from "./python-frame.ts";
import type { PythonReport } from "./python-report.ts";
import { readPythonReport } from "./python-report.ts";

const failed = "Failed example:";

/**
 * Examples that doctest found wrong: the example, then what was expected and what came, or the
 * exception that it raised; https://docs.python.org/3/library/doctest.html
 */
export const doctest: Family = {
  name: "doctest",
  read(lines, at) {
    const head = lines[at]?.text ?? "";
    const place = head.startsWith("File ") ? readPythonFrame(head) : null;
    const example = place === null ? at : at + 1;
    if (lines[example]?.text !== failed) return null;
    const end = endOfExample(lines, example);
    const own = lines.slice(example + 1, end);
    const raised = raisedError(lines, example, end);
    const fullMessage = own.map(({ text }) => text).join("\n");
    const firstLine = lines[at]?.line ?? 1;
    const untraced = {
      type: "Failed example",
      message: (own[0]?.text ?? "").trim(),
      fullMessage: fullMessage.trim().slice(0, limits.fullMessage),
      line: lines[example]?.line ?? firstLine,
    };
    return {
      draft: {
        ...(raised?.error ?? untraced),
        language: "python",
        kind: "test",
        frames: raised?.frames ?? (place === null ? [] : [place]),
        causes: raised?.causes ?? [],
        firstLine,
        lastLine: lines[end - 1]?.line ?? firstLine,
      },
      next: end,
    };
  },
};

/** Index behind an example: its parts are indented or named. */
function endOfExample(lines: readonly BlockLine[], at: number): number {
  let end = at + 1;
  for (let next = at + 1; next < Math.min(lines.length, at + limits.messageLines); next += 1) {
    const text = lines[next]?.text ?? "";
    if (text === "") continue;
    if (!text.startsWith("    ") && !part.test(text)) break;
    end = next + 1;
  }
  return end;
}

const part = /^(?:Expected(?: nothing)?|Got(?: nothing)?|Exception raised|Differences .{0,80}):?$/;

function raisedError(lines: readonly BlockLine[], at: number, end: number): PythonReport | null {
  for (let next = at; next < end; next += 1) {
    if (lines[next]?.text === "Exception raised:") return readPythonReport(lines, next + 1);
  }
  return null;
}
