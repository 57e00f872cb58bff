import type { BlockLine } from "./block.ts";
import { indentOf } from "./block.ts";
import type { Frame, Language, ReportedError } from "./error-report.ts";
import type { Family } from "./family.ts";
import { findTyped } from "./find-typed.ts";
import { limits } from "./limits.ts";

/** How a runtime prints a stack below its error. */
export interface StackShape {
  language: Language;
  /** Reads one call. */
  readFrame(text: string): Frame | null;
  /** True where the runtime prints a type in front of each message. */
  isTyped: boolean;
  /** Words with which the line of a cause begins. */
  causes: readonly string[];
}

/** Lines that a message may have before the first call. */
const messageReach = 12;

/** A family of the form: error, calls (innermost first), causes with calls of their own. */
export function stackFamily(name: string, shape: StackShape): Family {
  return {
    name,
    read(lines, at) {
      const head = readHead(lines, at, shape);
      if (head === null) return null;
      const stack = readStack(lines, head.calls, shape);
      const firstLine = lines[at]?.line ?? 1;
      return {
        draft: {
          ...head.error,
          language: shape.language,
          kind: "tb",
          frames: stack.frames.toReversed(),
          causes: stack.causes,
          firstLine,
          lastLine: lines[stack.next - 1]?.line ?? firstLine,
        },
        next: stack.next,
      };
    },
  };
}

interface Head {
  error: ReportedError;
  /** Index of the first call. */
  calls: number;
}

function readHead(lines: readonly BlockLine[], at: number, shape: StackShape): Head | null {
  const line = lines[at];
  if (line === undefined || line.text.trim() === "" || shape.readFrame(line.text) !== null)
    return null;
  const typed = findTyped(line.text) ?? bareType(line.text);
  if (typed === null && shape.isTyped) return null;
  const reach = typed === null ? 1 : messageReach;
  let calls = at + 1;
  while (calls < Math.min(lines.length, at + 1 + reach)) {
    const text = lines[calls]?.text ?? "";
    if (shape.readFrame(text) !== null) break;
    if (text.trim() !== "" && findTyped(text) !== null) return null;
    calls += 1;
  }
  if (shape.readFrame(lines[calls]?.text ?? "") === null) return null;
  if (typed === null && indentOf(line.text) >= indentOf(lines[calls]?.text ?? "")) return null;
  const message = typed?.message ?? line.text.trim().replace(/^Uncaught /, "");
  const others = lines.slice(at + 1, calls).map(({ text }) => text.trimEnd());
  const fullMessage = [message, ...others].join("\n").trim().slice(0, limits.fullMessage);
  return { error: { type: typed?.type ?? null, message, fullMessage, line: line.line }, calls };
}

/** `java.lang.NullPointerException` alone on its line, or behind `Exception in thread "main"`. */
function bareType(text: string): { type: string; message: string } | null {
  const word = text.trim().split(/\s+/).pop() ?? "";
  return /^[A-Za-z_$][\w.$]*(?:Error|Exception)$/.test(word) ? { type: word, message: "" } : null;
}

interface Stack {
  frames: Frame[];
  causes: ReportedError[];
  next: number;
}

function readStack(lines: readonly BlockLine[], from: number, shape: StackShape): Stack {
  const stack: Stack = { frames: [], causes: [], next: from };
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    const text = line?.text.trim() ?? "";
    const frame = shape.readFrame(text);
    if (frame !== null) {
      if (stack.causes.length === 0 && stack.frames.length < limits.frames)
        stack.frames.push(frame);
      stack.next = at + 1;
      continue;
    }
    const cause = line === undefined ? null : readCause(line, shape);
    if (cause !== null) {
      if (stack.causes.length < limits.causes) stack.causes.push(cause);
      stack.next = at + 1;
    } else if (isBetween(text)) stack.next = at + 1;
    // Paste into Markdown doubles line ends, and long messages of causes go on.
    else if (text !== "" || at - stack.next > 1) break;
  }
  return stack;
}

function readCause(line: BlockLine, shape: StackShape): ReportedError | null {
  const text = line.text.trim();
  const word = shape.causes.find((cause) => text.startsWith(cause));
  if (word === undefined) return null;
  const typed = findTyped(text.slice(word.length)) ?? bareType(text.slice(word.length));
  return typed === null
    ? null
    : { type: typed.type, message: typed.message, fullMessage: typed.message, line: line.line };
}

/** `... 12 more`, `{`, and the fields that Node prints behind a stack. */
function isBetween(text: string): boolean {
  return /^\.\.\. \d+ (?:more|common|lines)/.test(text);
}
