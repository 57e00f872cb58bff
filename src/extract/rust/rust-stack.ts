import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { limits } from "../limits.ts";
import { rustOwnerOf } from "./rust-package.ts";

/** The calls of a Rust backtrace, outermost first, and the first line behind it. */
export interface RustStack {
  frames: Frame[];
  next: number;
}

/**
 * Reads the numbered calls below `stack backtrace:`, in the forms of the standard library (short, full)
 * and of color-eyre. https://github.com/rust-lang/rust/blob/master/library/std/src/sys/backtrace.rs
 */
export function readRustStack(lines: readonly BlockLine[], from: number): RustStack {
  const frames: Frame[] = [];
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? "";
    const called = calledName(text);
    const place = called === null ? readRustPlace(text) : null;
    if (called !== null && frames.length < limits.frames) frames.push(frameOf(null, called));
    const last = frames[frames.length - 1];
    // An inlined call prints several places below one number: the first is the innermost.
    if (place !== null && last !== undefined && last.file === null)
      frames[frames.length - 1] = frameOf(place, last.function);
    if (called === null && place === null && !isAmongCalls(text.trim())) break;
    if (text.trim() !== "") next = at + 1;
  }
  return { frames: withoutOwnCrate(frames).toReversed(), next };
}

interface Place {
  file: string;
  line: number;
}

function frameOf(place: Place | null, called: string | null): Frame {
  const { file, line } = place ?? { file: null, line: null };
  return { file, line, function: called, ...rustOwnerOf(file, called) };
}

/** `4: core::fmt::write::h062c617411b691df`, `4:     0x5616 - core::fmt::write::h062c617411b691df` */
function calledName(text: string): string | null {
  const number = /^\s*\d{1,4}: +(?:0x[0-9a-f]{1,16} - )?(?=\S)/.exec(text.slice(0, 80));
  if (number === null) return null;
  const name = text.slice(number[0].length).trim();
  return name.replace(/::h[0-9a-f]{16}\w{0,4}$/, "").slice(0, 400);
}

/** `at /x/src/main.rs:3:9`, below the call's number. */
function readRustPlace(text: string): Place | null {
  const body = text.trim();
  return body.startsWith("at ") ? readRustLocation(body.slice(3)) : null;
}

/** Reads `src/main.rs:3:9`; the column may be missing. */
export function readRustLocation(text: string): Place | null {
  const tail = Math.max(0, text.length - 24);
  const found = /:(\d{1,7})(?::\d{1,5})?$/.exec(text.slice(tail));
  const file = found === null ? "" : text.slice(0, tail + found.index).trim();
  return file === "" || file.length > 400 ? null : { file, line: Number(found?.[1]) };
}

/** The place of a panic as its only call, where no backtrace was printed. */
export function frameAt(place: Place): Frame {
  return frameOf(place, null);
}

function isAmongCalls(text: string): boolean {
  return (
    text === "" ||
    text === "stack backtrace:" ||
    text.startsWith("note: Some details are ") ||
    text.startsWith("note: run with") ||
    text.startsWith("⋮") ||
    text.startsWith("Run with ") ||
    /^━{3,60} (?:BACKTRACE|SPANTRACE) ━{3,60}$/.test(text)
  );
}

/** The crate that holds `main` is the reporter's. */
function withoutOwnCrate(frames: readonly Frame[]): Frame[] {
  const main = frames.find(({ function: name }) =>
    /^\w+(?:\[[0-9a-f]+\])?::main$/.test(name ?? ""),
  );
  const own = /^\w+/.exec(main?.function ?? "")?.[0];
  if (own === undefined) return [...frames];
  return frames.map((frame) =>
    frame.package === own && frame.file === null
      ? { ...frame, inLibrary: false, package: null }
      : frame,
  );
}
