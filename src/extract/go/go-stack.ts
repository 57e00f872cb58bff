import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { readGoCall, readGoPlace } from "./go-frame.ts";
import { limits } from "../limits.ts";

/** The calls of the goroutine that failed, outermost first, and the first line behind all goroutines. */
export interface GoStack {
  frames: Frame[];
  next: number;
}

/** Reads the goroutines that Go prints below a panic; the first one is the one that failed. */
export function readGoStack(lines: readonly BlockLine[], from: number): GoStack {
  const stacks: Frame[][] = [];
  let own: Frame[] = [];
  let next = from;
  let at = from;
  while (at < lines.length) {
    const text = (lines[at]?.text ?? "").trim();
    const isHead = isGoroutine(text) || text === "runtime stack:";
    const call = isHead ? null : readGoCall(lines, at);
    if (isHead) {
      own = [];
      // The runtime's own stack stands in front of the goroutine that called it.
      if (text !== "runtime stack:") stacks.push(own);
    }
    if (call !== null && own.length < limits.frames) own.push(call.frame);
    if (!isHead && call === null && !isAmongCalls(text)) break;
    at = call?.next ?? at + 1;
    if (text !== "") next = at;
  }
  const frames = stacks.find((stack) => stack.length > 0) ?? [];
  return { frames: frames.toReversed(), next };
}

/** `goroutine 1 [running]:`, `goroutine 18 gp=0xc000 m=nil [chan receive, 5 minutes]:` */
export function isGoroutine(text: string): boolean {
  return text.startsWith("goroutine ") && /^goroutine \d{1,12} [^[]{0,120}\[/.test(text);
}

/** What the runtime prints between calls and behind the last: the signal, registers, elided calls, the exit. */
function isAmongCalls(text: string): boolean {
  return (
    text === "" ||
    text.startsWith("[signal ") ||
    text.startsWith("[originating from ") ||
    text.startsWith("...") ||
    text.startsWith("exit status ") ||
    text.startsWith("PC=0x") ||
    text.startsWith("signal arrived during ") ||
    text.startsWith("goroutine running on other thread") ||
    text.startsWith("FAIL\t") ||
    /^(?:r\d{1,2}|[re]?(?:[abcd]x|[sd]i|[sb]p|ip|flags)|cs|[fg]s|lr|pc|sp|fault|trap|error|oldmask|cpsr) {1,12}0x[0-9a-f]{1,16}$/.test(
      text,
    ) ||
    (text.startsWith("/") && readGoPlace(text) !== null)
  );
}
