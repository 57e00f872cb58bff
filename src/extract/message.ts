import type { BlockLine } from "./block.ts";
import { indentOf, isVerbatim } from "./block.ts";
import type { ReportedError } from "./error-report.ts";
import { limits } from "./limits.ts";
import { isErrorType, readTypedMessage } from "./typed-message.ts";

/** The first line of an error, and the indentation that its family's error lines have. */
export interface ErrorStart {
  type: string | null;
  message: string;
  indent: number;
}

/** Joins a message with the lines it goes on for; `next` is the first line behind it. */
export function readMessage(
  lines: readonly BlockLine[],
  at: number,
  start: ErrorStart,
): { error: ReportedError; next: number } {
  const boxed = readBox(lines, at, start);
  if (boxed !== null) return boxed;
  const parts = start.message === "" ? [] : [start.message];
  let next = at + 1;
  while (next - at < limits.messageLines && goesOn(lines, next, start)) {
    parts.push((lines[next]?.text ?? "").slice(start.indent).trimEnd());
    next += 1;
  }
  const fullMessage = parts.join("\n").trim().slice(0, limits.fullMessage);
  const [message = ""] = fullMessage.split("\n", 1);
  return {
    error: { type: start.type, message: message.trim(), fullMessage, line: lines[at]?.line ?? 1 },
    next,
  };
}

/**
 * torchrun's `ChildFailedError` prints nothing behind its type and a summary between two rules below
 * it (torch/distributed/elastic/multiprocessing/errors): the message is the summary.
 */
function readBox(
  lines: readonly BlockLine[],
  at: number,
  { type, message }: ErrorStart,
): { error: ReportedError; next: number } | null {
  if (message !== "" || !isBoxRule(lines[at + 1])) return null;
  const end = lines.slice(at + 2, at + limits.messageLines).findIndex(isBoxRule);
  if (end < 0) return null;
  const next = at + end + 3;
  const texts = lines.slice(at + 1, next).map((line) => line.text.trimEnd());
  const fullMessage = ["", ...texts].join("\n").slice(0, limits.fullMessage);
  return { error: { type, message, fullMessage, line: lines[at]?.line ?? 1 }, next };
}

function isBoxRule(line: BlockLine | undefined): boolean {
  return line !== undefined && /^={8,}$/.test(line.text.trim());
}

/** The errors inside Keras's "in user code:", outermost first: they carry what the outer message hides. */
export function nestedErrors(error: ReportedError): ReportedError[] {
  if (!error.fullMessage.includes("in user code:")) return [];
  return error.fullMessage.split("\n").flatMap((text, index) => {
    const typed = index === 0 ? null : readTypedMessage(text.trim());
    if (typed === null || !isErrorType(typed.type)) return [];
    return [{ ...typed, fullMessage: typed.message, line: error.line + index }];
  });
}

function goesOn(lines: readonly BlockLine[], next: number, start: ErrorStart): boolean {
  const before = lines[next - 1];
  const line = lines[next];
  if (before === undefined || line === undefined) return false;
  const isIndented = indentOf(line.text) > start.indent;
  if (endsMessage(before, line, isIndented)) return false;
  if (line.text.trim() !== "") {
    if (before.text.trim() === "" && !isIndented && !isCallSummary(line.text)) return false;
    return isVerbatim(line) || isIndented;
  }
  // A blank line belongs to the message when an indented line follows it.
  const after = lines.slice(next + 1, next + 3).find(({ text }) => text.trim() !== "");
  if (after === undefined || !isVerbatim(line) || endsMessage(line, after, true)) return false;
  return indentOf(after.text) > start.indent || isCallSummary(after.text);
}

/** Keras prints the traced code and the arguments of a failed call behind blank lines. */
function isCallSummary(text: string): boolean {
  if (text.startsWith("in user code:")) return true;
  return text.startsWith("Call arguments received") || text.startsWith("Arguments received by");
}

/** True for lines that begin something else: a record, a prompt, another trace or error, a rule. */
function endsMessage(before: BlockLine, line: BlockLine, isIndented: boolean): boolean {
  const text = line.text.trimStart();
  if (line.stamp !== null && before.stamp === null) return true;
  if (line.stamp !== null && line.stamp.level !== before.stamp?.level) return true;
  if (line.line - before.line > 8 || line.container === "title") return true;
  if (text.includes("Traceback (most recent call last)")) return true;
  if (
    isChainMarker(text) ||
    /^(?:[$%#>] |>>> |PS [A-Z]:|[A-Z]:\\[^:]*>|\(\w[\w.-]*\) |[\w.-]+@[\w.-]+:)/.test(text)
  )
    return true;
  if (/^(?:-{8,}|={8,}|╭|─{4,}|\*{8,}|_{8,}|##\[|\+-)/.test(text)) return true;
  if (
    /^(?:Process finished with exit code|Exception ignored in|During handling|Aborted|Killed|make: )/.test(
      text,
    )
  )
    return true;
  if (/^(?:Epoch \d|\d{1,3}%\||\[[\d:., -]{6,}\])/.test(text)) return true;
  const typed = readTypedMessage(text);
  return !isIndented && typed !== null && isErrorType(typed.type);
}

/** True for the line with which Python joins two exceptions of a chain. */
export function isChainMarker(text: string): boolean {
  const line = text.trim();
  return (
    line.startsWith("During handling of the above exception, another exception occurred") ||
    line.startsWith("The above exception was the direct cause of the following exception")
  );
}
