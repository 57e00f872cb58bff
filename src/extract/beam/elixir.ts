import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { codeSpans } from "../text/code-spans.ts";
import { readElixirFrame } from "./elixir-frame.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";

/**
 * Exceptions of Elixir: `** (Type) message`, calls below; an exit that only carries an exception
 * gives that one, others have what they carry as causes
 * (https://hexdocs.pm/elixir/Exception.html#format/3).
 */
export const elixir: Family = {
  name: "elixir",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trimStart() ?? "";
    if (line === undefined) return null;
    if (text.startsWith("** (")) return readRaised(lines, at, at);
    if (text.startsWith("== Compilation error in file ")) return readRaised(lines, at, at + 1);
    if (mayEnd(text)) return readEnded(lines, at, text);
    return text.includes("`** (") ? readQuoted(lines, at, text) : null;
  },
};

interface ElixirHead {
  type: string;
  message: string;
}

function readHead(text: string): ElixirHead | null {
  const found = /^\*\* \(([\w.]{2,120}|EXIT from [^)]{1,80})\) ?(.*)$/.exec(text.trim());
  return found === null ? null : { type: found[1] ?? "", message: (found[2] ?? "").trim() };
}

/** A process's last words name it before its exception: `GenServer #PID<0.1.0> terminating`. */
function mayEnd(text: string): boolean {
  return (
    (text.includes("terminat") || text.includes("raised an exception")) &&
    /^(?:GenServer|:?gen_\w{2,10}|Task|Agent|State machine|Process|Ranch|Child|#PID<[\d.]{3,20}> running) .{0,300}(?:terminat(?:ing|ed)|raised an exception)/.test(
      text,
    )
  );
}

function readEnded(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  if (text.length > 600) return null;
  for (let below = at + 1; below <= at + 6; below += 1) {
    if (lines[below]?.text.trimStart().startsWith("** (") === true)
      return readRaised(lines, at, below);
  }
  return null;
}

function readQuoted(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const head = codeSpans(text)
    .map(readHead)
    .find((one) => one !== null);
  if (head === undefined || head === null) return null;
  const error = errorOver(lines, { at, next: at + 1 }, head);
  return readingOver(lines, { at, next: at + 1 }, { error, language: "elixir", kind: "inline" });
}

function readRaised(lines: readonly BlockLine[], at: number, head: number): Reading | null {
  const chain = readChain(lines, head);
  const line = lines[head];
  const [outer, ...inner] = chain.errors;
  if (outer === undefined || line === undefined) return null;
  const carrier =
    /^(?:exit|EXIT)/.test(outer.type ?? "") && outer.message === "an exception was raised:";
  const [error, ...causes] = carrier && inner.length > 0 ? inner : chain.errors;
  if (error === undefined) return null;
  const isAside = error.message.includes("errors have been logged");
  return readingOver(
    lines,
    { at, next: behindState(lines, chain.next) },
    {
      error,
      language: "elixir",
      kind: chain.frames.length > 0 ? "tb" : lineKind(line),
      frames: chain.frames.toReversed(),
      causes,
      ...(isAside && { isAside }),
    },
  );
}

/** Lines that a message may have. */
const messageReach = 40;

/** The exception, those that it carries below it with more indentation, and the calls of the innermost. */
function readChain(
  lines: readonly BlockLine[],
  head: number,
): { errors: ReportedError[]; frames: Frame[]; next: number } {
  const errors: ReportedError[] = [];
  const frames: Frame[] = [];
  let next = head;
  while (errors.length < limits.causes) {
    const told = readHead(lines[next]?.text ?? "");
    if (told === null) break;
    const end = endOfMessage(lines, next);
    errors.push(errorOver(lines, { at: next, next: end }, told));
    const calls = readCalls(lines, end);
    frames.push(...calls.frames);
    const isInner = indentOf(lines[calls.next]?.text ?? "") > indentOf(lines[next]?.text ?? "");
    ({ next } = calls);
    if (!isInner) break;
  }
  return { errors, frames, next };
}

/** A message ends at the first call; without one at a blank line behind which nothing indented stands. */
function endOfMessage(lines: readonly BlockLine[], head: number): number {
  const indent = indentOf(lines[head]?.text ?? "");
  let paragraph: number | null = null;
  for (let next = head + 1; next < lines.length && next - head < messageReach; next += 1) {
    const text = lines[next]?.text ?? "";
    // The calls below what an exit carries are the exit's own, indented like it.
    const isBelow = indentOf(text) > indent || (indent > 0 && indentOf(text) === indent);
    if (isBelow && readElixirFrame(text) !== null) return next;
    if (isOther(lines[next])) return paragraph ?? next;
    const isOutside = text.trim() !== "" && indentOf(text) <= indent;
    if (isOutside && lines[next]?.container !== "fence") return paragraph ?? next;
    const endsHere = text.trim() === "" && indentOf(lines[next + 1]?.text ?? "") <= indent;
    if (endsHere) paragraph ??= next;
  }
  return paragraph ?? head + 1;
}

/** An exception of its own, a record, or what a process was told. */
function isOther(line: BlockLine | undefined): boolean {
  if (line === undefined) return true;
  return line.text.trimStart().startsWith("** (") || isState(line.text) || line.stamp !== null;
}

function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const frame = readElixirFrame(lines[next]?.text ?? "");
    if (frame === null) break;
    frames.push(frame);
  }
  return { frames, next };
}

function isState(text: string): boolean {
  return /^(?:Last message|State|Client #PID|Client |Function: |\s{4}Args: |Initial Call|Ancestors|Server: |Request: )/.test(
    text,
  );
}

/** What a process was told at last, and its state, follow the calls. */
function behindState(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (next - from < 8 && isState(lines[next]?.text ?? "")) next += 1;
  return next;
}
