import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family, Reading } from "../family.ts";
import { isCode } from "../reading/find-typed.ts";
import { limits } from "../limits.ts";
import { endsMessage } from "../reading/message-end.ts";
import { behindDeath, readNativeStack } from "./native-stack.ts";

/** Exceptions that no one caught in C++, as libstdc++ and libc++abi print them. */
export const cppException: Family = {
  name: "c++ exception",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title") return null;
    if (line.text.startsWith("EXCEPTION: ")) return readCaught(lines, at, line);
    if (!line.text.includes("erminat")) return null;
    const text = line.text.trim();
    const isNotice = isVerbatim(line) || text.startsWith("terminate called ");
    if (!isNotice) return null;
    return readThrown(lines, at, text) ?? readAbi(lines, at, text);
  },
};

/** Bitcoin's own words for an exception that reached the top of a thread: its mangled type, then what it says. */
function readCaught(lines: readonly BlockLine[], at: number, line: BlockLine): Reading | null {
  const type = /^EXCEPTION: ([A-Z]\w{2,200})$/.exec(line.text.trim())?.[1];
  const message = (lines[at + 1]?.text ?? "").trim();
  if (type === undefined || message === "") return null;
  const isPlaced = / in \S.{0,100}$/.test(lines[at + 2]?.text.trim() ?? "");
  const findings: Findings = { type, message, kind: "crash", language: "c" };
  return spanReading(lines, { at, next: isPlaced ? at + 3 : at + 2 }, findings);
}

const thrownMark = "terminate called after throwing an instance of '";

/** `terminate called after throwing an instance of 'X'`, with `what():` below it. */
function readThrown(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const start = isCode(text) ? -1 : text.indexOf(thrownMark);
  const end = text.indexOf("'", start + thrownMark.length);
  if (start < 0 || end < 0) {
    const isBare = /^terminate called (?:without an active exception|recursively)$/.test(text);
    return isBare ? single(lines, at, { type: null, message: text }) : null;
  }
  const type = text.slice(start + thrownMark.length, end).slice(0, 300);
  const head = whatBelow(lines, at);
  const what = head === null ? null : readWhat(lines, head);
  const stack = readNativeStack(lines, what?.next ?? at + 1);
  const fullMessage = (what?.fullMessage ?? "").slice(0, limits.fullMessage);
  const [message = ""] = fullMessage.split("\n", 1);
  const findings: Findings = { type, message, fullMessage, kind: "crash", language: "c" };
  return spanReading(lines, { at, next: stack.next }, { ...findings, frames: stack.frames });
}

function whatBelow(lines: readonly BlockLine[], at: number): number | null {
  const below = lines.slice(at + 1, at + 4);
  const index = below.findIndex((line) => line.text.trimStart().startsWith("what():"));
  return index < 0 ? null : at + 1 + index;
}

/** The message may have several lines; the stack, a blank line or another voice ends it. */
function readWhat(lines: readonly BlockLine[], at: number): { fullMessage: string; next: number } {
  const told = (lines[at]?.text ?? "").trim().slice("what():".length).trim();
  const parts = [told];
  let next = at + 1;
  while (next < lines.length && next - at < limits.messageLines && goesOn(lines, next)) {
    parts.push((lines[next]?.text ?? "").trimEnd());
    next += 1;
  }
  return { fullMessage: parts.join("\n").trim(), next };
}

function goesOn(lines: readonly BlockLine[], next: number): boolean {
  const before = lines[next - 1];
  const line = lines[next];
  if (before === undefined || line === undefined || line.text.trim() === "") return false;
  if (!isVerbatim(line) || endsMessage(before, line, false)) return false;
  return readNativeStack(lines, next).next === next && behindDeath(lines, next) === next;
}

/** `libc++abi: terminating due to uncaught exception of type std::runtime_error: message` */
function readAbi(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const found =
    /^libc\+\+abi(?:\.dylib)?: terminat(?:ing|e called)(?: due to| after)?(?: with)? (?:an )?uncaught exception of type ((?:[^\s:]|::){1,300})(?:: |$)/.exec(
      text,
    );
  if (found !== null)
    return single(lines, at, { type: found[1] ?? null, message: text.slice(found[0].length) });
  const told = /^libc\+\+abi(?:\.dylib)?: (?=terminat|Pure virtual)/.exec(text);
  return told === null
    ? null
    : single(lines, at, { type: null, message: text.slice(told[0].length) });
}

function single(
  lines: readonly BlockLine[],
  at: number,
  error: Pick<Findings, "type" | "message">,
): Reading {
  const { frames, next } = readNativeStack(lines, at + 1);
  return spanReading(lines, { at, next }, { ...error, kind: "crash", language: "c", frames });
}
