import type { BlockLine } from "../text/block.ts";
import type { Draft } from "../family.ts";
import { ipython } from "./ipython.ts";
import { limits } from "../limits.ts";
import type { PythonReport } from "./python-report.ts";
import { lastPart } from "../reading/typed-message.ts";

/** Lines that a cell's source and output may take up between the message and the cell's own trace. */
const longestCell = 300;

/**
 * Joins the error of a notebook that runs without a reader (nbclient's `CellExecutionError`,
 * papermill's) with the cell's own, whose trace is the rest of its message.
 */
export function withCell(lines: readonly BlockLine[], report: PythonReport): PythonReport {
  const { error } = report;
  if (error === null || !runners.has(lastPart(error.type ?? ""))) return report;
  const { draft, next } = cellBelow(lines, report.next);
  if (draft === null) return report;
  const told = lines.slice(report.next, next).map((line) => line.text.trimEnd());
  // papermill leaves its first line blank and says the place between two rules.
  const place = told.find((text) => text.startsWith("Exception encountered at")) ?? "";
  const own = error.message === "" ? told.slice(Math.max(told.indexOf(place), 0)) : told;
  const fullMessage = [error.fullMessage, ...own].join("\n").trim();
  const { type, message, fullMessage: whole, line } = draft;
  return {
    ...report,
    error: {
      ...error,
      message: error.message === "" ? place : error.message,
      fullMessage: fullMessage.slice(0, limits.fullMessage),
    },
    causes: [{ type, message, fullMessage: whole, line }, ...draft.causes, ...report.causes],
    next: behindRepeat(lines, next, `${type}: ${message}`),
  };
}

const runners = new Set(["CellExecutionError", "PapermillExecutionError", "NotebookError"]);

function cellBelow(
  lines: readonly BlockLine[],
  from: number,
): { draft: Draft | null; next: number } {
  for (let at = from; at < Math.min(lines.length, from + longestCell); at += 1) {
    if (lines[at]?.text.includes("Traceback (most recent call last)") !== true) continue;
    return ipython.read(lines, at) ?? { draft: null, next: from };
  }
  return { draft: null, next: from };
}

/** nbclient prints the cell's error once more at the end. */
function behindRepeat(lines: readonly BlockLine[], from: number, told: string): number {
  let next = from;
  for (let at = from; at < Math.min(lines.length, from + 4); at += 1) {
    if (lines[at]?.text.trim() === told) next = at + 1;
  }
  return next;
}
