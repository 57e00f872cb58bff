import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { limits } from "../limits.ts";
import { nativeOwnerOf } from "./native-owner.ts";

/**
 * Reads a call as the sanitizers print it: `#0 0x4f3b in main /x/a.c:5:10`, `#1 0x7f in f (/lib/liba.so+0x21)`,
 * ThreadSanitizer's `#0 f /x/a.c:5 (a.out+0x4b)`.
 * https://github.com/llvm/llvm-project/blob/main/compiler-rt/lib/sanitizer_common/sanitizer_stacktrace_printer.cpp
 */
export function readSanitizerFrame(text: string): Frame | null {
  const body = text.trim().slice(0, 2_000);
  const found = /^#\d{1,4} {1,2}(?:0x[0-9a-f]{1,16}(?: in)? )? ?(?=\S)/.exec(body);
  if (found === null) return null;
  const rest = body.slice(found[0].length).replace(/ \(BuildId: [0-9a-f]{6,64}\)$/, "");
  const module = / ?\(([^()]{1,400}?)(?::[\w]{3,12})?\+0x[0-9a-f]{1,16}\)$/.exec(rest);
  const called = module === null ? rest : rest.slice(0, module.index);
  // Paths with blanks are the rule on Windows.
  const place = / ((?:[A-Za-z]:\\[^:"]{1,300}|[^\s:]{1,400})):(\d{1,7})(?::\d{1,5})?$/.exec(called);
  const name = called
    .slice(0, place?.index ?? called.length)
    .replace(/ <null>$|\+0x[0-9a-f]{1,16}$/g, "");
  const file = place?.[1] ?? module?.[1] ?? null;
  const line = place === null ? null : Number(place[2]);
  return { file, line, function: name === "" ? null : name, ...nativeOwnerOf(file) };
}

/** The calls of the first stack at `from`, outermost first, and the first line behind them. */
export function readSanitizerStack(
  lines: readonly BlockLine[],
  from: number,
): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const frame = readSanitizerFrame(lines[at]?.text ?? "");
    if (frame === null) break;
    if (frames.length < limits.frames) frames.push(frame);
  }
  return { frames: frames.toReversed(), next: at };
}
