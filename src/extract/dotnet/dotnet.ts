import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { readDotnetFrame } from "./dotnet-frame.ts";
import { readDotnetHead } from "./dotnet-head.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";
import { readUnityFrame } from "./unity-frame.ts";

/**
 * Exceptions of .NET, Mono and Unity: the outermost is the report, those behind `--->` are its
 * causes (https://learn.microsoft.com/dotnet/api/system.exception.tostring).
 */
export const dotnet: Family = {
  name: "dotnet",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.includes("Exception") && !text.startsWith("Fatal error. "))
      return isAboveCall(lines, at) ? readUntyped(lines, at, text) : null;
    const heads = readHeads(text);
    const first = heads === null ? null : firstCall(lines, at);
    if (heads === null) return null;
    if (first === null) return readFlat(lines, at, text);
    return readStack(lines, at, { heads, first });
  },
};

/** A logger may print the message alone above the calls. */
function isAboveCall(lines: readonly BlockLine[], at: number): boolean {
  const below = lines[at + 1]?.text ?? "";
  const text = lines[at]?.text ?? "";
  if (!below.startsWith("   ") || text.length < 8 || readDotnetFrame(below) === null) return false;
  if (readDotnetFrame(text) !== null || isSeparator(text)) return false;
  return !/(?:trace|stack|:)\s*$|^\s*(?:--->|[{}<(]|at )/i.test(text);
}

function readUntyped(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const heads = [{ type: null, message: text.trim() }];
  return readStack(lines, at, { heads, first: at + 1 });
}

interface Head {
  type: string | null;
  message: string;
}

const innerMark = " ---> ";

/** The exceptions of one line, outermost first; the .NET Framework prints inner ones behind the outer. */
function readHeads(text: string): Head[] | null {
  if (text.startsWith("Fatal error. ")) {
    const told = text.slice("Fatal error. ".length);
    return [readDotnetHead(told) ?? { type: "Fatal error", message: told }];
  }
  const heads: Head[] = [];
  for (const part of text.split(innerMark, limits.causes)) {
    const head = readDotnetHead(part);
    if (head === null) break;
    heads.push({ type: head.type, message: head.message });
  }
  return heads.length === 0 ? null : heads;
}

function readCall(text: string): Frame | null {
  return readDotnetFrame(text) ?? readUnityFrame(text);
}

/** Lines that a message may go on for before the first call. */
const messageReach = 25;

/** Index of the first call; `null` when another error or another runtime's call comes first. */
function firstCall(lines: readonly BlockLine[], at: number): number | null {
  const indent = indentOf(lines[at]?.text ?? "");
  for (let next = at + 1; next < lines.length && next - at <= messageReach; next += 1) {
    const text = lines[next]?.text ?? "";
    if (readCall(text) !== null) return next;
    const body = text.trimStart();
    if (body.startsWith("at ") || (lines[next]?.stamp !== null && lines[at]?.stamp === null))
      return null;
    const isInner = body.startsWith("---> ");
    if (!isInner && indentOf(text) <= indent && readDotnetHead(body)?.column === 0) return null;
  }
  return null;
}

/** One exception of a chain while its lines are read. */
interface Level {
  error: ReportedError;
  calls: Frame[];
}

function readStack(
  lines: readonly BlockLine[],
  at: number,
  { heads, first }: { heads: readonly Head[]; first: number },
) {
  const levels = openLevels(lines, at, { heads, first });
  let depth = levels.length - 1;
  let next = first;
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? "";
    const call = readCall(text.replace(/<---$/, ""));
    if (call !== null) levels[depth]?.calls.push(call);
    else if (isEndOfInner(text)) depth = Math.max(0, depth - 1);
    else if (text.trimStart().startsWith("---> ") && levels.length < limits.causes) {
      const behind = endOfHead(lines, next);
      levels.push(levelAt(lines, { at: next, next: behind }, text.trimStart().slice(5)));
      next = behind - 1;
      if (readCall(lines[behind]?.text ?? "") !== null) depth = levels.length - 1;
    } else if (!isAmongCalls(text, lines[next + 1]?.text ?? "")) break;
  }
  const [report, ...causes] = levels;
  if (report === undefined) return null;
  const calls = levels.find((level) => level.calls.length > 0)?.calls ?? [];
  return readingOver(
    lines,
    { at, next },
    {
      error: report.error,
      language: "csharp",
      kind: "tb",
      frames: calls.toReversed(),
      causes: withoutRepeats(causes.map(({ error }) => error)),
    },
  );
}

