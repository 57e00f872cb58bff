import type { BlockLine } from "./block.ts";
import { isVerbatim } from "./block.ts";
import type { Family } from "./family.ts";
import { findTyped } from "./find-typed.ts";
import { singleLineReading } from "./line-reading.ts";
import { languageOf } from "./type-language.ts";

/** Records and lines that name their own level: `... ERROR ... message`, `ERROR: message`, `fatal: message`. */
export const logLine: Family = {
  name: "log line",
  read(lines, at) {
    const line = lines[at];
    const record = line === undefined ? null : readRecord(line);
    if (line === undefined || record === null) return null;
    const typed = findTyped(record.message);
    if (typed !== null && typed.message !== "") {
      const language = languageOf(typed.type, typed.message);
      return singleLineReading(lines, at, { ...typed, kind: "log", language });
    }
    return singleLineReading(lines, at, { ...record, kind: "log", language: "other" });
  },
};

const levels = new Set([
  "ERROR",
  "FATAL",
  "CRITICAL",
  "SEVERE",
  "ERR",
  "error",
  "fatal",
  "critical",
]);

function readRecord(line: BlockLine): { type: string; message: string } | null {
  const text = line.text.trim();
  if (!isVerbatim(line) && line.stamp === null) return null;
  const level = line.stamp?.level ?? null;
  if (level !== null)
    return levels.has(level) && hasWords(text) ? { type: level, message: text } : null;
  const found = /^\[?(ERROR|FATAL|CRITICAL|SEVERE|fatal error|fatal|error)(?:\]:?|:)\s+(?=\S)/.exec(
    text,
  );
  if (found === null) return null;
  const message = text.slice(found[0].length);
  return hasWords(message) ? { type: found[1] ?? "", message } : null;
}

/** A level alone, a figure (`error: 0.01`) or a count is no report. */
function hasWords(message: string): boolean {
  return (
    /[A-Za-z]{2,}\S* \S|[\u4e00-\u9fff]{3}/.test(message) &&
    !message.includes("Traceback (most recent call last)")
  );
}
