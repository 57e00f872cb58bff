import type { BlockLine } from "../text/block.ts";
import { readDartCalls } from "./dart-frame.ts";
import { readAnyDartHead } from "./dart-head.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * What Flutter prints of an error that it caught: a rule with the library's name, "The following
 * _TypeError was thrown building X:", the message, notes, the stack
 * (https://api.flutter.dev/flutter/foundation/FlutterErrorDetails-class.html).
 */
export const flutterBox: Family = {
  name: "flutter box",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (text.startsWith(another))
      return singleLineReading(lines, at, {
        ...readAnyDartHead(text.slice(another.length)),
        kind: "line",
        language: "dart",
      });
    const thrownAt = isRule(text) ? at + 1 : text.startsWith("The following ") ? at : null;
    const thrown = thrownAt === null ? null : readThrown(lines, thrownAt);
    return thrown && readBox(lines, at, thrown);
  },
};

const another = "Another exception was thrown: ";

function isRule(text: string): boolean {
  return /^[═=]{2}/.test(text) && /exception caught by /i.test(text);
}

interface Thrown {
  /** Type as printed, `null` where Flutter says only that a message was thrown. */
  type: string | null;
  /** Index behind the sentence. */
  next: number;
}

/** Lines that the sentence takes up: it names the widget with its state. */
const longestSentence = 6;

/** Reads `The following X was thrown building Y:`, whose colon stands behind all brackets of Y. */
function readThrown(lines: readonly BlockLine[], at: number): Thrown | null {
  const text = lines[at]?.text.trim() ?? "";
  const found = /^The following (.{1,80}?) (?:object )?was thrown\b/.exec(text);
  if (found === null) return null;
  const type = found[1] === "message" ? null : (found[1] ?? null);
  let depth = 0;
  for (let index = at; index - at < longestSentence; index += 1) {
    const part = lines[index]?.text.trimEnd() ?? "";
    depth += part.split("(").length - part.split(")").length;
    if (part.endsWith(":") && depth <= 0) return { type, next: index + 1 };
  }
  return null;
}

/** Lines of one box that are read. */
const mostLines = 400;

function readBox(
  lines: readonly BlockLine[],
  at: number,
  { type, next: from }: Thrown,
): Reading | null {
  const message: string[] = [];
  let frames: Frame[] = [];
  let isMessage = true;
  let next = from;
  while (next < lines.length && next - at < mostLines) {
    const text = lines[next]?.text.trim() ?? "";
    if (/^[═=]{8}/.test(text)) {
      next += isRule(text) ? 0 : 1;
      break;
    }
    if (text.startsWith(another)) break;
    const calls = readDartCalls(lines, next);
    isMessage &&= calls.next === next && !isNote(text);
    if (isMessage) message.push(lines[next]?.text.trimEnd() ?? "");
    if (frames.length === 0) ({ frames } = calls);
    next = Math.max(next + 1, calls.next);
  }
  if (message.every((text) => text.trim() === "")) return null;
  return boxReading(lines, { at, from, next: trimmed(lines, next) }, { type, message, frames });
}

/** Paragraphs that stand between the message and the stack. */
function isNote(text: string): boolean {
  return /^(?:The relevant error-causing widget was|When the exception was thrown|Either the assertion indicates|The specific |The overflowing |The ownership chain|Handler: |Recognizer:|Image provider:|User-created ancestor|See also:|To inspect this widget|◢◤|This was caught by the test expectation|The test description was)/.test(
    text,
  );
}

function trimmed(lines: readonly BlockLine[], next: number): number {
  let end = next;
  while (lines[end - 1]?.text === "") end -= 1;
  return end;
}

function boxReading(
  lines: readonly BlockLine[],
  { at, from, next }: { at: number; from: number; next: number },
  { type, message, frames }: { type: string | null; message: string[]; frames: Frame[] },
): Reading {
  const filled = message.findIndex((text) => text.trim() !== "");
  const first = message[filled]?.trim() ?? "";
  const told = readAnyDartHead(first);
  const isRepeated = told.type !== null && told.type === type;
  const fullMessage = [isRepeated ? told.message : first, ...message.slice(filled + 1)]
    .join("\n")
    .trim()
    .slice(0, limits.fullMessage);
  const line = lines[from + filled]?.line ?? 1;
  return {
    draft: {
      type,
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
