import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { readNativeFrame } from "../native/native-frame.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";

/**
 * What Swift and Objective-C programs die of: `Fatal error: message`, with the place in front (since
 * 5.4) or behind, and `*** Terminating app due to uncaught exception 'Name', reason: '...'`
 * (https://github.com/apple/swift/blob/main/stdlib/public/stubs/Assert.cpp).
 */
export const swift: Family = {
  name: "swift",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text ?? "";
    if (line === undefined) return null;
    if (text.includes("*** Terminating app due to uncaught exception "))
      return readUncaught(lines, at, text);
    if (
      !text.includes(" error: ") &&
      !text.includes(" failed: ") &&
      !text.startsWith("Fatal error: ")
    )
      return null;
    const trap = readTrap(text.trim());
    if (trap === null || !(isVerbatim(line) || trap.isSure)) return null;
    const { frames, next } = readStack(lines, at + 1);
    const place =
      trap.file === null
        ? []
        : [
            {
              file: trap.file,
              line: trap.line,
              function: null,
              inLibrary: isOwn(trap.file),
              package: null,
            },
          ];
    return readingOver(
      lines,
      { at, next },
      {
        error: errorOver(lines, { at, next: at + 1 }, trap),
        language: "swift",
        kind: frames.length > 0 ? "tb" : lineKind(line),
        frames: [...frames.toReversed(), ...place],
      },
    );
  },
};

/** Files of Swift's standard library: `Swift/ContiguousArrayBuffer.swift`. */
function isOwn(file: string): boolean {
  return /^(?:Swift|SwiftUI|Foundation|Combine|SwiftData|_\w{1,40})\//.test(file);
}

interface Trap {
  type: string;
  message: string;
  file: string | null;
  line: number | null;
  /** True where Swift's own place or Xcode's thread shows that no other program spoke. */
  isSure: boolean;
}

function readTrap(text: string): Trap | null {
  const found =
    /^(?:Thread \d{1,4}: )?(?:(\S{1,300}\.swift):(\d{1,7}): )?(Fatal error|Precondition failed|Assertion failed): (?=\S)/.exec(
      text,
    );
  if (found === null) return null;
  const told = text.slice(found[0].length);
  const behind = /: file (\S.{0,300}\.swift), line (\d{1,7})$/.exec(told);
  const isThread = text.startsWith("Thread ");
  const isSwift = found[1] !== undefined || behind !== null || isThread || isSwiftWording(told);
  if (!isSwift) return null;
  return {
    type: found[3] ?? "",
    message: behind === null ? told : told.slice(0, behind.index),
    file: found[1] ?? behind?.[1] ?? null,
    line: found[1] === undefined ? (behind === null ? null : Number(behind[2])) : Number(found[2]),
    isSure: found[1] !== undefined || behind !== null || isThread,
  };
}

function isSwiftWording(told: string): boolean {
  return /^(?:Unexpectedly found nil while |'try!' expression unexpectedly raised|Index out of range|Attempted to read an unowned reference|No ObservableObject of type|Dictionary literal contains duplicate|Not enough bits to represent|Division by zero$|Double value cannot be converted)/.test(
    told,
  );
}

/** The reason may hold quotes of its own, and goes on for lines. */
function readUncaught(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const found = /\*\*\* Terminating app due to uncaught exception '([^']{1,160})', reason: '/.exec(
    text,
  );
  if (found === null) return null;
  const texts = [text.slice(found.index + found[0].length)];
  let end = at + 1;
  while (
    !/'\s*$/.test(texts[texts.length - 1] ?? "") &&
    end - at < 20 &&
    lines[end]?.text.startsWith("***") !== true
  ) {
    texts.push(lines[end]?.text ?? "");
    end += 1;
  }
  const fullMessage = texts.join("\n").trim().replace(/'$/, "");
  const [message = ""] = fullMessage.split("\n", 1);
  const { frames, next } = readStack(lines, end);
  const error = {
    ...errorOver(lines, { at, next: at + 1 }, { type: found[1] ?? null, message }),
    fullMessage,
  };
  return readingOver(
    lines,
    { at, next },
    { error, language: "swift", kind: "crash", frames: frames.toReversed() },
  );
}

/** `*** First throw call stack:` or `Current stack trace:`, calls innermost first, and the runtime's last words. */
function readStack(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text.trim() ?? "";
    const frame = readCall(text);
    const isAmong =
      /^(?:\*\*\* First throw call stack:|Current stack trace:|\(?(?:0x[0-9a-f]{1,16} ?)*\)?|lib[cC]\+\+abi(?:\.dylib)?: terminat.{0,200}|(?:Illegal instruction|Trace\/breakpoint trap|Abort trap)\b.{0,60})$/.test(
        text,
      );
    if (frame !== null) frames.push(frame);
    else if (!isAmong || text === "") break;
    next = at + 1;
  }
  return { frames, next };
}

/** Swift's own stacks on Linux name the place behind the call: `f() + 482 at /src/a.swift:44`. */
function readCall(text: string): Frame | null {
  const frame = readNativeFrame(text);
  const found = / \+ \d{1,12} at (\S{1,300}):(\d{1,7})$/.exec(frame?.function ?? "");
  if (frame?.function == null || found === null) return frame;
  return {
    ...frame,
    function: frame.function.slice(0, found.index),
    file: found[1] ?? null,
    line: Number(found[2]),
  };
}
