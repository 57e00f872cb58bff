import type { BlockLine } from "../text/block.ts";
import { indentOf, lineBefore, isVerbatim } from "../text/block.ts";
import type { Language, ReportKind } from "../error-report.ts";
import type { Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { readMessage } from "./message.ts";

/** An error that one line prints, its message perhaps going on below. */
export interface LineError {
  type: string | null;
  message: string;
  kind: ReportKind;
  language: Language;
}

/** The report of an error without a stack. */
export function lineReading(lines: readonly BlockLine[], at: number, found: LineError): Reading {
  const indent = indentOf(lines[at]?.text ?? "");
  const { error, nested, next } = readMessage(lines, at, { ...found, indent });
  const { draft } = reading(lines, next, { ...found, ...error });
  return { draft: draft && { ...draft, causes: nested }, next };
}

/** The report of an error that stands alone, or in a log record: there its message ends where the next record begins. */
export function recordReading(lines: readonly BlockLine[], at: number, found: LineError): Reading {
  if (lines[at]?.stamp === null) return lineReading(lines, at, found);
  const below = lines.slice(at + 1, at + 1 + limits.messageLines);
  const end = below.findIndex((line) => line.stamp !== null || !isVerbatim(line));
  const record = lines.slice(at, at + 1 + (end < 0 ? below.length : end));
  const { draft, next } = lineReading(record, 0, { ...found, kind: "log" });
  return { draft, next: at + next };
}

/** The report of an error whose message ends with its line. */
export function singleLineReading(
  lines: readonly BlockLine[],
  at: number,
  found: LineError,
): Reading {
  const error = { ...found, fullMessage: found.message, line: lines[at]?.line ?? 1 };
  return reading(lines, at + 1, error);
}

function reading(
  lines: readonly BlockLine[],
  next: number,
  error: LineError & { fullMessage: string; line: number },
): Reading {
  const { type, message, fullMessage, line, kind, language } = error;
  const lastLine = lineBefore(lines, next) ?? line;
  return {
    draft: {
      type,
      message,
      fullMessage,
      line,
      kind,
      language,
      frames: [],
      causes: [],
      firstLine: line,
      lastLine,
    },
    next,
  };
}
