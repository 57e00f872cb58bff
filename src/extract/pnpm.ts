import { isVerbatim } from "./block.ts";
import type { Family } from "./family.ts";
import { lineReading } from "./line-reading.ts";
import { readToolType } from "./tool-error.ts";

/**
 * Failures that are printed behind a badge: pnpm's ` ERR_PNPM_X  message` and ` ELIFECYCLE  message`,
 * and ` ERROR  message` as pnpm, Metro and vue-cli print it (https://pnpm.io/errors).
 */
export const pnpm: Family = {
  name: "pnpm",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("E") || !isVerbatim(line)) return null;
    const found =
      /^[\s\u2009]{0,4}\[?(ERR_PNPM_[A-Z\d_]{2,60}|ELIFECYCLE|ERROR)(?:\]:? |[\u2009]{1,2} {0,2}| {2})(\S.*)$/.exec(
        line.text,
      );
    const [, type = "", message = ""] = found ?? [];
    if (found === null || !isSentence(message) || readToolType(message) !== null) return null;
    return lineReading(lines, at, { type, message, kind: "build", language: "javascript" });
  },
};

/** A count of errors is a heading, `name:line message` another logger's record. */
function isSentence(message: string): boolean {
  if (/^Failed to compile(?: with|\.)/.test(message)) return false;
  return /^[A-Za-z"'`@[\u2009]\S* \S+ \S/.test(message) && !/^\S{1,80}:\d{1,7} /.test(message);
}
