import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";

/** What a panic says: its message, where it happened, and the first line behind both. */
export interface PanicMessage {
  fullMessage: string;
  /** `src/main.rs:3:9` as printed. */
  place: string | null;
  next: number;
}

/** Lines that a message may have; generated values are printed in full. */
const longest = 80;

/**
 * Reads `'message', file:1:2` (until Rust 1.72), `file:1:2:` with the message below (since 1.73), or the
 * `Message:` and `Location:` of color-eyre, from the character `start` of the trimmed line.
 */
export function readPanicMessage(
  lines: readonly BlockLine[],
  at: number,
  start: number,
): PanicMessage | null {
  const told = (lines[at]?.text ?? "").trim().slice(start);
  if (told === "") return readFields(lines, at);
  if (told.startsWith("'")) return readQuoted(lines, at, told.slice(1));
  if (!told.endsWith(":")) return readLine(told, at);
  return readBelow(lines, at, told.slice(0, -1));
}

/** Reporters join the lines of a panic, with or without their indentation: `src/main.rs:3:9: no value`. */
function readLine(told: string, at: number): PanicMessage {
  const place = /^(\S{1,300}:\d{1,7}:\d{1,5}): {1,80}(?=\S)/.exec(told);
  if (place === null) return { fullMessage: told, place: null, next: at + 1 };
  return { fullMessage: told.slice(place[0].length), place: place[1] ?? null, next: at + 1 };
}

function readQuoted(lines: readonly BlockLine[], at: number, told: string): PanicMessage {
  const parts: string[] = [];
  const indent = indentOf(lines[at]?.text ?? "");
  for (let next = at; next < lines.length && next - at < longest; next += 1) {
    const text = next === at ? told : (lines[next]?.text ?? "");
    const end = text.lastIndexOf("', ");
    if (end >= 0 && /:\d{1,7}(?::\d{1,5})?$/.test(text.slice(-16))) {
      parts.push(text.slice(0, end));
      return { fullMessage: joined(parts), place: text.slice(end + 3), next: next + 1 };
    }
    if (next > at && indentOf(text) <= indent && isEnd(text)) break;
    parts.push(text);
  }
  const end = told.lastIndexOf("', ");
  const message = end < 0 ? told.replace(/'$/, "") : told.slice(0, end);
  return { fullMessage: message.trim(), place: null, next: at + 1 };
}

/** The message ends where the runtime speaks again; where it does not, with the first blank line. */
function readBelow(lines: readonly BlockLine[], at: number, place: string): PanicMessage {
  const below = lines.slice(at + 1, at + 1 + longest);
  const indent = indentOf(lines[at]?.text ?? "");
  const blank = below.findIndex((_, index) => index > 0 && isGap(below, index, indent));
  const stamped = lines[at]?.stamp === null ? below.findIndex(({ stamp }) => stamp !== null) : -1;
  // What a message itself notes is set in.
  const note = below.findIndex(({ text }) => indentOf(text) <= indent && isEnd(text));
  const isNoted = note >= 0 && isNote((below[note]?.text ?? "").trim());
  const ends = [isNoted ? note : blank, note, stamped, below.length].filter((end) => end >= 0);
  const end = Math.min(...ends);
  const texts = below.slice(0, end).map(({ text }) => withoutIndent(text, indent));
  return { fullMessage: joined(texts), place, next: at + 1 + end };
}

/** A blank line ends a message unless what follows is set in, or names its causes. */
function isGap(lines: readonly BlockLine[], index: number, indent: number): boolean {
  if (lines[index]?.text.trim() !== "") return false;
  const below = lines[index + 1]?.text ?? "";
  return below.trim() !== "Caused by:" && indentOf(below) <= indent;
}

/** What a build script prints is set in by cargo. */
function withoutIndent(text: string, indent: number): string {
  return (indentOf(text) >= indent ? text.slice(indent) : text).trimEnd();
}

function isNote(text: string): boolean {
  return text.startsWith("note: ") || text === "stack backtrace:" || text === "Stack:";
}

/** True for what no message goes on over: the runtime's notes, another panic, the tests' summary. */
function isEnd(text: string): boolean {
  const body = text.trim();
  return (
    isNote(body) ||
    /^(?:(?:thread|task) '[^']{0,200}' .{0,20}(?:panicked|failed) at|failures:|test result:|error(?:\[E\d{4}\])?: |warning: |---- |fatal runtime error|thread caused|Aborted|\[\d{4}-|\$ )/.test(
      body,
    )
  );
}

function readFields(lines: readonly BlockLine[], at: number): PanicMessage | null {
  const below = lines.slice(at + 1, at + 1 + longest);
  const message = below[0]?.text ?? "";
  const location = below.findIndex(({ text }) => text.startsWith("Location: "));
  if (!message.startsWith("Message: ") || location < 1) return null;
  const rest = below.slice(1, location).map(({ text }) => text.trimEnd());
  return {
    fullMessage: joined([message.slice("Message: ".length), ...rest]),
    place: (below[location]?.text ?? "").slice("Location: ".length).trim(),
    next: at + location + 2,
  };
}

/** Without the blank lines around it, and without the indentation of its first line. */
function joined(parts: readonly string[]): string {
  return parts.join("\n").trim();
}
