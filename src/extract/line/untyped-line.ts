import { isAmongCode } from "../text/among-code.ts";
import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import {
  endsInReason,
  hasThreeWords,
  isErrorSentence,
  isPlainErrorSentence,
  isPrefixedSentence,
} from "./error-sentence.ts";
import type { Family } from "../family.ts";
import { isCode } from "../reading/find-typed.ts";
import { recordReading } from "../reading/line-reading.ts";
import { isPrintedLine } from "./printed-line.ts";
import { isErrorType } from "../reading/typed-message.ts";

/** Errors that are printed without a type, known by how such sentences begin or end; program output only. */
export const untypedLine: Family = {
  name: "untyped line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 8 || !isVerbatim(line) || isHarmless(line))
      return null;
    const text = line.text.trim();
    if (isStatus(text)) return recordReading(lines, at, { ...untyped, type: text, message: "" });
    if (!isError(lines, at, text) || isAmongCode(lines, at)) return null;
    return recordReading(lines, at, { ...untyped, message: text });
  },
};

const untyped = { type: null, kind: "line", language: "other" } as const;

function isError(lines: readonly BlockLine[], at: number, text: string): boolean {
  // The system's reason behind a name in quotes looks like a value in code.
  if (endsInReason(text))
    return hasThreeWords(text) && !isCode(text) && !/^(?:\/\/|[#*{])/.test(text);
  // HTML holds prose as often as output.
  const isSentence =
    lines[at]?.container === "html" ? isPlainErrorSentence(text) : isErrorSentence(text);
  return (
    (isSentence || (isPrefixedSentence(text) && !isAmongProperties(lines, at))) &&
    isPrintedLine(text)
  );
}

/** True where a line beside it begins with another name and a colon, as in a list of texts. */
function isAmongProperties(lines: readonly BlockLine[], at: number): boolean {
  const own = nameOf(lines[at]);
  return [lines[at - 1], lines[at + 1]].some((line) => {
    const name = nameOf(line);
    return name !== null && name !== own;
  });
}

function nameOf(line: BlockLine | undefined): string | null {
  return /^\s{0,40}["']?([\w./+-]{1,60})["']?: ?\S/.exec(line?.text ?? "")?.[1] ?? null;
}

/** Records below the level of an error speak of what was survived. */
export function isHarmless({ stamp }: BlockLine): boolean {
  const level = stamp?.level ?? null;
  return level !== null && /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING)$/i.test(level);
}

function isStatus(text: string): boolean {
  return text.length <= 40 && /^[A-Z_]{8,40}$/.test(text) && isErrorType(text);
}
