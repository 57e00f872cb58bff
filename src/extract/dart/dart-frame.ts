import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { limits } from "../limits.ts";
import { placeOf } from "../reading/script-place.ts";

/** The calls of a Dart stack, and where it ends. */
export interface DartCalls {
  /** Outermost call first. */
  frames: Frame[];
  /** Index of the first line behind the stack; where it began when there is none. */
  next: number;
}

/**
 * Reads `#0      f (package:x/y.dart:1:2)` and what stands between such lines; Android Studio puts
 * the place on a line of its own.
 */
export function readDartCalls(lines: readonly BlockLine[], from: number): DartCalls {
  const frames: Frame[] = [];
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text.trim() ?? "";
    const frame = readDartFrame(text);
    if (frame === null && !isBetween(text) && !isPlaceAlone(lines, at)) break;
    if (frame !== null && frames.length < limits.frames)
      frames.push(frame.file === null ? withPlace(frame, lines[at + 1]?.text.trim() ?? "") : frame);
    next = at + 1;
  }
  return { frames: ownApart(frames).toReversed(), next: frames.length === 0 ? from : next };
}

/** True where a call stands whose place only Dart prints. */
export function isDartCall(lines: readonly BlockLine[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  let first = 0;
  while (text[first] === " ") first += 1;
  if (text[first] !== "#") return false;
  const frame = readDartFrame(text.trim());
  return frame !== null && (frame.file !== null || isPlaceAlone(lines, at + 1));
}

function readDartFrame(text: string): Frame | null {
  if (!text.startsWith("#")) return null;
  const found = /^#\d{1,5} {2,8}(\S.*)$/.exec(text);
  const body = found?.[1] ?? "";
  const open = body.lastIndexOf(" (");
  if (found === null || !body.endsWith(")") || open < 0)
    return found === null || !/^[\w.<>$ ]{3,200}$/.test(body) || body.startsWith("0x")
      ? null
      : frameOf(null, null, body);
  const place = placeOf(body.slice(open + 2, -1));
  if (place === null || !isDartFile(place.file)) return null;
  return frameOf(place.file, place.line, body.slice(0, open).replace(/^new /, ""));
}

function isDartFile(file: string): boolean {
  return file.endsWith(".dart") || file.startsWith("dart:");
}

function withPlace(frame: Frame, below: string): Frame {
  const place = placeOf(below);
  return place === null || !isDartFile(place.file)
    ? frame
    : frameOf(place.file, place.line, frame.function);
}

function isPlaceAlone(lines: readonly BlockLine[], at: number): boolean {
  const text = lines[at]?.text.trim() ?? "";
  return text.startsWith("package:") && lines[at - 1]?.text.trimStart().startsWith("#") === true;
}

/** `<asynchronous suspension>`, and what Flutter leaves out. */
function isBetween(text: string): boolean {
  return (
    text === "<asynchronous suspension>" ||
    text.startsWith("(elided ") ||
    /^\.{3} {2,}\S/.test(text)
  );
}

function frameOf(written: string | null, line: number | null, called: string | null): Frame {
  const file = written?.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, "") ?? null;
  const name = /^package:([\w]{1,80})\//.exec(file ?? "")?.[1] ?? cachedPackage(file ?? "");
  return {
    file,
    line,
    function: called,
    inLibrary: name !== null || file?.startsWith("dart:") === true,
    package: name,
  };
}

/** `left` of `~/.pub-cache/hosted/pub.dev/left-1.0.0/lib/left.dart`. */
function cachedPackage(file: string): string | null {
  const found = /\.pub-cache[\\/](?:hosted[\\/][^\\/]{1,80}|git)[\\/]([a-z_\d]{1,80})-/.exec(file);
  return found?.[1] ?? null;
}

/** The reporter's own code is a package as well: the one whose `main.dart` is among the calls. */
function ownApart(frames: readonly Frame[]): Frame[] {
  const main = frames.find(
    ({ file }) => file?.startsWith("package:") && file.endsWith("/main.dart"),
  );
  const own = main?.package ?? null;
  return frames.map((frame) =>
    own !== null && frame.package === own ? { ...frame, inLibrary: false, package: null } : frame,
  );
}
