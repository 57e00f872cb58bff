import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { phpCall, readPhpFrame } from "./php-place.ts";

/** The calls of a PHP stack, innermost first, and the line behind it. */
export interface PhpStack {
  frames: Frame[];
  next: number;
}

/** Reads `Stack trace:` or `[stacktrace]` and the numbered calls below; nothing is read where none stand. */
export function readPhpStack(lines: readonly BlockLine[], from: number): PhpStack {
  const heading = (lines[from]?.text ?? "").trim().replace(/^PHP /, "");
  const first = /^(?:Stack trace:|\[stacktrace\]|Trace:?|Call Stack:)$/i.test(heading)
    ? from + 1
    : from;
  const frames: Frame[] = [];
  const outermostFirst: Frame[] = [];
  let next = first;
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? "";
    const xdebug = readXdebugFrame(text);
    const frame = xdebug ?? readPhpFrame(text);
    if (frame === null) break;
    if (frame !== "main") (xdebug === null ? frames : outermostFirst).push(frame);
  }
  return {
    frames: [...frames, ...outermostFirst.toReversed()],
    next: next === first ? from : next,
  };
}

/** `PHP   2. App\Cart->open() /srv/a.php:12`, with time and memory in front where Xdebug writes to a page. */
function readXdebugFrame(text: string): Frame | "main" | null {
  const head = /^(?:PHP)? {1,8}(?:\d{1,6}\.\d{1,6} {1,12}\d{1,12} {1,8})?\d{1,4}\. (?=\S)/.exec(
    text,
  );
  if (head === null) return null;
  const body = text.slice(head[0].length).trimEnd();
  if (body.startsWith("{main}")) return "main";
  const place = /^(\S{1,400}):(\d{1,7})$/.exec(body.slice(body.lastIndexOf(" ") + 1));
  return place === null
    ? null
    : phpCall(place[1] ?? "", Number(place[2]), body.slice(0, body.lastIndexOf(" ")));
}

/** Where a browser took the line ends away, the stack follows the message on its line. */
export function splitStack(text: string): { told: string; frames: Frame[] } {
  const at = text.search(/ Stack trace: ?#0 /i);
  if (at < 0) return { told: text, frames: [] };
  const calls = text.slice(at).split(/ (?=#\d{1,4} )/);
  const frames = calls
    .map((call) => readPhpFrame(call))
    .filter((frame) => frame !== null && frame !== "main");
  return { told: text.slice(0, at), frames };
}
