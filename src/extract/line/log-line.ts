import { isAmongCode } from "../text/among-code.ts";
import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { findTyped } from "../reading/find-typed.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { hasWords, readLogMark, withoutLogger } from "../text/log-mark.ts";
import type { StructuredRecord } from "../service/structured-record.ts";
import { readStructuredRecord } from "../service/structured-record.ts";
import { languageOf } from "../reading/type-language.ts";
import { isHarmless } from "./untyped-line.ts";

/** Records and lines that name their own level: `... ERROR ... message`, `ERROR: message`, `level=error msg="message"`. */
export const logLine: Family = {
  name: "log line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 8 || isHarmless(line)) return null;
    const text = line.text.trim();
    if (!isVerbatim(line) && line.stamp === null && !isPythonRecord(line, text)) return null;
    const structured = readStructuredRecord(text);
    if (structured !== null) return structuredReading(lines, at, structured);
    const record = readRecord(line, text);
    if (record === null || (line.stamp === null && isAmongCode(lines, at))) return null;
    return recordReading(lines, at, record);
  },
};

/** `ERROR:root:message`, as Python's logging prints it where nothing else was asked for; no one writes so. */
function isPythonRecord({ container }: BlockLine, text: string): boolean {
  if (container !== "prose" || !(text.startsWith("ERROR:") || text.startsWith("CRITICAL:")))
    return false;
  return /^[A-Z]+:[A-Za-z_][\w.]{0,80}:\S/.test(text);
}

const levels = new Set(
  "ERROR FATAL CRITICAL SEVERE ERR EMERG ALERT error fatal critical crit err emerg alert".split(
    " ",
  ),
);

function readRecord({ stamp }: BlockLine, text: string): { type: string; message: string } | null {
  const level = stamp?.level ?? null;
  if (level !== null) {
    const message = withoutLogger(text);
    return levels.has(level) && hasWords(message) ? { type: level, message } : null;
  }
  // MySQL puts the thread's number between time and level.
  const mark = readLogMark(stamp === null ? text : text.replace(/^\d{1,10} (?=\[)/, ""));
  return mark && { type: mark.level, message: mark.message };
}

function recordReading(
  lines: readonly BlockLine[],
  at: number,
  record: { type: string; message: string },
): Reading {
  const typed = findTyped(record.message);
  if (typed === null || typed.message === "")
    return singleLineReading(lines, at, { ...record, kind: "log", language: "other" });
  const language = languageOf(typed.type, typed.message);
  return singleLineReading(lines, at, { ...typed, kind: "log", language });
}

function structuredReading(
  lines: readonly BlockLine[],
  at: number,
  { type, message, cause }: StructuredRecord,
): Reading {
  const reading = singleLineReading(lines, at, { type, message, kind: "log", language: "other" });
  if (cause === null || reading.draft === null) return reading;
  const { line } = reading.draft;
  const causes = [{ type: null, message: cause, fullMessage: cause, line }];
  return { ...reading, draft: { ...reading.draft, causes } };
}
