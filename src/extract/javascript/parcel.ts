import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { buildReading, nextFilled } from "../reading/build-error.ts";
import type { Head } from "../reading/call-stack.ts";
import { isPlainErrorSentence } from "../line/error-sentence.ts";
import type { Family } from "../family.ts";
import { readToolHead, readToolType } from "../reading/tool-error.ts";

/** Errors of Parcel: `🚨 Build failed.`, and `@parcel/core: x`, which says who found it. */
export const parcel: Family = {
  name: "parcel",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (text.startsWith("@parcel/")) {
      const head = readOrigin(text);
      return head && buildReading(lines, { at, errorAt: at, head });
    }
    if (!text.startsWith("🚨") && !text.startsWith("× Build failed")) return null;
    const found = readAlarm(lines, at, text.replace(/^(?:🚨|×)\s*/u, ""));
    return found && buildReading(lines, { ...found, at });
  },
};

/** Version 2 says `Build failed.` above the error, version 1 says it right behind the sign. */
function readAlarm(
  lines: readonly BlockLine[],
  at: number,
  told: string,
): { errorAt: number; head: Head } | null {
  if (!told.startsWith("Build failed")) {
    const head = readSigned(told);
    return head && { errorAt: at, head };
  }
  const errorAt = nextFilled(lines, at + 1, 4);
  const line = errorAt === null ? undefined : lines[errorAt];
  if (errorAt === null || line === undefined) return null;
  const head = readOrigin(line.text.trim()) ?? readSigned(line.text.trim());
  const isOutput = isVerbatim(line);
  return head === null && !isOutput ? null : { errorAt, head: head ?? readToolHead(line.text) };
}

/** Behind the sign, which people use as well: an error with a type, a place, or the words of one. */
function readSigned(told: string): Head | null {
  const isError = /^\S{1,400}:\d{1,7}:\d{1,6}: \S/.test(told) || isPlainErrorSentence(told);
  return readToolType(told) ?? (isError ? readToolHead(told) : null);
}

/** The part of Parcel in front of the colon stands where others print a type. */
function readOrigin(text: string): Head | null {
  const found = /^(@parcel\/[\w-]{1,60}): ([A-Za-z'"`].* .*)$/.exec(text);
  if (found === null) return null;
  const told = found[2] ?? "";
  return readToolType(told) ?? { type: found[1] ?? null, message: told };
}
