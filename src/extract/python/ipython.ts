import type { BlockLine } from "../text/block.ts";
import { lineBefore } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { readIpythonFrame } from "./ipython-frame.ts";
import { limits } from "../limits.ts";
import { readMessage } from "../reading/message.ts";
import { behindChainMarker } from "./python-chain.ts";
import { isTaskMark } from "./python-line.ts";
import { readPythonReport, withQuotedTrace } from "./python-report.ts";
import { ownErrors, readRemoteTrace } from "./remote-trace.ts";
import { isErrorType, lastPart, readTypedMessage } from "../reading/typed-message.ts";

/** Tracebacks of IPython, Jupyter and Colab: a rule, `Type   Traceback (...)`, numbered source, the error. */
export const ipython: Family = {
  name: "ipython",
  read(lines, at) {
    const isJson = startsJson(lines, at);
    const chain: Cell[] = [];
    let start: number | null = at;
    while (start !== null && chain.length <= limits.causes) {
      const cell = readCell(lines, start) ?? (chain.length === 0 ? readRemote(lines, start) : null);
      if (cell === null) break;
      chain.push(cell);
      start = behindChainMarker(lines, cell.next);
    }
    const final = chain[chain.length - 1];
    if (final === undefined) return null;
    if (final.error === null) return { draft: null, next: final.next };
    const error = unquoted(final.error, isJson);
    const earlier = chain
      .slice(0, -1)
      .toReversed()
      .flatMap((cell) => ownErrors(cell.error).concat(cell.nested));
    const firstLine = lines[at]?.line ?? 1;
    return {
      draft: {
        ...error,
        language: "python",
        kind: isJson ? "ipy-json" : "ipy",
        frames: final.frames,
        causes: [...final.nested, ...earlier].map((cause) => unquoted(cause, isJson)),
        firstLine,
        lastLine: lineBefore(lines, final.next) ?? firstLine,
      },
      next: final.next,
    };
  },
};

interface Cell {
  error: ReportedError | null;
  nested: ReportedError[];
  frames: Frame[];
  next: number;
}

/** A pool's worker, when the error of the cell that used it follows. */
function readRemote(lines: readonly BlockLine[], at: number): Cell | null {
  const remote = readRemoteTrace(lines, at);
  if (remote === null) return null;
  const link = withQuotedTrace(lines, remote);
  const cell = behindChainMarker(lines, link.next);
  return cell === null || readCell(lines, cell) === null ? null : link;
}

/** How far below a rule or a JSON key the header may stand. */
const headerReach = 5;

function readCell(lines: readonly BlockLine[], at: number): Cell | null {
  const header = findHeader(lines, at);
  if (header !== null) return readBody(lines, header.at + 1, header.type);
  const isFrame = readIpythonFrame(lines[at]?.text ?? "") !== null;
  return isFrame && isNumberedSource(lines, at + 1) ? readBody(lines, at, null) : null;
}

function findHeader(lines: readonly BlockLine[], at: number): { at: number; type: string } | null {
  const own = headerType(lines[at]?.text ?? "");
  if (own !== null) return { at, type: own };
  if (!isRule(lines[at]?.text ?? "") && !startsJson(lines, at)) return null;
  for (let below = at + 1; below < Math.min(lines.length, at + headerReach); below += 1) {
    const type = headerType(lines[below]?.text ?? "");
    if (type !== null) return { at: below, type };
  }
  return null;
}

function headerType(text: string): string | null {
  const end = text.indexOf("Traceback (most recent call last)");
  if (end <= 0) return null;
  const type = text.slice(0, end).trim();
  return /^[A-Za-z_][\w.]*(?:\([A-Z]\w*\))?$/.test(type) ? type : null;
}

function isRule(text: string): boolean {
  if (!text.endsWith("---")) return false;
  return /-{30,}$/.test(text.slice(-40)) && /^[\s>"\w:,[{]*-+$/.test(text.slice(0, 200));
}

/** A notebook's output as VS Code copies it: `"name": ..., "message": ..., "stack": "-----...`. */
function startsJson(lines: readonly BlockLine[], at: number): boolean {
  const text = lines[at]?.text.trimStart() ?? "";
  if (!text.startsWith('"') && !text.startsWith("{")) return false;
  return /^(?:\{ ?)?"(?:name|ename|stack|traceback|evalue)": ?["[]/.test(text);
}

function isNumberedSource(lines: readonly BlockLine[], at: number): boolean {
  return lines.slice(at, at + 2).some(({ text }) => /^\s*(?:-{1,6}>)?\s*\d+(?:\s|$)/.test(text));
}

function readBody(lines: readonly BlockLine[], from: number, type: string | null): Cell {
  const frames: Frame[] = [];
  let last = from - 1;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? "";
    if (headerType(text) !== null || /^"?#{2,4} /.test(text)) break;
    const typed = readTypedMessage(text);
    const task = isTaskMark(text) ? readPythonReport(lines, at + 1) : null;
    if (task !== null && task.error !== null)
      return { ...task, frames: [...frames, ...task.frames], nested: task.causes };
    if (typed !== null && isFinal(typed.type, type)) {
      const start = { ...typed, indent: 0 };
      return withQuotedTrace(lines, { frames, indent: 0, ...readMessage(lines, at, start) });
    }
    const frame = readIpythonFrame(text);
    const current = frames[frames.length - 1];
    if (frame !== null && frames.length < limits.frames) frames.push(frame);
    else if (current !== undefined && current.line === null) current.line = arrowLine(text);
    if (frame !== null || /^\s*[\d>-]/.test(text)) last = at;
    else if (at - last > headerReach * 2) break;
  }
  const error =
    type === null ? null : { type, message: "", fullMessage: "", line: lines[from - 1]?.line ?? 1 };
  return { error, nested: [], frames, next: last + 1 };
}

function isFinal(printed: string, announced: string | null): boolean {
  return announced === null ? isErrorType(printed) : lastPart(printed) === lastPart(announced);
}

function arrowLine(text: string): number | null {
  const digits = /^\s*-{1,6}> ?(\d{1,7})/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The closing quote of the JSON string around a trace is not the message's. */
function unquoted(error: ReportedError, isJson: boolean): ReportedError {
  if (!isJson) return error;
  const fullMessage = error.fullMessage.replace(/"[\s,\]}]*$/, "").trimEnd();
  const [message = ""] = fullMessage.split("\n", 1);
  return { ...error, message: message.trim(), fullMessage };
}
