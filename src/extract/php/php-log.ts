import type { BlockLine } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import type { PlacedText } from "./php-place.ts";
import { phpCall } from "./php-place.ts";
import { readPhpStack } from "./php-stack.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Records that Monolog writes, Laravel's above all: `production.ERROR: message {"exception":"[object]
 * (Type(code: 0): message at /a.php:3)`, the stack below, and what led to it behind `[previous
 * exception]` (https://github.com/Seldaek/monolog/blob/main/src/Monolog/Formatter/LineFormatter.php).
 */
export const phpLog: Family = {
  name: "php log",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    const object = text.indexOf(mark);
    if (object >= 0 && !text.startsWith(previous)) return readObject(lines, at, object);
    const level = levelAt(text);
    if (level === null || object >= 0) return null;
    const head = { type: level[1] ?? null, message: withoutContext(text.slice(level[0].length)) };
    const error = errorOver(lines, { at, next: at + 1 }, head);
    return readingOver(lines, { at, next: at + 1 }, { error, language: "php", kind: "log" });
  },
};

const mark = "[object] (";
const previous = "[previous exception]";

function levelAt(text: string): RegExpExecArray | null {
  const dot = text.indexOf(".");
  if (dot < 1 || dot > 40 || !/^\.(?:ERR|CRI|ALE|EME)/.test(text.slice(dot, dot + 4))) return null;
  return /^[\w-]{1,40}\.(ERROR|CRITICAL|ALERT|EMERGENCY): (?=\S)/.exec(text);
}

/** Takes off the context and the extra fields, which are JSON. */
function withoutContext(message: string): string {
  const end = message.search(/ (?:\{"|\[(?:"|\]))/);
  return (end < 0 ? message : message.slice(0, end)).trim();
}

interface Thrown {
  error: ReportedError;
  frames: Frame[];
  next: number;
}

function readObject(lines: readonly BlockLine[], at: number, column: number) {
  const first = readThrown(lines, at, column);
  if (first === null) return null;
  const causes: ReportedError[] = [];
  let { next } = first;
  while (causes.length < limits.causes) {
    const below = lines[next]?.text.trim() === "" ? next + 1 : next;
    const text = lines[below]?.text ?? "";
    const cause = text.startsWith(previous) ? readThrown(lines, below, text.indexOf(mark)) : null;
    if (cause === null) break;
    causes.push(cause.error);
    ({ next } = cause);
  }
  if (/^"\}\s*(?:\[\])?$/.test(lines[next]?.text.trim() ?? "")) next += 1;
  const kind = first.frames.length > 1 ? ("tb" as const) : ("log" as const);
  const frames = first.frames.toReversed();
  return readingOver(
    lines,
    { at, next },
    { error: first.error, language: "php", kind, frames, causes },
  );
}

/** Lines that a message may go on for. */
const messageReach = 20;

/** `[object] (Type(code: 0): message at /a.php:3)` and the stack below it. */
function readThrown(lines: readonly BlockLine[], at: number, column: number): Thrown | null {
  const body = column < 0 ? "" : (lines[at]?.text ?? "").slice(column + mark.length);
  const head = /^([\w\\]{1,200})\(code: [^)]{1,40}\): /.exec(body);
  if (head === null) return null;
  const texts = [body.slice(head[0].length)];
  let end = at + 1;
  let placed = splitPlace(texts[0] ?? "");
  for (; placed === null && end < lines.length && end - at < messageReach; end += 1) {
    texts.push(lines[end]?.text ?? "");
    placed = splitPlace(texts.join("\n"));
  }
  if (placed === null) return null;
  const fullMessage = unescaped(placed.text).slice(0, limits.fullMessage);
  const [message = ""] = fullMessage.split("\n", 1);
  const stack = readPhpStack(lines, end);
  return {
    error: { type: unescaped(head[1] ?? ""), message, fullMessage, line: lines[at]?.line ?? 1 },
    frames: [{ ...phpCall(placed.file, placed.line, ""), function: null }, ...stack.frames],
    next: stack.next,
  };
}

/** Splits `message at /a.php:3)...`. */
function splitPlace(text: string): PlacedText | null {
  const end = /:(\d{1,7})\)/.exec(text);
  const at = end === null ? -1 : text.lastIndexOf(" at ", end.index);
  if (end === null || at < 0) return null;
  return { text: text.slice(0, at), file: text.slice(at + 4, end.index), line: Number(end[1]) };
}

/** The record's context is JSON, but for its line ends. */
function unescaped(text: string): string {
  return text.replaceAll('\\"', '"').replaceAll("\\\\", "\\");
}
