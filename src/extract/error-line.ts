import type { BlockLine } from "./block.ts";
import { isVerbatim } from "./block.ts";
import { codeSpans } from "./code-spans.ts";
import type { Family, Reading } from "./family.ts";
import type { FoundTyped } from "./find-typed.ts";
import { findTyped } from "./find-typed.ts";
import { lineReading, singleLineReading } from "./line-reading.ts";
import { languageOf } from "./type-language.ts";
import { isErrorType } from "./typed-message.ts";
import { isHarmless } from "./untyped-line.ts";

/** `Type: message` without a stack: on a line of its own, within a record, or quoted in prose. */
export const errorLine: Family = {
  name: "error line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "comment" || isHarmless(line)) return null;
    return isVerbatim(line) ? readOutput(lines, at) : readProse(lines, at);
  },
};

function readOutput(lines: readonly BlockLine[], at: number): Reading | null {
  const text = lines[at]?.text ?? "";
  const found = findTyped(text);
  if (found === null || found.message === "" || !isOutputBefore(text.slice(0, found.column)))
    return null;
  const language = languageOf(found.type, found.message);
  return lines[at]?.stamp === null
    ? lineReading(lines, at, { ...found, kind: "line", language })
    : singleLineReading(lines, at, { ...found, kind: "log", language });
}

/** What may stand before the type in a program's output; anything with quotes or an equals sign is code. */
function isOutputBefore(before: string): boolean {
  if (before.trim() === "") return true;
  return (
    !/["'`=;{}]|# |\/\/ /.test(before) &&
    /(?:[:\])>|] ?|Uncaught |\(in promise\) |error {1,2}|thread "[^"]*" )$/i.test(before)
  );
}

function readProse(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line === undefined || isWish(line.text)) return null;
  for (const span of codeSpans(line.text)) {
    const found = findTyped(span);
    if (found !== null && found.message !== "" && isQuotable(span, found))
      return inline(lines, at, found);
  }
  const found = findTyped(line.text.replace(/^\s*(?:[-*+>]+|\d{1,2}[.)]) /, ""));
  if (found === null || found.message === "") return null;
  // In prose a bare "Error:" is a label, unless a console's word stands in front of it.
  if (!isErrorType(found.type) && !/Uncaught|in promise/.test(line.text)) return null;
  if (found.column === 0) {
    const language = languageOf(found.type, found.message);
    return line.container === "title"
      ? inline(lines, at, found)
      : lineReading(lines, at, { ...withoutSentence(found), kind: "line", language });
  }
  return /\S+ \S+/.test(found.message) ? inline(lines, at, unquoted(found, line.text)) : null;
}

/** In a code span the error stands first, or behind `Uncaught`. */
function isQuotable(span: string, found: FoundTyped): boolean {
  return isOutputBefore(span.slice(0, found.column));
}

function inline(lines: readonly BlockLine[], at: number, found: FoundTyped): Reading {
  const { type, message } = withoutSentence(found);
  const language = languageOf(type, message);
  return singleLineReading(lines, at, { type, message, kind: "inline", language });
}

/** A sentence's own quotes around the error are not the message's. */
function unquoted(found: FoundTyped, text: string): FoundTyped {
  const quote = /["'“‘«]\s*$/.exec(text.slice(0, text.indexOf(found.type)))?.[0].trim();
  const close = { '"': '"', "'": "'", "“": "”", "‘": "’", "«": "»" }[quote ?? ""];
  const end = close === undefined ? -1 : found.message.lastIndexOf(close);
  return end < 0 ? found : { ...found, message: found.message.slice(0, end).trim() };
}

/** A Chinese sentence that goes on behind a message in Latin letters is the reporter's. */
function withoutSentence(found: FoundTyped): FoundTyped {
  const end = /[，。；！？、（]/.exec(found.message)?.index ?? -1;
  const isLatin = end > 0 && !/\p{Script=Han}/u.test(found.message.slice(0, end));
  if (!isLatin || !/\p{Script=Han}/u.test(found.message.slice(end))) return found;
  return {
    ...found,
    message: found.message
      .slice(0, end)
      .replace(/[”"'’」]$/, "")
      .trim(),
  };
}

/** Sentences that ask for an error, or speak of a cured one. */
function isWish(text: string): boolean {
  return /\b(?:should|must|would|could|expected to) (?:be |also |now |instead )?(?:throw|raise|fail|give|print|return|report|show|see)/i.test(
    text,
  );
}