/** An AggregateException names its first inner exception twice. */
function withoutRepeats(causes: readonly ReportedError[]): ReportedError[] {
  return causes.filter(
    ({ type, message }, index) =>
      causes.findIndex((one) => one.type === type && one.message === message) === index,
  );
}

/** The exceptions named before the first call, on the head's line and below it. */
function openLevels(
  lines: readonly BlockLine[],
  at: number,
  { heads, first }: { heads: readonly Head[]; first: number },
): Level[] {
  const firstEnd = endOfHead(lines, at);
  const levels = heads.map((head, index): Level => {
    const isLast = index === heads.length - 1;
    return { error: errorOver(lines, { at, next: isLast ? firstEnd : at + 1 }, head), calls: [] };
  });
  for (let next = firstEnd; next < first;) {
    const behind = endOfHead(lines, next);
    levels.push(
      levelAt(lines, { at: next, next: behind }, (lines[next]?.text ?? "").trimStart().slice(5)),
    );
    next = behind;
  }
  return levels;
}

function levelAt(
  lines: readonly BlockLine[],
  span: { at: number; next: number },
  text: string,
): Level {
  const body = text.replace(/^\(Inner Exception #\d{1,4}\) /, "").replace(/<---$/, "");
  const head = readHeads(body)?.[0] ?? { type: null, message: body };
  return { error: errorOver(lines, span, head), calls: [] };
}

/** Index of the next call or inner exception below a head. */
function endOfHead(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next < lines.length && next - at <= messageReach) {
    const text = lines[next]?.text ?? "";
    if (text.trimStart().startsWith("---> ") || readCall(text) !== null || isSeparator(text))
      return next;
    next += 1;
  }
  return Math.min(next, at + 1);
}

function isSeparator(text: string): boolean {
  const body = text.trim();
  return body.startsWith("--- ") && body.endsWith(" ---");
}

/** The end of an inner exception is indented like the calls; in English it also says so. */
function isEndOfInner(text: string): boolean {
  if (!isSeparator(text)) return false;
  return (
    text.includes("End of inner exception") ||
    (indentOf(text) > 0 && !text.includes("End of stack trace"))
  );
}

/** Notes between calls, and blank lines where every line end was doubled. */
function isAmongCalls(text: string, below: string): boolean {
  const body = text.trim();
  if (
    isSeparator(text) ||
    /^(?:Server stack trace:|Exception rethrown at \[\d{1,3}\]:|<---)$/.test(body)
  )
    return true;
  return body === "" && (readCall(below) !== null || below.trimStart().startsWith("---> "));
}

/** A stack whose line ends were lost: `System.IOException: gone at A.B.C(String a) at ...`. */
function readFlat(lines: readonly BlockLine[], at: number, text: string) {
  const line = lines[at];
  const head = readDotnetHead(text);
  const cut =
    head?.message.search(/ at (?=[\w.<>`$]{3,200}\.[\w.<>`$]{1,100}\([\w.`[\]&*<>, ]{0,300}\))/) ??
    -1;
  if (head === null || line === undefined || cut < 0) return null;
  const calls = head.message
    .slice(cut)
    .split(/ (?=at [\w.<>`$]{3,200}\()/)
    .flatMap((call) => readCall(call) ?? []);
  const [told = ""] = head.message.slice(0, cut).split(innerMark, 1);
  const error = errorOver(lines, { at, next: at + 1 }, { type: head.type, message: told });
  const kind = calls.length > 1 ? "tb" : lineKind(line);
  return readingOver(
    lines,
    { at, next: at + 1 },
    { error, language: "csharp", kind, frames: calls.toReversed() },
  );
}
