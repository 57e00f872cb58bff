import { lineBefore } from "../text/block.ts";
import { withCell } from "./cell-execution.ts";
import type { Family } from "../family.ts";
import { readPythonHead } from "./python-head.ts";
import { readPythonReport } from "./python-report.ts";

/**
 * CPython's own traceback, with its header or cut, and chains of them, which are one report: the
 * last exception, the others its causes; https://docs.python.org/3/library/traceback.html
 */
export const python: Family = {
  name: "python",
  read(lines, at) {
    const head = readPythonHead(lines, at);
    const read = readPythonReport(lines, head?.start ?? at);
    if (read === null) return null;
    const report = withCell(lines, read);
    const { error, frames, causes, hasHeader } = report;
    const next = Math.max(report.next, at + 1);
    if (error === null && frames.length < 2 && causes.length === 0) return { draft: null, next };
    const firstLine = lines[at]?.line ?? 1;
    return {
      draft: {
        ...(error ?? { type: null, message: "", fullMessage: "", line: firstLine }),
        language: "python",
        kind: hasHeader && error !== null ? "tb" : "tbx",
        frames,
        causes,
        firstLine,
        lastLine: lineBefore(lines, next) ?? firstLine,
        ...(head?.isAside === true && { isAside: true }),
      },
      next,
    };
  },
};
