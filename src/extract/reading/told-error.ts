import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Head } from "./call-stack.ts";
import type { LineSpan } from "./draft.ts";
import { spanReading } from "./draft.ts";
import type { ReportKind, ReportedError } from "../error-report.ts";
import type { Draft, Reading } from "../family.ts";
import { limits } from "../limits.ts";

/** The error whose first line is `at`, its message going on up to `next`; the head's indentation is taken off. */
export function errorOver(
  lines: readonly BlockLine[],
  { at, next }: LineSpan,
  { type, message }: Head,
): ReportedError {
  const indent = indentOf(lines[at]?.text ?? "");
  const below = lines.slice(at + 1, Math.min(next, at + limits.messageLines));
  const texts = below.map(({ text }) => text.slice(Math.min(indent, indentOf(text))).trimEnd());
  const parts = [message, ...withoutExcerpts(texts)];
  const fullMessage = parts.join("\n").trim().slice(0, limits.fullMessage);
  const [first = ""] = fullMessage.split("\n", 1);
  return { type, message: first.trim(), fullMessage, line: lines[at]?.line ?? 1 };
}

/** Source that a runtime quotes with carets below it is no part of a message; a statement's in SQL is. */
function withoutExcerpts(texts: readonly string[]): string[] {
  const isCaret = texts.map(
    (text, index) =>
      /^\s*(?:\|\s*)?[\^~]+\s*$/.test(text) && texts[index - 1]?.startsWith("LINE ") !== true,
  );
  return texts.filter((_, index) => isCaret[index] !== true && isCaret[index + 1] !== true);
}

/** What a family knows of a report besides the lines it spans. */
export interface ToldReport
  extends Pick<Draft, "language" | "kind">, Partial<Pick<Draft, "frames" | "causes" | "isAside">> {
  error: ReportedError;
}

/** The report that the lines of a span hold, blank ones at its end left out. */
export function readingOver(
  lines: readonly BlockLine[],
  span: LineSpan,
  { error, frames = [], causes = [], ...others }: ToldReport,
): Reading {
  return spanReading(lines, span, {
    ...error,
    ...others,
    frames: frames.slice(0, limits.frames),
    causes: causes.slice(0, limits.causes),
  });
}

/** The kind of an error without a stack, by where its line stands. */
export function lineKind({ container, stamp }: BlockLine): ReportKind {
  if (container === "title" || container === "heading") return "inline";
  return stamp === null ? "line" : "log";
}
