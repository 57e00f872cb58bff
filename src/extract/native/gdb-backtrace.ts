import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import { readGdbFrame } from "./gdb-frame.ts";
import { limits } from "../limits.ts";

/** Lines that gdb may print between two calls: threads, source, variables, the command that was typed. */
const reach = 60;

/** The calls of a thread, outermost first, and the first line behind all that gdb listed. */
export interface Backtrace {
  frames: Frame[];
  next: number;
}

/**
 * Reads the backtraces below a signal, each of which begins with `#0`. The one that counts is the thread's
 * whose innermost call gdb showed first; of the same thread's, the longest. At most `mostTraces` are read.
 */
export function readBacktrace(
  lines: readonly BlockLine[],
  from: number,
  mostTraces = Number.POSITIVE_INFINITY,
): Backtrace {
  const traces: Frame[][] = [];
  let next = from;
  for (let at = from; at < lines.length && at - next <= reach; at += 1) {
    const text = lines[at]?.text ?? "";
    if (/ signal SIG[A-Z]{3,6}, |^\[Inferior \d+ .{0,80}exited/.test(text)) break;
    const call = text.startsWith("#") ? joined(lines, at) : null;
    const frame = call === null ? null : readGdbFrame(call.whole);
    if (call === null || frame === null) continue;
    const isFirst = /^#0\D/.test(text) || traces.length === 0;
    if (isFirst && traces.length >= mostTraces) break;
    if (isFirst) traces.push([]);
    const trace = traces[traces.length - 1];
    if (trace !== undefined && trace.length < limits.frames) trace.push(frame);
    next = call.end;
    at = call.end - 1;
  }
  const [first] = traces;
  if (first === undefined) return { frames: [], next: behindPlace(lines, from) };
  const own = traces.filter((trace) => trace[0]?.function === first[0]?.function);
  const longest = own.reduce((best, trace) => (trace.length > best.length ? trace : best), first);
  return { frames: longest.toReversed(), next };
}

/** Lines that one call may be wrapped over. */
const mostWrapped = 6;

/** gdb sets the continuation of a call in by four; the variables of `bt full` stand deeper. */
function joined(lines: readonly BlockLine[], at: number): { whole: string; end: number } {
  let whole = (lines[at]?.text ?? "").trim();
  let end = at + 1;
  while (end - at < mostWrapped && whole.length < limits.line) {
    const text = lines[end]?.text ?? "";
    const isPlace = /^ {4}(?:at|from) \S/.test(text);
    if (!isPlace && (isComplete(whole) || !/^ {4}\S/.test(text))) break;
    whole = `${whole} ${text.trim()}`;
    end += 1;
  }
  return { whole, end };
}

function isComplete(call: string): boolean {
  return call.endsWith(")") || / at \S{1,300}:\d{1,7}$| from \S{1,300}$/.test(call.slice(-340));
}

/** Without a backtrace the place where the program stands, and its source, belong to the signal. */
function behindPlace(lines: readonly BlockLine[], from: number): number {
  let next = from;
  if (
    /^0x[0-9a-f]{4,16} in \S|^\S.{0,300} \(.{0,600}\) at \S{1,300}:\d{1,7}$/.test(
      lines[next]?.text ?? "",
    )
  )
    next += 1;
  if (next > from && /^\d{1,7}\t/.test(lines[next]?.text ?? "")) next += 1;
  return next;
}
