import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Errors of CMake: `CMake Error at CMakeLists.txt:12 (find_package):`, the message set in below it and
 * broken at 77 columns, the call stack. Its warnings are none.
 * https://github.com/Kitware/CMake/blob/master/Source/cmMessenger.cxx
 */
export const cmake: Family = {
  name: "cmake",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("CMake Error")) return null;
    const head = readHead(line.text.trim());
    if (head === null) return null;
    if (line.container === "title") {
      const { message } = head;
      if (message === "") return { draft: null, next: at + 1 };
      return singleLineReading(lines, at, { ...error, message, kind: "inline" });
    }
    return readWhole(lines, at, head);
  },
};

const error = { type: "CMake Error", language: "other" } as const;

interface Head {
  /** What stands on the same line behind the colon. */
  message: string;
  frame: Frame | null;
}

/** Reads `CMake Error at a.cmake:12 (message):`, `CMake Error in CMakeLists.txt:`, `CMake Error: message`. */
function readHead(text: string): Head | null {
  const start = /^CMake (?:Internal )?Error(?: \(dev\))?(?: at | in |: ?)/.exec(text)?.[0];
  if (start === undefined) return null;
  const rest = text.slice(start.length);
  if (!start.endsWith(" at ") && !start.endsWith(" in "))
    return { message: rest.trim(), frame: null };
  const call = readCall(rest);
  if (call !== null) return { message: call.behind, frame: call.frame };
  return start.endsWith(" in ") && rest.endsWith(":") ? { message: "", frame: null } : null;
}

/** Reads `cmake/a.cmake:12 (include)`, and what stands behind its colon. */
function readCall(text: string): { frame: Frame; behind: string } | null {
  const found = /:(\d{1,7})(?: \((\w{1,80})\))?(?::|$)/.exec(text.slice(0, 400));
  if (found === null || found.index === 0) return null;
  const file = text.slice(0, found.index).trim();
  const frame = {
    file,
    line: Number(found[1]),
    function: found[2] ?? null,
    inLibrary: /(?:^|[/\\])share[/\\]cmake(?:-\d[\d.]*)?[/\\]/.test(file),
    package: null,
  };
  return { frame, behind: text.slice(found.index + found[0].length).trim() };
}

/** Index of the first line behind the message and the call stack below the head at `at`. */
export function endOfCmakeMessage(lines: readonly BlockLine[], at: number): number {
  return readStack(lines, readMessage(lines, at, "").next).next;
}

function readWhole(lines: readonly BlockLine[], at: number, head: Head): Reading {
  const body = readMessage(lines, at, head.message);
  const stack = readStack(lines, body.next);
  const [message = ""] = body.fullMessage.split("\n", 1);
  const frames = [...stack.frames.toReversed(), ...(head.frame === null ? [] : [head.frame])];
  const findings: Findings = { ...error, ...body, message, kind: "build", frames };
  return spanReading(lines, { at, next: behindSummary(lines, stack.next) }, findings);
}

/** Lines that a message may have. */
const longest = 80;

/** Paragraphs are joined from their lines; what is set in deeper stands on lines of its own. */
function readMessage(
  lines: readonly BlockLine[],
  at: number,
  told: string,
): { fullMessage: string; line: number; next: number } {
  const below = lines[told === "" ? at + 1 : at]?.text ?? "";
  const indent = indentOf(below);
  const parts: string[] = [told];
  let next = at + 1;
  for (; next < lines.length && next - at < longest && goesOn(lines, next, indent); next += 1) {
    const text = (lines[next]?.text ?? "").slice(indent);
    const last = parts[parts.length - 1] ?? "";
    // Only what a script reported is broken at a width.
    const isWrapped = told === "" && last !== "" && !/^\s/.test(last) && !/^\s|^$/.test(text);
    if (isWrapped) parts[parts.length - 1] = `${last} ${text}`;
    else parts.push(text);
  }
  const fullMessage = parts.join("\n").trim().slice(0, limits.fullMessage);
  const line = lines[told === "" && next > at + 1 ? at + 1 : at]?.line ?? 1;
  return { fullMessage, line, next };
}

/** Two blank lines end a message, and so does CMake's next word at the head's own indentation. */
function goesOn(lines: readonly BlockLine[], next: number, indent: number): boolean {
  const text = lines[next]?.text ?? "";
  if (text.trim() === "") {
    const below = lines[next + 1]?.text ?? "";
    return indent > 0 && below.trim() !== "" && indentOf(below) >= indent;
  }
  if (indentOf(text) < indent) return false;
  return !/^(?:Call Stack \(|CMake (?:Error|Warning|Deprecation|Debug|Internal)|-- |See also |Configuring |make|ninja: |\$ )/.test(
    text.trimStart(),
  );
}

function readStack(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  if (!lines[from]?.text.trim().startsWith("Call Stack (most recent call first):"))
    return { frames, next: from };
  let next = from + 1;
  for (; next < lines.length && frames.length < limits.frames; next += 1) {
    const text = (lines[next]?.text ?? "").trim();
    const call = text.endsWith(")") ? readCall(text) : null;
    if (call === null) break;
    frames.push(call.frame);
  }
  return { frames, next };
}

/** `-- Configuring incomplete, errors occurred!` and the logs that it names. */
function behindSummary(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - next < 4; at += 1) {
    const text = (lines[at]?.text ?? "").trim();
    if (/^(?:-- )?Configuring incomplete, errors occurred|^See also "/.test(text)) next = at + 1;
    else if (text !== "") break;
  }
  return next;
}
