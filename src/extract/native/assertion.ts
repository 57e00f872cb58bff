import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { nativeOwnerOf } from "./native-owner.ts";
import { readNativeStack } from "./native-stack.ts";

/**
 * Assertions that failed in native programs, with the stack below: `assert` of the C libraries, macros that
 * are named for it (`GGML_ASSERT(x) failed`), GLib's, OpenCV's, the debug boxes of Visual C++.
 */
export const assertion: Family = {
  name: "assertion",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !maybeAssertion(line.text)) return null;
    const text = line.text.trim().slice(0, 2_000);
    const placed = readLibc(text) ?? readOpenCv(text) ?? readGlib(text);
    // In prose only what names its place is a program's.
    if (placed === null && !isVerbatim(line)) return null;
    const found = placed ?? readMacro(text) ?? readNamed(text) ?? readBox(lines, at, text);
    if (found === null) return null;
    const { place, ...error } = found;
    const isTitle = line.container === "title";
    const stack = readNativeStack(lines, Math.max(at + 1, found.next ?? 0));
    const frames = stack.frames.length > 0 || place === null || isTitle ? stack.frames : [place];
    const kind = isTitle ? "inline" : "crash";
    const findings: Findings = { type: error.type, message: error.message, kind, language: "c" };
    // An assertion of nothing but words follows from what was printed above it.
    const isAside = /^!"[^"]{1,200}"$/.test(error.message);
    const span = { at, next: isTitle ? at + 1 : stack.next };
    return spanReading(lines, span, { ...findings, frames, ...(isAside && { isAside }) });
  },
};

function maybeAssertion(text: string): boolean {
  return (
    text.includes("ssert") ||
    text.includes("ASSERT") ||
    text.includes("CHECK(") ||
    text.endsWith(": fatal error") ||
    text.endsWith(": not implemented")
  );
}

interface Failed {
  type: string | null;
  message: string;
  place: Frame | null;
  /** Index of the first line behind what was read, where that is not the next. */
  next?: number;
}

/** `app: a.c:3: int f(): Assertion 'a' failed.` */
function readLibc(text: string): Failed | null {
  const at = text.search(/(?:^|: |\s)Assertion [`'"‘“]/);
  if (at < 0) return null;
  // systemd's own: the place stands behind.
  const behind =
    /^Assertion '.{1,1500}' failed at ([^\s:]{1,300}):(\d{1,7}), function (.{1,200}?)\(\)/.exec(
      text,
    );
  if (behind !== null)
    return { type: null, message: text, place: placeOf(behind[1], behind[2], behind[3]) };
  const start = text.indexOf("Assertion", at);
  const message = text.slice(start);
  if (!/^Assertion .{1,1800}['"’”`] failed\.?(?:$|\s)/.test(message)) return null;
  const before = text.slice(0, start);
  const program = /^[\w./+-]{1,200}: /.exec(before)?.[0] ?? "";
  const found = /^(\S.{0,300}?):(\d{1,7}): (?:(.{1,600}): )?$/.exec(before.slice(program.length));
  if (found !== null) return { type: null, message, place: placeOf(found[1], found[2], found[3]) };
  return program !== "" && program === before ? { type: null, message, place: null } : null;
}

/** `a.c:97: GGML_ASSERT(a > 0) failed` */
function readMacro(text: string): Failed | null {
  const found = /\b([A-Z][A-Z0-9_]*(?:ASSERT|CHECK))\((.*)\) failed/.exec(text);
  if (found === null) return readOldMacro(text);
  const before = text.slice(0, found.index);
  if (before.includes('"')) return null;
  const place = /(?:^|\s)(\S{1,300}):(\d{1,7}):? $/.exec(before);
  const type = found[1] ?? null;
  return { type, message: found[2] ?? "", place: place && placeOf(place[1], place[2]) };
}

