import { isAmongCode } from "./among-code.ts";
import type { BlockLine } from "./block.ts";
import { isVerbatim } from "./block.ts";
import { isErrorSentence, isPlainErrorSentence } from "./error-sentence.ts";
import type { Family } from "./family.ts";
import { recordReading } from "./line-reading.ts";
import { isPrintedLine } from "./printed-line.ts";
import { isErrorType } from "./typed-message.ts";

/** Errors that are printed without a type, known by how such sentences begin or end; program output only. */
export const untypedLine: Family = {
  name: "untyped line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 8 || !isVerbatim(line) || isHarmless(line))
      return null;
    const text = line.text.trim();
    if (isStatus(text)) return recordReading(lines, at, { ...untyped, type: text, message: "" });
    // HTML holds prose as often as output.
    const isError = line.container === "html" ? isPlainErrorSentence(text) : isErrorSentence(text);
    if (!isError || !isPrintedLine(text) || isAmongCode(lines, at)) return null;
    return recordReading(lines, at, { ...untyped, message: text });
  },
};

const untyped = { type: null, kind: "line", language: "other" } as const;

/** Records below the level of an error speak of what was survived. */
export function isHarmless({ stamp }: BlockLine): boolean {
  const level = stamp?.level ?? null;
  return level !== null && /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING)$/i.test(level);
}

function isStatus(text: string): boolean {
  return text.length <= 40 && /^[A-Z_]{8,40}$/.test(text) && isErrorType(text);
}
