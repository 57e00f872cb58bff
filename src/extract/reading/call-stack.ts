import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { quoteStart } from "./code-frame.ts";
import type { Frame, Language, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import type { TypedMessage } from "./typed-message.ts";

/** What an error's first line says; `null` for the type where none is printed. */
export interface Head {
  type: string | null;
  message: string;
}

/** How a runtime prints the calls below its error, innermost first. */
export interface CallStackShape {
  language: Language;
  /** Reads the line with the error; one without a type counts only directly above an indented call. */
  readHead(text: string): Head | null;
  readFrame(text: string): Frame | null;
  /** Reads the line with which a cause begins. */
  readCause(text: string): TypedMessage | null;
  /** True for a line that stands among the calls and is none (`... 12 more`). */
  isAmongCalls(text: string): boolean;
  /** True for a call behind which no other stands. */
  isLastCall(text: string): boolean;
}

/** Lines that a message, or the source quoted below it, may have before the first call. */
const messageReach = 20;

/** Causes that may stand one behind the other before the first call; more are no stack. */
const causesWithoutCalls = 3;

/** A family of the form: error, calls, causes with calls of their own. */
export function callStackFamily(name: string, shape: CallStackShape): Family {
  return {
    name,
    read(lines, at) {
      const head = readError(lines, at, shape);
      if (head === null) return null;
      const { frames, causes, next } = readCalls(lines, head.next, shape);
      if (next === head.next) return null;
      const firstLine = head.error.line;
      const lastLine = lines[next - 1]?.line ?? firstLine;
      return {
        draft: {
          ...head.error,
          language: shape.language,
          kind: "tb",
          frames: frames.toReversed(),
          causes,
          firstLine,
          lastLine,
        },
        next,
      };
    },
  };
}

/** The error and the index of its first call. */
interface ErrorAboveCalls {
  error: ReportedError;
  next: number;
}

function readError(
  lines: readonly BlockLine[],
  at: number,
  shape: CallStackShape,
): ErrorAboveCalls | null {
  const line = lines[at];
  if (line === undefined || line.text.trim() === "") return null;
  const head = shape.readFrame(line.text) === null ? shape.readHead(line.text) : null;
  if (head === null) return null;
  const next = nextCall(lines, at, { shape, reach: head.type === null ? 1 : messageReach });
  if (next === null) return null;
  if (head.type === null && indentOf(line.text) >= indentOf(lines[next]?.text ?? "")) return null;
  return { error: withMessage(lines, { at, next }, head), next };
}

/** Index of the first call or cause behind a head; `null` when another error comes first, or none. */
function nextCall(
  lines: readonly BlockLine[],
  at: number,
  { shape, reach }: { shape: CallStackShape; reach: number },
): number | null {
  for (let next = at + 1; next < lines.length && next - at <= reach; next += 1) {
    const line = lines[next];
    if (line === undefined) return null;
    if (shape.readFrame(line.text) !== null || shape.readCause(line.text) !== null) return next;
    if (line.stamp !== null && lines[at]?.stamp === null) return null;
    if (indentOf(line.text) <= indentOf(lines[at]?.text ?? "") && startsError(line.text, shape))
      return null;
  }
  return null;
}

function startsError(text: string, shape: CallStackShape): boolean {
  const head = text.trim() === "" ? null : shape.readHead(text);
  return head !== null && head.type !== null && text.trimStart().startsWith(head.type);
}

/** Joins the lines from the head to the first call, without the source that some runtimes quote there. */
function withMessage(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  { type, message }: Head,
): ReportedError {
  const others = lines.slice(at + 1, next).map(({ text }) => text.trimEnd());
  const own = others.slice(0, quoteStart(others));
  const fullMessage = [message, ...own].join("\n").trim().slice(0, limits.fullMessage);
  const [first = ""] = fullMessage.split("\n", 1);
  return { type, message: first.trim(), fullMessage, line: lines[at]?.line ?? 1 };
}

interface Calls {
  frames: Frame[];
  causes: ReportedError[];
  next: number;
}

function readCalls(lines: readonly BlockLine[], from: number, shape: CallStackShape): Calls {
  const calls: Calls = { frames: [], causes: [], next: from };
  let hasCalls = false;
  let at = from;
  while (at < lines.length) {
    const text = lines[at]?.text ?? "";
    const frame = shape.readFrame(text);
    const cause = frame === null ? shape.readCause(text) : null;
    if (cause !== null && !hasCalls && calls.causes.length === causesWithoutCalls) break;
    if (frame !== null && calls.causes.length === 0 && calls.frames.length < limits.frames)
      calls.frames.push(frame);
    if (cause !== null) {
      const below = nextCall(lines, at, { shape, reach: messageReach }) ?? at + 1;
      if (calls.causes.length < limits.causes)
        calls.causes.push(withMessage(lines, { at, next: below }, cause));
      at = below;
    } else if (frame !== null || shape.isAmongCalls(text)) at += 1;
    // Text that was pasted into Markdown may have every line end doubled.
    else if (text.trim() === "" && isCall(lines[at + 1], shape)) at += 1;
    else break;
    hasCalls ||= frame !== null;
    calls.next = at;
    if (frame !== null && shape.isLastCall(text)) break;
  }
  return hasCalls ? calls : { ...calls, next: from };
}

function isCall(line: BlockLine | undefined, shape: CallStackShape): boolean {
  return line !== undefined && (shape.readFrame(line.text) ?? shape.readCause(line.text)) !== null;
}
