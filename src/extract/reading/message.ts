import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";
import { endsMessage } from "./message-end.ts";
import { nestedErrors } from "../python/nested-errors.ts";

/** The first line of an error, and the indentation that its family's error lines have. */
export interface ErrorStart {
  type: string | null;
  message: string;
  indent: number;
}

/** An error with the whole of its message. */
export interface ErrorWithMessage {
  error: ReportedError;
  /** Errors that its message tells of, nearest first. */
  nested: ReportedError[];
  /** Index of the first line behind it. */
  next: number;
}

/** Joins a message with the lines it goes on for. */
export function readMessage(
  lines: readonly BlockLine[],
  at: number,
  start: ErrorStart,
): ErrorWithMessage {
  const boxed = readBox(lines, at, start);
  if (boxed !== null) return boxed;
  const below = beginsBelow(lines, at, start) ? (lines[at + 2]?.text.trim() ?? "") : null;
  const parts = [below ?? start.message].filter((part) => part !== "");
  let next = below === null ? at + 1 : at + 3;
  while (next - at < limits.longMessageLines && goesOn(lines, { at, next }, start)) {
    const text = lines[next]?.text ?? "";
    parts.push(text.slice(Math.min(start.indent, indentOf(text))).trimEnd());
    next += 1;
  }
  const fullMessage = parts.join("\n").trim().slice(0, limits.fullMessage);
  const [message = ""] = fullMessage.split("\n", 1);
  return {
    error: { type: start.type, message: message.trim(), fullMessage, line: lines[at]?.line ?? 1 },
    nested: next - at < 2 ? [] : nestedErrors(lines.slice(at, next)),
    next,
  };
}

/** True for a message that itself begins with blank lines, as that of `openai.APIRemovedInV1` does. */
function beginsBelow(
  lines: readonly BlockLine[],
  at: number,
  { message, indent }: ErrorStart,
): boolean {
  const [line, blank, first] = lines.slice(at, at + 3);
  if (line === undefined || blank === undefined || first === undefined || message !== "")
    return false;
  if (!line.text.endsWith(":") || blank.text !== "" || first.text === "") return false;
  const isOutput = isVerbatim(line) && isVerbatim(first) && indentOf(first.text) === indent;
  return (
    isOutput && /^[A-Z]\S* \S+ \S/.test(first.text.trim()) && !endsMessage(blank, first, false)
  );
}

/** Lines that a summary of several hundred ranks takes up. */
const longestBox = 3_000;

/**
 * torchrun's `ChildFailedError` prints nothing behind its type and a summary between two rules below
 * it (torch/distributed/elastic/multiprocessing/errors): the message is the summary.
 */
function readBox(
  lines: readonly BlockLine[],
  at: number,
  { type, message }: ErrorStart,
): ErrorWithMessage | null {
  if (message !== "" || !isBoxRule(lines[at + 1])) return null;
  let end = at + 2;
  while (end < lines.length && end - at < longestBox && !isBoxRule(lines[end])) end += 1;
  if (!isBoxRule(lines[end])) return null;
  const next = end + 1;
  const texts = lines.slice(at + 1, next).map((line) => line.text.trimEnd());
  const fullMessage = ["", ...texts].join("\n").slice(0, limits.fullMessage);
  const error = { type, message, fullMessage, line: lines[at]?.line ?? 1 };
  return { error, nested: nestedErrors(lines.slice(at, next)), next };
}

function isBoxRule(line: BlockLine | undefined): boolean {
  return line !== undefined && /^={8,}$/.test(line.text.trim());
}

function goesOn(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  start: ErrorStart,
): boolean {
  const before = lines[next - 1];
  const line = lines[next];
  if (before === undefined || line === undefined) return false;
  const isIndented = indentOf(line.text) > start.indent;
  if (endsMessage(before, line, isIndented)) return false;
  if (line.text.trim() !== "") {
    if (before.text.trim() === "" && !isIndented && !isBehindBlank(line.text)) return false;
    // In prose a message goes on below a colon only: "... because of the following error:".
    return isVerbatim(line) || isIndented || (next - 1 === at && before.text.endsWith(":"));
  }
  // A blank line belongs to the message when an indented line follows it.
  const after = lines.slice(next + 1, next + 3).find(({ text }) => text.trim() !== "");
  if (after === undefined || !isVerbatim(line) || endsMessage(line, after, true)) return false;
  return indentOf(after.text) > start.indent || isBehindBlank(after.text);
}

const behindBlank = [
  // Keras and TensorFlow print the traced code, the failed node and the arguments of a call.
  "in user code:",
  "Call arguments received",
  "Arguments received by",
  "Detected at node",
  "Node: ",
  // torch.multiprocessing begins its message with a blank line.
  "-- Process ",
  // conda
  "Could not solve for environment specs",
  "Current channels:",
  "An HTTP error occurred when trying to retrieve",
];

/** True for lines that belong to a message although a blank line stands before them. */
function isBehindBlank(text: string): boolean {
  return behindBlank.some((start) => text.startsWith(start));
}
