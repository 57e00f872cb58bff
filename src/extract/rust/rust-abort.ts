import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";

/**
 * How Rust's runtime stops a program without a panic: `fatal runtime error: stack overflow`, a failed
 * allocation. https://github.com/rust-lang/rust/blob/master/library/std/src/rt.rs
 */
export const rustAbort: Family = {
  name: "rust abort",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trimStart();
    if (text.startsWith("memory allocation of ")) {
      if (!/^memory allocation of \d{1,20} bytes failed$/.test(text)) return null;
      return abort(lines, { at, head: at }, { type: null, message: text });
    }
    const head = headOf(lines, at, text);
    if (head === null) return null;
    const message = (lines[head]?.text ?? "").trim().slice(fatal.length);
    return abort(lines, { at, head }, { type: "fatal runtime error", message });
  },
};

const fatal = "fatal runtime error: ";

/** Index of the fatal error; in front of a stack overflow stands whose stack it was. */
function headOf(lines: readonly BlockLine[], at: number, text: string): number | null {
  if (text.startsWith(fatal)) return at;
  if (!text.startsWith("thread '") || !text.endsWith("has overflowed its stack")) return null;
  return lines[at + 1]?.text.trim().startsWith(fatal) ? at + 1 : null;
}

function abort(
  lines: readonly BlockLine[],
  { at, head }: { at: number; head: number },
  error: Pick<Findings, "type" | "message">,
): ReturnType<typeof spanReading> {
  const below = lines[head + 1]?.text ?? "";
  const next = /^(?:Aborted|Abort trap|zsh: abort)/.test(below) ? head + 2 : head + 1;
  const line = lines[head]?.line ?? 1;
  return spanReading(lines, { at, next }, { ...error, line, kind: "crash", language: "rust" });
}
