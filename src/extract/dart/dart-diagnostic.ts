import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { isCaretLine } from "../reading/code-frame.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Errors of Dart's compiler and analyzer: `lib/main.dart:1:2: Error: x`, with hints and the source
 * below it, and `error • x • lib/main.dart:1:2 • code`.
 */
export const dartDiagnostic: Family = {
  name: "dart diagnostic",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes(".dart:") || !isVerbatim(line)) return null;
    const finding = readFinding(line.text.trim());
    if (finding !== null)
      return singleLineReading(lines, at, {
        type: "error",
        message: finding,
        kind: "lint",
        language: "dart",
      });
    const found = /^\s{0,4}\S{1,400}\.dart:\d{1,7}(?::\d{1,6})?: (Error|error): (\S.*)$/.exec(
      line.text,
    );
    return found && readCompiler(lines, at, { type: found[1] ?? "", message: found[2] ?? "" });
  },
};

/** Lines of hints and source below an error. */
const reach = 12;

function readCompiler(
  lines: readonly BlockLine[],
  at: number,
  found: { type: string; message: string },
): Reading {
  const below = lines.slice(at + 1, at + 1 + reach).map(({ text }) => text);
  const end = below.findIndex((text) => text === "" || /\.dart:\d{1,7}(?::\d{1,6})?: /.test(text));
  const own = below.slice(0, end < 0 ? below.length : end);
  const caret = own.findIndex(isCaretLine);
  const length = caret < 0 ? 0 : caret + 1;
  const hints = own.slice(0, Math.max(0, caret - 1));
  const fullMessage = [found.message, ...hints].join("\n").trim().slice(0, limits.fullMessage);
  const { draft } = singleLineReading(lines, at, { ...found, kind: "compiler", language: "dart" });
  const lastLine = lines[at + length]?.line ?? 1;
  return { draft: draft && { ...draft, fullMessage, lastLine }, next: at + 1 + length };
}

/** `error • message • place • code`; older versions say `message at place`, and `dart analyze` uses dashes. */
function readFinding(text: string): string | null {
  if (!text.startsWith("error ")) return null;
  const sign = [" • ", " - "].find((each) => text.startsWith(`error${each}`));
  const parts = sign === undefined ? [] : text.split(sign);
  if (sign === undefined || parts.length < 3) return null;
  const told = parts.slice(1, -1).filter((part) => !/^\S+\.dart:\d+:\d+$/.test(part));
  return told.join(sign).replace(/ at \S{1,400}\.dart:\d{1,7}:\d{1,6}$/, "") || null;
}
