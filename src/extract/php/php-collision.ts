import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { phpCall } from "./php-place.ts";
import { isPhpType } from "./php-type.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";
import type { TypedMessage } from "../reading/typed-message.ts";

/**
 * Exceptions on Laravel's console: the class, the message, `at file:line` with source, numbered calls
 * (https://github.com/nunomaduro/collision/blob/stable/src/Writer.php).
 */
export const phpCollision: Family = {
  name: "php collision",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    const head =
      text.includes("\\") || text.includes("rror") || text.includes("xception")
        ? readHead(text)
        : null;
    if (head === null) return null;
    const place = placeBelow(lines, at + 1);
    if (place === null) return readLone(lines, at, head);
    const start = head.message === "" ? skipBlank(lines, at + 1) : at;
    const end = endOfMessage(lines, start, place);
    const message = head.message === "" ? (lines[start]?.text.trim() ?? "") : head.message;
    const error = errorOver(lines, { at: start, next: end }, { type: head.type, message });
    const { frames, next } = readCalls(lines, place);
    return readingOver(
      lines,
      { at, next },
      {
        error: { ...error, line: lines[at]?.line ?? error.line },
        language: "php",
        kind: "tb",
        frames: frames.toReversed(),
      },
    );
  },
};

/** Laravel 5's `Type  : message` is told from others by the blank in front of the colon. */
function readLone(lines: readonly BlockLine[], at: number, head: TypedMessage): Reading | null {
  if (head.message === "" || !head.type.includes("\\")) return null;
  const error = errorOver(lines, { at, next: at + 1 }, head);
  return readingOver(lines, { at, next: at + 1 }, { error, language: "php", kind: "line" });
}

/** A class alone on its line, or with its message behind ` : `, as Laravel 5 printed it. */
function readHead(text: string): { type: string; message: string } | null {
  const body = text.trim();
  const end = body.indexOf(" ");
  const type = end < 0 ? body : body.slice(0, end);
  if (!isPhpType(type)) return null;
  const rest = body.slice(type.length).trimStart();
  if (rest === "") return { type, message: "" };
  return rest.startsWith(": ") ? { type, message: rest.slice(2).trim() } : null;
}

/** Lines that a message may go on for before the place. */
const reach = 25;

function placeBelow(lines: readonly BlockLine[], from: number): number | null {
  for (let at = from; at < lines.length && at - from < reach; at += 1) {
    const text = lines[at]?.text.trim() ?? "";
    if (/^at \S{1,400}(?:\.php|artisan):\d{1,7}$/.test(text)) return at;
    if (readHead(text) !== null) return null;
  }
  return null;
}

function skipBlank(lines: readonly BlockLine[], from: number): number {
  return lines[from]?.text.trim() === "" ? from + 1 : from;
}

function endOfMessage(lines: readonly BlockLine[], start: number, place: number): number {
  let end = start + 1;
  while (end < place && lines[end]?.text.trim() !== "") end += 1;
  return end;
}

/** The place, its source (`➜ 12▕`), and the calls; a call's file and its name share two lines in either order. */
function readCalls(lines: readonly BlockLine[], place: number): { frames: Frame[]; next: number } {
  const frames = callFrom(lines[place]?.text.trim().slice("at ".length) ?? "", "");
  let next = place + 1;
  for (let at = next; at < lines.length; at += 1) {
    const text = lines[at]?.text.trim() ?? "";
    const call = /^\d{1,3} {1,4}(?=\S)/.exec(text);
    if (isAmongCalls(text)) next = at + 1;
    else if (call !== null) {
      const [first, second] = [text.slice(call[0].length), lines[at + 1]?.text.trim() ?? ""];
      const [file, called] = /:\d{1,7}$/.test(first) ? [first, second] : [second, first];
      frames.push(...callFrom(file, called));
      at += 1;
      next = at + 1;
    } else if (text !== "") break;
  }
  return { frames, next };
}

/** Source lines (`➜ 12▕ ...`, of old versions `12| ...`), and notes on calls that were left out. */
function isAmongCalls(text: string): boolean {
  return /^(?:➜ {0,6})?\d{1,6}[▕|]|^\+\d{1,4} vendor frames|^Exception trace:$/.test(text);
}

function callFrom(place: string, called: string): Frame[] {
  const found = /^(\S{1,400}):(\d{1,7})$/.exec(place);
  if (found === null || found[1] === "[internal]") return [];
  return [phpCall(found[1] ?? "", Number(found[2]), called.replace(/::$/, ""))];
}