/** `GGML_ASSERT: a.c:97: a > 0`, as ggml printed it until 2024. */
function readOldMacro(text: string): Failed | null {
  // `GGML_ABORT` prints a place and what it was given, which mostly is no more than this.
  const abort = /^(\S{1,300}\.(?:c|cc|cpp|cu|h|m)):(\d{1,7}): (fatal error|not implemented)$/.exec(
    text,
  );
  if (abort !== null)
    return { type: null, message: abort[3] ?? "", place: placeOf(abort[1], abort[2]) };
  const found = /^([A-Z][A-Z0-9_]*ASSERT): ((?:[A-Z]:)?[^\s:]{1,300}):(\d{1,7}): (?=\S)/.exec(text);
  if (found === null) return null;
  const place = placeOf(found[2], found[3]);
  return { type: found[1] ?? null, message: text.slice(found[0].length), place };
}

/** `Assertion failed: (a > 0), function f, file a.c, line 3.` (BSD, macOS), `Assertion failed: a > 0, file a.c, line 3` (MSVC). */
function readNamed(text: string): Failed | null {
  const found = /^(?:\S{1,200}: )?(Assertion failed): (?=\S)/.exec(text);
  if (found === null) return null;
  const message = text.slice(found[0].length);
  const place = /, (?:function (.{1,300}), )?file (.{1,300}), line (\d{1,7})\.?$/.exec(message);
  if (place === null && !/[()=<>!]|\[File:/.test(message)) return null;
  return {
    type: "Assertion failed",
    message,
    place: place && placeOf(place[2], place[3], place[1]),
  };
}

/** `OpenCV(4.5.2) a.cpp:12: error: (-215:Assertion failed) a in function 'f'`, `OpenCV Error: Assertion failed (a) in f, file a.cpp, line 3`. */
function readOpenCv(text: string): Failed | null {
  if (!text.startsWith("OpenCV")) return null;
  const found =
    /^OpenCV(?:\([\w.-]{1,30}\))? (?:(\S.{0,300}):(\d{1,7}): (error)|(Error)): (?=\S)/.exec(text);
  if (found === null) return null;
  const message = text.slice(found[0].length);
  const old = / in (\S{1,200}), file (.{1,300}), line (\d{1,7})$/.exec(message);
  const called = / in function '([^']{1,200})'$/.exec(message)?.[1];
  const place =
    old === null ? placeOf(found[1], found[2], called) : placeOf(old[2], old[3], old[1]);
  return { type: found[3] ?? "OpenCV Error", message, place };
}

/** GLib's tests: `ERROR:a.c:12:f: assertion failed: (a == b)`. */
function readGlib(text: string): Failed | null {
  const found =
    /^(?:[\w.-]{1,60}:)?ERROR:([^\s:]{1,300}):(\d{1,7}):([^\s:]{1,200}): (?=assertion failed)/.exec(
      text,
    );
  if (found === null) return null;
  const message = text.slice(found[0].length);
  return { type: "ERROR", message, place: placeOf(found[1], found[2], found[3]) };
}

/** Lines of a message box that are looked at. */
const boxLines = 16;

/** `Debug Assertion Failed!` with `File:`, `Line:` and `Expression:` below, as Visual C++ draws it. */
function readBox(lines: readonly BlockLine[], at: number, text: string): Failed | null {
  if (!/^(?:Debug )?Assertion [Ff]ailed!$/.test(text)) return null;
  const below = lines.slice(at + 1, at + boxLines).map((line) => line.text.trim());
  const field = (name: string): string | undefined =>
    below
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
      .trim();
  const index = below.findIndex((line) => line.startsWith("Expression: "));
  if (index < 0) return null;
  const place = placeOf(field("File"), field("Line"));
  return {
    type: "Assertion failed",
    message: field("Expression") ?? "",
    place,
    next: at + index + 2,
  };
}

function placeOf(file: string | undefined, line: string | undefined, called?: string): Frame {
  const path = file ?? null;
  return { file: path, line: Number(line), function: called ?? null, ...nativeOwnerOf(path) };
}
