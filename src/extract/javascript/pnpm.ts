import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { lineReading, singleLineReading } from "../reading/line-reading.ts";
import { readToolType } from "../reading/tool-error.ts";

/**
 * Failures that are printed behind a badge: pnpm's ` ERR_PNPM_X  message` and ` ELIFECYCLE  message`,
 * and ` ERROR  message` as pnpm, Metro and vue-cli print it (https://pnpm.io/errors).
 */
export const pnpm: Family = {
  name: "pnpm",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("E")) return null;
    if (!isVerbatim(line)) return readQuoted(lines, at, line.text);
    const found =
      /^[\s\u2009]{0,4}\[?(ERR_PNPM_[A-Z\d_]{2,60}|ELIFECYCLE|ERROR)(?:\]:? |[\u2009]{1,2} {0,2}| {2})(\S.*)$/.exec(
        line.text,
      );
    const [, type = "", message = ""] = found ?? [];
    if (found === null || !isSentence(message) || readToolType(message) !== null) return null;
    return lineReading(lines, at, { type, message, kind: "build", language: "javascript" });
  },
};

/** In prose and in a title only pnpm's own codes count. */
function readQuoted(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const start = text.indexOf("ERR_PNPM_");
  const found =
    start < 0
      ? null
      : /^(ERR_PNPM_[A-Z\d_]{2,60})[\]:\u2009]{0,2} {1,3}(\S.*)$/.exec(text.slice(start));
  const [, type = "", written = ""] = found ?? [];
  const message = written.replace(/`.*$/, "").trim();
  if (found === null || !/^[A-Z"]\S* \S+ \S/.test(message)) return null;
  return singleLineReading(lines, at, { type, message, kind: "inline", language: "javascript" });
}

/** A count of errors is a heading, `name:line message` another logger's record. */
function isSentence(message: string): boolean {
  if (/^Failed to compile(?: with|\.)/.test(message)) return false;
  return /^[A-Za-z"'`@[\u2009]\S* \S+ \S/.test(message) && !/^\S{1,80}:\d{1,7} /.test(message);
}
