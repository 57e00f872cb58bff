import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { limits } from "../limits.ts";
import { readNativeFrame } from "./native-frame.ts";

/** The calls of a native program, outermost first, and the first line behind them. */
export interface NativeStack {
  frames: Frame[];
  next: number;
}

/** Lines without a call that may stand between what a program said and its stack, or in the stack. */
const gap = 4;

/** Reads the stack that a program printed of itself below its error; `next` is `from` where there is none. */
export function readNativeStack(lines: readonly BlockLine[], from: number): NativeStack {
  const frames: Frame[] = [];
  let next = from;
  for (let at = from; at < lines.length && at - next <= gap; at += 1) {
    const text = lines[at]?.text ?? "";
    const frame = readNativeFrame(text);
    if (frame === null && !isAmongCalls(text.trim())) break;
    if (frame === null) continue;
    if (frames.length < limits.frames) frames.push(frame);
    next = at + 1;
  }
  return { frames: frames.toReversed(), next: behindDeath(lines, next) };
}

/** What stands between an error and its stack. */
function isAmongCalls(text: string): boolean {
  return (
    text === "" ||
    /^(?:\*\*\* Check failure stack trace|[Ss]tack ?[Tt]race|[Bb]acktrace|PC: @|={3,20} ?(?:Backtrace|Memory map)|Exception raised from |\*\*\* SIG|\[Failed|C\+\+ Traceback|CPU: |\[bt\])/.test(
      text,
    )
  );
}

/** What shells and runtimes say of a program that died belongs to what it said before. */
export function behindDeath(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at < lines.length && at - from < 3 && lines[at]?.text.trim() === "") at += 1;
  return isDeathNotice(lines[at]?.text ?? "") ? at + 1 : from;
}

function isDeathNotice(text: string): boolean {
  const body = text.trim();
  return (
    /^(?:Aborted|Abort trap|Segmentation fault|Killed)(?:: \d{1,2})?(?: +\(core dumped\))?$/.test(
      body,
    ) ||
    /^(?:\S{1,300}: )?line \d{1,7}: +\d{1,9} (?:Aborted|Abort trap|Segmentation fault)/.test(
      body,
    ) ||
    /^zsh: (?:abort|segmentation fault|IOT instruction)/.test(body) ||
    /^\[1\] +\+? +\d{1,9} (?:abort|segmentation fault|IOT)/.test(body)
  );
}
