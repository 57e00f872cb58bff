import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { nextFilled } from "../reading/build-error.ts";
import type { Head } from "../reading/call-stack.ts";
import { codeSpans } from "../text/code-spans.ts";
import { isDartCall, readDartCalls } from "./dart-frame.ts";
import { readAnyDartHead, readDartHead, readDartSentence } from "./dart-head.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Errors of Dart: `Unhandled exception:` with the error below it, Flutter's `Unhandled Exception: x`,
 * a debugger's `Exception has occurred.`, and any error above `#0      f (package:x/y.dart:1:2)`.
 */
export const dart: Family = {
  name: "dart",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 8) return null;
    const found = readAnnounced(lines, at) ?? readAboveCalls(lines, at);
    return found === null ? readAlone(lines, at) : stackReading(lines, at, found);
  },
};

interface Found {
  errorAt: number;
  head: Head;
}

const inLine = "Unhandled Exception: ";

function readAnnounced(lines: readonly BlockLine[], at: number): Found | null {
  const text = lines[at]?.text ?? "";
  const column = text.indexOf("nhandled ") < 0 ? -1 : text.indexOf(inLine);
  if (column >= 0 && /^(?:\[[^\]]{1,200}\] ?)?$/.test(text.slice(0, column).trim()))
    return { errorAt: at, head: readAnyDartHead(text.slice(column + inLine.length)) };
  const isHeading =
    text.endsWith("nhandled exception:") || text.trim() === "Exception has occurred.";
  const errorAt = isHeading ? nextFilled(lines, at + 1, 2) : null;
  if (errorAt === null) return null;
  const below = lines[errorAt]?.text ?? "";
  // .NET announces its errors in the same words.
  const head =
    readDartHead(below) ?? (callBelow(lines, errorAt) === null ? null : readAnyDartHead(below));
  return head && { errorAt, head };
}

/** Lines that a message may take up above its calls. */
const longestMessage = 10;

/** Index of the first call below an error; `null` where other lines follow. */
function callBelow(lines: readonly BlockLine[], errorAt: number): number | null {
  for (let index = errorAt + 1; index - errorAt <= longestMessage; index += 1) {
    if (index >= lines.length) return null;
    if (isDartCall(lines, index)) return index;
  }
  return null;
}

function readAboveCalls(lines: readonly BlockLine[], at: number): Found | null {
  if (callBelow(lines, at) === null) return null;
  const head = readDartHead(lines[at]?.text ?? "");
  return head && { errorAt: at, head };
}

function stackReading(lines: readonly BlockLine[], at: number, { errorAt, head }: Found): Reading {
  const call = callBelow(lines, errorAt);
  const below =
    call === null ? [] : lines.slice(errorAt + 1, call).map(({ text }) => text.trimEnd());
  const { frames, next } = readDartCalls(lines, call ?? errorAt + 1);
  const fullMessage = [head.message, ...below].join("\n").trim().slice(0, limits.fullMessage);
  const line = lines[errorAt]?.line ?? 1;
  return {
    draft: {
      type: head.type,
      message: fullMessage.split("\n", 1)[0]?.trim() ?? "",
      fullMessage,
      line,
      kind: frames.length > 0 ? "tb" : "line",
      language: "dart",
      frames,
      causes: [],
      firstLine: lines[at]?.line ?? line,
      lastLine: lines[next - 1]?.line ?? line,
    },
    next,
  };
}

/** A sentence that only Dart prints, on a line of its own or quoted. */
function readAlone(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line === undefined || !/(?:subtype of type|ull check operator)/.test(line.text)) return null;
  const isOutput = isVerbatim(line);
  const heads = (isOutput ? [line.text.trim()] : [...codeSpans(line.text), line.text.trim()]).map(
    readDartSentence,
  );
  const head = heads.find((each) => each !== null);
  if (head === undefined || head === null) return null;
  return singleLineReading(lines, at, {
    ...head,
    kind: isOutput ? "line" : "inline",
    language: "dart",
  });
}
