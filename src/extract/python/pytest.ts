import type { BlockLine } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Draft, Family } from "../family.ts";
import { ownerOf } from "../reading/frame-package.ts";
import { limits } from "../limits.ts";
import { isChainMarker } from "../reading/message-end.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/** Failures as pytest prints them: a section with `E   ` lines, and the short summary's `FAILED ... - Type: message`. */
export const pytest: Family = {
  name: "pytest",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    const summary = readSummary(lines[at]);
    if (summary !== null)
      return { draft: draftOf([summary], lines, { at, next: at + 1 }), next: at + 1 };
    if (!isSectionHead(text) && !isErrorMark(text)) return null;
    const section = readSection(lines, at);
    if (section.errors.length === 0)
      return isSectionHead(text) ? { draft: null, next: at + 1 } : null;
    return {
      draft: draftOf(section.errors, lines, { at, next: section.next, frames: section.frames }),
      next: section.next,
    };
  },
};

/** Reads `FAILED tests/test_x.py::test_y - TypeError: message`. */
function readSummary(line: BlockLine | undefined): ReportedError | null {
  const text = line?.text ?? "";
  if (line === undefined || !(text.startsWith("FAILED ") || text.startsWith("ERROR "))) return null;
  if (!/^[A-Z]{5,6} \S{1,400}\.py/.test(text)) return null;
  const typed = readTypedMessage(text.slice(text.indexOf(" - ") + 3).trim());
  if (!text.includes(" - ") || typed === null || !isErrorType(typed.type)) return null;
  return { ...typed, fullMessage: typed.message, line: line.line };
}

function isSectionHead(text: string): boolean {
  return text.startsWith("___") && text.endsWith("__") && /^_{3,} \S/.test(text);
}

function isErrorMark(text: string): boolean {
  return text.startsWith("E  ") && text.trim() !== "E";
}

interface Section {
  errors: ReportedError[];
  frames: Frame[];
  next: number;
}

/** A section ends at the next one's head, at a rule, and behind the place that closes its last error. */
function readSection(lines: readonly BlockLine[], at: number): Section {
  const section: Section = { errors: [], frames: [], next: at + 1 };
  let isChained = true;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next];
    const text = line?.text ?? "";
    if (line === undefined || (next > at && isSectionHead(text)) || /^={3,}/.test(text)) break;
    if (text.includes("Traceback (most recent call last)") && !text.startsWith("E")) break;
    if (isChainMarker(text)) isChained = true;
    const frame = readFrame(text);
    if (frame !== null && section.frames.length < limits.frames) section.frames.push(frame);
    if (isErrorMark(text)) {
      if (!isChained) break;
      isChained = false;
      const group = readGroup(lines, next);
      section.errors.push(group.error);
      next = group.next - 1;
      section.next = group.next;
    } else if (frame !== null && section.errors.length > 0) section.next = next + 1;
    else if (next - section.next > 400) break;
  }
  return section;
}

function readGroup(
  lines: readonly BlockLine[],
  at: number,
): { error: ReportedError; next: number } {
  let next = at;
  const texts: string[] = [];
  while (next < lines.length && /^E(?: {2,}|$)/.test(lines[next]?.text ?? "")) {
    if (texts.length < limits.messageLines) texts.push((lines[next]?.text ?? "").slice(1));
    next += 1;
  }
  const [first = "", ...others] = texts;
  const typed = readTypedMessage(first.trim());
  const isTyped = typed !== null && (isErrorType(typed.type) || typed.type.includes("."));
  const type = isTyped ? typed.type : /^\s*assert\b/.test(first) ? "AssertionError" : null;
  const message = isTyped ? typed.message : first.trim();
  const fullMessage = [message, ...others.map((text) => text.trim())].join("\n").trim();
  return {
    error: {
      type,
      message,
      fullMessage: fullMessage.slice(0, limits.fullMessage),
      line: lines[at]?.line ?? 1,
    },
    next,
  };
}

/** Reads `src/x.py:12: TypeError`, `src/x.py:12: in main` and `src/x.py:12: `. */
function readFrame(text: string): Frame | null {
  const found = /^([^\s:][^:]{0,400}\.py):(\d{1,7}):(?: in ([\w.<>]+)| [A-Z]\w*)?$/.exec(
    text.slice(0, 600).trimEnd(),
  );
  if (found === null) return null;
  const file = found[1] ?? "";
  return { file, line: Number(found[2]), function: found[3] ?? null, ...ownerOf(file) };
}

function draftOf(
  errors: readonly ReportedError[],
  lines: readonly BlockLine[],
  span: { at: number; next: number; frames?: Frame[] },
): Draft | null {
  const final = errors[errors.length - 1];
  if (final === undefined) return null;
  return {
    ...final,
    language: "python",
    kind: "pytest",
    frames: span.frames ?? [],
    causes: errors.slice(0, -1).toReversed(),
    firstLine: lines[span.at]?.line ?? 1,
    lastLine: lines[span.next - 1]?.line ?? 1,
  };
}
