import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";
import { readNativeStack } from "./native-stack.ts";

/**
 * Crash reports of macOS and iOS: `Exception Type:  EXC_BAD_ACCESS (SIGSEGV)`, its codes, and the calls of the
 * thread that crashed. https://developer.apple.com/documentation/xcode/examining-the-fields-in-a-crash-report
 */
export const appleCrash: Family = {
  name: "apple crash",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.trimStart().startsWith("Exception Type:")) return null;
    const found = /^Exception Type:\s{1,10}(EXC_[A-Z_]{3,30}|0x\w{8})\s?(.{0,100})$/.exec(
      line.text.trim(),
    );
    if (found === null) return null;
    const codes = codesBelow(lines, at);
    const message = (found[2] ?? "").trim();
    const thread = crashedThread(lines, at);
    const stack =
      thread === null ? { frames: [], next: at + 1 } : readNativeStack(lines, thread + 1);
    const findings: Findings = { type: found[1] ?? null, message, kind: "crash", language: "c" };
    return spanReading(
      lines,
      { at, next: Math.max(stack.next, behindFields(lines, at)) },
      {
        ...findings,
        fullMessage: codes === null ? message : `${message}\n${codes}`.trim(),
        frames: stack.frames,
      },
    );
  },
};

/** Lines between the type and the thread that crashed: other threads may stand in front of it. */
const reach = 600;

function crashedThread(lines: readonly BlockLine[], at: number): number | null {
  const end = Math.min(lines.length, at + reach);
  for (let below = at + 1; below < end; below += 1) {
    const text = (lines[below]?.text ?? "").trimStart();
    if (text.startsWith("Exception Type:")) return null;
    if (text.startsWith("Thread ") && /^Thread \d{1,5} .{0,20}Crashed:/.test(text)) return below;
  }
  return null;
}

function codesBelow(lines: readonly BlockLine[], at: number): string | null {
  const below = lines
    .slice(at + 1, at + 4)
    .find(({ text }) => /^\s*Exception (?:Codes|Subtype):/.test(text));
  return below === undefined ? null : below.text.slice(below.text.indexOf(":") + 1).trim();
}

function behindFields(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (
    next - at < 12 &&
    /^\s*(?:Exception|Termination|Triggered by Thread|Terminating Process)/.test(
      lines[next]?.text ?? "",
    )
  )
    next += 1;
  return next;
}
