import type { BlockLine } from "./block.ts";
import { indentOf } from "./block.ts";
import { isChainMarker } from "../reading/message-end.ts";
import { readPythonFrame } from "../python/python-frame.ts";
import type { TraceState, TraceWriter } from "./trace-writer.ts";
import { addStep, foremost, writerOf } from "./trace-writer.ts";
import { readTypedMessage } from "../reading/typed-message.ts";
import { unglued } from "./unglued.ts";

/**
 * Takes apart the traces of several processes that wrote into each other without prefixes: each
 * line goes to the process whose trace it continues, first to one that repeats what another printed
 * already. Gives each trace's lines, the lines of no trace in front; a text in which no trace broke
 * into another stays one.
 */
export function takenApart(lines: readonly BlockLine[]): BlockLine[][] {
  if (!hasManyHeaders(lines)) return [[...lines]];
  const sorter: Sorter = { open: [], closed: [], rest: [], last: null, base: 0, overlaps: false };
  const pieces = lines.flatMap(unglued);
  for (let at = 0; at < pieces.length; at += 1) {
    if (sorter.open.length > mostWriters) return [[...lines]];
    sort(sorter, pieces, at);
  }
  const traces = sorter.closed.concat(sorter.open);
  if (!sorter.overlaps || !hasCommonCall(traces)) return [[...lines]];
  const whole = traces.filter((writer) => writer.state === "error");
  return [sorter.rest, ...whole.map((writer) => writer.lines)];
}

/** Processes that may write at once; more are no interleaved output. */
const mostWriters = 16;

/** Lines of others that may stand between a trace's header and its first call. */
const mostBetween = 40;

const header = "Traceback (most recent call last):";

function hasManyHeaders(lines: readonly BlockLine[]): boolean {
  let headers = 0;
  for (const { text } of lines) {
    if (!text.includes(header)) continue;
    headers += text.indexOf(header) === text.lastIndexOf(header) ? 1 : 2;
    if (headers > 1) return true;
  }
  return false;
}

/** Processes of one program begin with the same call. */
function hasCommonCall(writers: readonly TraceWriter[]): boolean {
  const first = writers.flatMap(({ steps }) => steps.slice(1, 2));
  return new Set(first).size < first.length;
}

interface Sorter {
  open: TraceWriter[];
  closed: TraceWriter[];
  /** Lines of no trace. */
  rest: BlockLine[];
  /** The writer of the line before. */
  last: TraceWriter | null;
  /** Columns in front of the last header. */
  base: number;
  /** True once a trace went on behind the beginning of a later one. */
  overlaps: boolean;
}

function sort(sorter: Sorter, lines: readonly BlockLine[], at: number): void {
  const line = lines[at];
  if (line === undefined) return;
  const state = stateBehind(line.text, sorter.base);
  if (state === "header") {
    openTrace(sorter, line, lines.slice(at + 1, at + 1 + mostBetween));
    return;
  }
  const step = { text: line.text, state: state ?? "source" };
  const writer = state === null ? null : writerOf(sorter.open, step, sorter.last);
  if (writer !== null) give(sorter, writer, { line: withOneType(line), state: step.state });
  else if (sorter.last !== null) sorter.last.lines.push(line);
  else sorter.rest.push(line);
}

/** What a line makes of the trace that it belongs to; `null` for one that only goes on with a message. */
function stateBehind(text: string, base: number): TraceState | null {
  if (text.includes(header)) return "header";
  if (readPythonFrame(text) !== null) return "call";
  if (isChainMarker(text)) return "chain";
  const indent = indentOf(text) - base;
  if (indent > 2) return "source";
  return indent === 0 && readTypedMessage(text.trim()) !== null ? "error" : null;
}

/** `ValueError: ValueError: x` of two processes that printed their types before their messages. */
function withOneType(line: BlockLine): BlockLine {
  const text = line.text.replace(/^(\s*)([A-Za-z_][\w.]{3,100}: )\2/, "$1$2");
  return text === line.text ? line : { ...line, text };
}

function openTrace(sorter: Sorter, line: BlockLine, below: readonly BlockLine[]): void {
  sorter.base = indentOf(line.text);
  const chained = sorter.open.find(({ state }) => state === "chain") ?? null;
  const quoting = line.text.trimStart().startsWith("Original ") ? sorter.last : null;
  const going = chained ?? quoting;
  if (going !== null) {
    give(sorter, going, { line, state: "header" });
    return;
  }
  sorter.closed.push(...sorter.open.filter(({ state }) => state === "error"));
  sorter.open = sorter.open.filter(({ state }) => state !== "error");
  const known = foremost(sorter.open)?.steps[1] ?? null;
  const isBelow = known !== null && below.some(({ text }) => text.trim() === known);
  const writer: TraceWriter = {
    lines: [],
    steps: [],
    firstCall: isBelow ? known : null,
    state: "header",
    isRepeating: true,
  };
  sorter.open.push(writer);
  give(sorter, writer, { line, state: "header" });
}

function give(
  sorter: Sorter,
  writer: TraceWriter,
  { line, state }: { line: BlockLine; state: TraceState },
): void {
  addStep(writer, line.text, foremost(sorter.open));
  const isEarlier = sorter.open.indexOf(writer) < sorter.open.length - 1;
  sorter.overlaps ||= state !== "header" && sorter.last !== writer && isEarlier;
  writer.lines.push(line);
  writer.state = state;
  sorter.last = writer;
}
