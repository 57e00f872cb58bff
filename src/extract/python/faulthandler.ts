import type { BlockLine } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { ownerOf } from "../reading/frame-package.ts";
import { limits } from "../limits.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/**
 * What Python prints when its process dies, with the calls of each thread, innermost first;
 * https://docs.python.org/3/library/faulthandler.html
 */
export const faulthandler: Family = {
  name: "faulthandler",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    const type = heads.find((head) => text.startsWith(`${head}: `));
    if (type === undefined) {
      const next = isThread(text) ? readDump(lines, at).next : at;
      return next > at + 1 ? { draft: null, next } : null;
    }
    const { frames, causes, notes, next } = readDump(lines, at + 1);
    const message = text.slice(type.length + 2).trim();
    const firstLine = lines[at]?.line ?? 1;
    return {
      draft: {
        type,
        message,
        fullMessage: [message, ...notes].join("\n").slice(0, limits.fullMessage),
        line: firstLine,
        language: "python",
        kind: "crash",
        frames: frames.toReversed(),
        causes,
        firstLine,
        lastLine: lines[next - 1]?.line ?? firstLine,
      },
      next,
    };
  },
};

const heads = ["Fatal Python error", "Windows fatal exception"];

interface Dump {
  /** Calls of the current thread. */
  frames: Frame[];
  causes: ReportedError[];
  /** Lines that belong to the message. */
  notes: string[];
  next: number;
}

/** Blank lines that may stand between the parts of a dump. */
const longestGap = 2;

function readDump(lines: readonly BlockLine[], from: number): Dump {
  const dump: Dump = { frames: [], causes: [], notes: [], next: from };
  let inThread: "none" | "other" | "current" = "none";
  for (let at = from; at < lines.length && at - dump.next <= longestGap; at += 1) {
    const line = lines[at];
    const text = line?.text ?? "";
    if (line === undefined || heads.some((head) => text.startsWith(head))) break;
    if (text.trim() === "") continue;
    const frame = readFrame(text);
    const typed = inThread === "none" ? readTypedMessage(text) : null;
    if (isThread(text)) inThread = text.startsWith("Current thread") ? "current" : "other";
    else if (frame !== null) {
      if (inThread === "current" && dump.frames.length < limits.frames) dump.frames.push(frame);
    } else if (typed !== null && isErrorType(typed.type)) {
      dump.causes.push({ ...typed, fullMessage: typed.message, line: line.line });
    } else if (text.startsWith("Python runtime state: ")) dump.notes.push(text);
    else if (!isPart(text)) break;
    dump.next = at + 1;
  }
  return dump;
}

/** `Current thread 0x00007f (most recent call first):`, `Thread 0x00007f [worker] (most recent call first):` */
function isThread(text: string): boolean {
  const isHead = text.startsWith("Thread 0x") || text.startsWith("Current thread");
  return isHead && text.includes("(most recent call first)");
}

function readFrame(text: string): Frame | null {
  const found = /^\s*File "([^"]{1,500})", line (\d{1,9}|\?{3}) in (.{1,200})$/.exec(text);
  if (found === null) return null;
  const file = found[1] ?? "";
  const line = found[2] === "???" ? null : Number(found[2]);
  return { file, line, function: found[3] ?? null, ...ownerOf(file) };
}

/** What else a dump consists of; the shell's own word about the signal ends it. */
function isPart(text: string): boolean {
  return /^(?:\s*<(?:no Python frame|cannot get C stack|invalid frame|freed thread|truncated|tstate)|\s+\.\.\.|\s*Binary file "|Extension modules: |<module|Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception)/.test(
    text,
  );
}
