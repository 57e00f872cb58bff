import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";
import { readMessage } from "../reading/message.ts";
import { readPythonFrame } from "./python-frame.ts";
import { endsPythonTrace, isElision, isTaskMark, resumesBelow } from "./python-line.ts";
import { isTranslatedHeader, readTranslatedError } from "./translated-trace.ts";
import type { TypedMessage } from "../reading/typed-message.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/** One exception of a traceback with its frames. */
export interface Trace {
  /** `null` when the trace breaks off before it. */
  error: ReportedError | null;
  /** Errors that its message tells of, nearest first. */
  nested: ReportedError[];
  frames: Frame[];
  /** Columns before the error. */
  indent: number;
  hasHeader: boolean;
  /** Index of the first line behind the trace. */
  next: number;
}

const header = "Traceback (most recent call last):";

/** Reads the traceback that begins at a header, or at a frame where the header was cut off. */
export function readPythonTrace(lines: readonly BlockLine[], at: number): Trace | null {
  const start = lines[at];
  if (start === undefined) return null;
  const column = start.text.indexOf(header);
  if (column < 0) {
    if (isTranslatedHeader(start.text))
      return readBody(lines, at + 1, { hasHeader: true, base: 0, prefix: "" });
    if (readPythonFrame(start.text) === null) return null;
    return readBody(lines, at, { hasHeader: false, base: 0, prefix: "" });
  }
  if (!/^[\s"'`\\,]*(?:(?:<[-=]|#|\.\.\.).*)?$/.test(start.text.slice(column + header.length)))
    return null;
  const prefix = sharedPrefix(lines, at, column);
  const base = prefix === "" && start.text.slice(0, column).trim() === "" ? column : 0;
  return readBody(lines, at + 1, { hasHeader: true, base, prefix });
}

/** What stands in front of the header, when the line below begins with it as well. */
function sharedPrefix(lines: readonly BlockLine[], at: number, column: number): string {
  const prefix = lines[at]?.text.slice(0, column) ?? "";
  const below = lines[at + 1]?.text ?? "";
  return prefix.trim() !== "" && below.startsWith(prefix.trimEnd()) ? prefix : "";
}

interface Body {
  hasHeader: boolean;
  /** Indentation of the header, and so of the error line. */
  base: number;
  prefix: string;
}

/** Lines that do not belong to a trace may stand in it: blank ones, and other writers' records. */
const longestGap = 12;

function readBody(lines: readonly BlockLine[], from: number, body: Body): Trace {
  const { hasHeader, prefix } = body;
  const trace: Trace = { error: null, nested: [], frames: [], indent: 0, hasHeader, next: from };
  let base = body.base;
  let frameIndent = base;
  let afterFrame = false;
  const isStamped = lines[from]?.stamp !== null;
  for (let at = from; at < lines.length && at - trace.next <= longestGap; at += 1) {
    const line = unprefixed(lines[at], prefix);
    if (line === undefined || line.text.includes(header)) break;
    if (line.text.trim() === "" || (line.stamp !== null && !isStamped)) continue;
    const indent = indentOf(line.text);
    const frame = readPythonFrame(line.text);
    const cut = afterFrame ? trace.frames[trace.frames.length - 1] : undefined;
    const cutName = cut?.function === null ? /^\s*in (\S{1,200})$/.exec(line.text)?.[1] : undefined;
    if (cut !== undefined && cutName !== undefined) {
      // Wrapped by a narrow terminal, as uv does with a build's output.
      cut.function = cutName;
      trace.next = at + 1;
      continue;
    }
    if (cut !== undefined && isRestOfName(lines, at, frameIndent)) {
      cut.function = `${cut.function ?? ""}${line.text.trim()}`;
      trace.next = at + 1;
      continue;
    }
    if (frame !== null) {
      if (trace.frames.length === 0) base = Math.max(0, indent - 2);
      frameIndent = indent;
      trace.frames.push(frame);
    } else if (indent <= Math.max(base, frameIndent) || trace.next === from) {
      const typed = readTypedMessage(line.text.trim()) ?? readTranslatedError(line.text);
      // Copied without its indentation, the error stands below the frames, not left of them.
      const isBehindSource = trace.frames.length > 0 && !afterFrame && indent <= base;
      const isLeftOfFrames = trace.frames.length > 0 && indent <= base && frameIndent > base;
      const isMark = isTaskMark(line.text) && resumesBelow(lines, at, base);
      // Copied out of a page, all lines begin at the margin.
      const isPlain = trace.frames.length > 0 && typed?.type === "Exception";
      const isBelowCalls = isBehindSource || isLeftOfFrames || isPlain;
      if (!isMark && typed !== null && endsPythonTrace(typed, isBelowCalls)) {
        return withError(lines, trace, { at, typed, indent, prefix });
      }
      const isOurs =
        afterFrame || trace.next === from || indent > base || isElision(line.text) || isMark;
      // A note or another writer's line stands between the calls.
      if (!isOurs && !(isLeftOfFrames && resumesBelow(lines, at, base))) break;
      if (!isOurs) continue;
    }
    afterFrame = frame !== null;
    trace.next = at + 1;
  }
  return { ...trace, frames: capped(trace.frames) };
}

/** True for the end of a function's name that a narrow terminal wrapped: its source stands indented below. */
function isRestOfName(lines: readonly BlockLine[], at: number, frameIndent: number): boolean {
  const text = lines[at]?.text ?? "";
  if (!/^[A-Za-z_]\w{0,80}>?$/.test(text) || isErrorType(text)) return false;
  return indentOf(lines[at + 1]?.text ?? "") > frameIndent;
}

function unprefixed(line: BlockLine | undefined, prefix: string): BlockLine | undefined {
  if (line === undefined || prefix === "") return line;
  const marked = prefix.trimEnd();
  if (!line.text.startsWith(marked)) return { ...line, text: "" };
  return { ...line, text: line.text.slice(Math.min(prefix.length, line.text.length)) };
}

interface ErrorLine {
  at: number;
  typed: TypedMessage;
  indent: number;
  prefix: string;
}

function withError(lines: readonly BlockLine[], trace: Trace, found: ErrorLine): Trace {
  const { typed, indent, at } = found;
  const start = { ...typed, indent };
  const { error, nested, next } =
    found.prefix === ""
      ? readMessage(lines, at, start)
      : shifted(readMessage(prefixedLines(lines, found), 0, start), at);
  return { ...trace, frames: capped(trace.frames), error, nested, indent, next };
}

function shifted<Message extends { next: number }>(read: Message, by: number): Message {
  return { ...read, next: read.next + by };
}

/** The lines from the error on, without the prefix, for as long as they carry it. */
function prefixedLines(lines: readonly BlockLine[], { at, prefix }: ErrorLine): BlockLine[] {
  const own: BlockLine[] = [];
  for (const line of lines.slice(at, at + limits.longMessageLines + 3)) {
    if (!line.text.startsWith(prefix.trimEnd())) break;
    own.push(unprefixed(line, prefix) ?? line);
  }
  return own;
}

/** The outermost and the innermost calls, when a recursion printed more than the cap. */
function capped(frames: Frame[]): Frame[] {
  if (frames.length <= limits.frames) return frames;
  return [...frames.slice(0, limits.frames / 4), ...frames.slice(-(limits.frames * 3) / 4)];
}
