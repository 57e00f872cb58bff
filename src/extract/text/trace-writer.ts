import type { BlockLine } from "./block.ts";

/** What a process printed last of its trace. */
export type TraceState = "header" | "call" | "source" | "error" | "chain";

/** One of several processes that print traces at the same time. */
export interface TraceWriter {
  lines: BlockLine[];
  /** The lines that make up the trace, without blank ones and what follows its error. */
  steps: string[];
  /** The first call, where another trace tells which one it must be. */
  firstCall: string | null;
  state: TraceState;
  /** True while it printed nothing but what another had printed before. */
  isRepeating: boolean;
}

/** A line of a trace, and what it makes of it. */
export interface TraceStep {
  text: string;
  state: TraceState;
}

const following: Readonly<Record<TraceState, readonly TraceState[]>> = {
  header: ["call"],
  call: ["source", "call", "error"],
  source: ["call", "error", "source"],
  error: ["chain", "source"],
  chain: [],
};

/** Source lines that may be lost where two processes wrote into one line. */
const mostLost = 2;

/**
 * The process that printed a line: one that repeats with it what the foremost printed already, else
 * the one of the line before, else the foremost. `null` when it continues no trace.
 */
export function writerOf(
  writers: readonly TraceWriter[],
  step: TraceStep,
  last: TraceWriter | null,
): TraceWriter | null {
  const able = writers.filter((writer) => canTake(writer, step));
  const leader = foremost(writers);
  const repeating = able.find((writer) => stepsToRepeat(writer, step.text, leader) > 0);
  if (repeating !== undefined) return repeating;
  // Who only repeats the foremost has a line to come; another line is the foremost's, or a third one's.
  const free = able.filter((writer) => writer === leader || !isBehind(writer, leader));
  const candidates = free.length > 0 ? free : able;
  const waiting = candidates.filter((writer) => writer.state === "call");
  const apt = step.state === "source" && waiting.length > 0 ? waiting : candidates;
  return last !== null && apt.includes(last) ? last : foremost(apt);
}

/** Adds a line's step to a writer's trace; steps that its repetition left out count as printed. */
export function addStep(writer: TraceWriter, text: string, leader: TraceWriter | null): void {
  const at = writer.steps.length;
  const isAhead = leader === null || at >= leader.steps.length;
  const taken = stepsToRepeat(writer, text, leader);
  writer.isRepeating &&= isAhead || taken > 0;
  if (taken > 1) writer.steps.push(...(leader?.steps.slice(at, at + taken - 1) ?? []));
  writer.steps.push(text.trim());
}

/** The writer whose trace has come furthest; the first among equals. */
export function foremost(writers: readonly TraceWriter[]): TraceWriter | null {
  let best: TraceWriter | null = null;
  for (const writer of writers) {
    if (best === null || writer.steps.length > best.steps.length) best = writer;
  }
  return best;
}

function canTake(writer: TraceWriter, { text, state }: TraceStep): boolean {
  if (!following[writer.state].includes(state)) return false;
  const { firstCall } = writer;
  return writer.state !== "header" || firstCall === null || firstCall === text.trim();
}

function isBehind(writer: TraceWriter, leader: TraceWriter | null): boolean {
  return leader !== null && writer.isRepeating && writer.steps.length < leader.steps.length;
}

/** How many steps of the foremost a line takes a repeating writer on; 0 when it repeats none. */
function stepsToRepeat(writer: TraceWriter, text: string, leader: TraceWriter | null): number {
  if (leader === null || writer === leader || !writer.isRepeating) return 0;
  const from = writer.steps.length;
  return leader.steps.slice(from, from + 1 + mostLost).indexOf(text.trim()) + 1;
}
