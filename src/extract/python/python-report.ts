import type { BlockLine } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";
import { readExceptionGroup } from "./exception-group.ts";
import { readMessage } from "../reading/message.ts";
import { behindChainMarker } from "./python-chain.ts";
import type { QuotingError } from "./python-inner.ts";
import { innerTraceStart } from "./python-inner.ts";
import type { Trace } from "./python-trace.ts";
import { readPythonTrace } from "./python-trace.ts";
import { readTypedMessage } from "../reading/typed-message.ts";
import { ownErrors, readQuotingLine, readRemoteTrace, readUntracedLink } from "./remote-trace.ts";

/** A chain of exceptions as Python prints it, those of other processes included. */
export interface PythonReport {
  /** The last exception; `null` when its trace breaks off before it. */
  error: ReportedError | null;
  /** Calls that led to the last exception, outermost first. */
  frames: Frame[];
  /** The exceptions before it, nearest first. */
  causes: ReportedError[];
  hasHeader: boolean;
  /** Index of the first line behind the chain. */
  next: number;
}

/** Messages may hold traces whose messages hold traces; deeper ones are not read. */
const deepestTrace = 4;

/** Reads the chain of exceptions that begins at a line, each with the traces that its message quotes. */
export function readPythonReport(
  lines: readonly BlockLine[],
  at: number,
  depth = 0,
): PythonReport | null {
  const links: Trace[] = [];
  let start: number | null = at;
  while (start !== null && links.length <= limits.causes) {
    const trace = readLink(lines, start, depth);
    if (trace === null) break;
    const link = depth < deepestTrace ? withQuotedTrace(lines, trace, depth) : trace;
    links.push(link);
    start = behindChainMarker(lines, link.next);
  }
  const last = links.pop();
  if (last === undefined) return null;
  const final = unwrapped(last);
  const earlier = links
    .toReversed()
    .flatMap(({ error, nested }) => ownErrors(error).concat(nested));
  return {
    error: final.error,
    frames: final.frames,
    causes: [...final.nested, ...earlier].slice(0, limits.causes),
    hasHeader: (links[0] ?? final).hasHeader,
    next: final.next,
  };
}

/** The remote error itself, where the local one behind it was cut off. */
function unwrapped(link: Trace): Trace {
  const [remote, ...causes] = link.nested;
  const isWrapper = link.error !== null && ownErrors(link.error).length === 0;
  return isWrapper && remote !== undefined ? { ...link, error: remote, nested: causes } : link;
}

function readLink(lines: readonly BlockLine[], at: number, depth: number): Trace | null {
  return (
    readExceptionGroup(lines, at, (segment) => memberErrors(segment, depth)) ??
    readPythonTrace(lines, at) ??
    readRemoteTrace(lines, at) ??
    readQuotingLine(lines, at) ??
    readUntracedLink(lines, at)
  );
}

/** A member's own error below its calls with what led to it, or alone when it was never raised. */
function memberErrors(segment: readonly BlockLine[], depth: number): ReportedError[] {
  const report = depth < deepestTrace ? readPythonReport(segment, 0, depth + 1) : null;
  if (report !== null) return report.error === null ? [] : [report.error, ...report.causes];
  const typed = readTypedMessage(segment[0]?.text.trim() ?? "");
  return typed === null ? [] : [readMessage(segment, 0, { ...typed, indent: 0 }).error];
}

/** Joins an error with the trace of another process or thread that its message quotes. */
export function withQuotedTrace<Read extends QuotingError & { nested: ReportedError[] }>(
  lines: readonly BlockLine[],
  read: Read,
  depth = 0,
): Read {
  if (read.error === null) return read;
  const start = innerTraceStart(lines, read);
  const inner = start === null ? null : readPythonReport(lines, start, depth + 1);
  if (inner === null || inner.error === null) return read;
  const next = isQuotes(lines[inner.next]?.text) ? inner.next + 1 : inner.next;
  const quoted = lines.slice(read.next, next).map(({ text }) => text.trimEnd());
  const fullMessage = [read.error.fullMessage, ...quoted].join("\n").trim();
  return {
    ...read,
    error: { ...read.error, fullMessage: fullMessage.slice(0, limits.fullMessage) },
    nested: [...read.nested, ...ownErrors(inner.error), ...inner.causes],
    next,
  };
}

function isQuotes(text: string | undefined): boolean {
  return text?.trim() === '"""';
}
