import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import { findTyped } from "../reading/find-typed.ts";
import { behindChainMarker } from "./python-chain.ts";
import type { Trace } from "./python-trace.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/**
 * Reads `multiprocessing.pool.RemoteTraceback:` and the line of quotes below it, with which process
 * pools hand over a worker's trace (CPython's multiprocessing/pool.py, concurrent/futures/process.py).
 */
export function readRemoteTrace(lines: readonly BlockLine[], at: number): Trace | null {
  const line = lines[at];
  if (line === undefined || !line.text.includes("RemoteTraceback:")) return null;
  const type = /^[\w.]{0,100}RemoteTraceback(?=:$)/.exec(line.text.trim())?.[0];
  if (type === undefined || lines[at + 1]?.text.trim() !== '"""') return null;
  return {
    error: { type, message: '"""', fullMessage: '"""', line: line.line },
    nested: [],
    frames: [],
    indent: indentOf(line.text),
    hasHeader: true,
    next: at + 2,
  };
}

/** Reads an error whose own trace is cut off and which goes on with `Original Traceback (...)`. */
export function readQuotingLine(lines: readonly BlockLine[], at: number): Trace | null {
  const line = lines[at];
  if (line === undefined || lines[at + 1]?.text.startsWith("Original Traceback") !== true)
    return null;
  const typed = readTypedMessage(line.text.trim());
  if (typed === null || !isErrorType(typed.type)) return null;
  const error = { ...typed, fullMessage: typed.message, line: line.line };
  return { error, nested: [], frames: [], indent: 0, hasHeader: false, next: at + 1 };
}

/** Reads an error that was raised outside Python, without a trace, and that a chain goes on behind. */
export function readUntracedLink(lines: readonly BlockLine[], at: number): Trace | null {
  const line = lines[at];
  if (line === undefined || !line.text.includes(": ")) return null;
  if (behindChainMarker(lines, at + 1) === null) return null;
  const typed = findTyped(line.text);
  if (typed === null) return null;
  const { type, message } = typed;
  const error = { type, message, fullMessage: message, line: line.line };
  return { error, nested: [], frames: [], indent: 0, hasHeader: true, next: at + 1 };
}

/** The error of a link in a chain; none for the wrapper of a remote trace, which says nothing of its own. */
export function ownErrors(error: ReportedError | null): ReportedError[] {
  if (error === null || error.type?.endsWith("RemoteTraceback") === true) return [];
  return [error];
}
