import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import type { Draft, Family } from "../family.ts";
import { java } from "./java.ts";
import { readJavaTyped } from "./java-typed.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed builds of Gradle: below `* What went wrong:` a sentence that names the task, and behind `>`
 * what led to it, each level indented further. The first that says more than which task failed is
 * the report, the others are its causes
 * (https://github.com/gradle/gradle, BuildExceptionReporter.java).
 */
export const gradle: Family = {
  name: "gradle",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    const heading = headingAt(lines, at, text);
    if (heading === null) return null;
    const { entries, next } = readEntries(lines, heading);
    const told = entries.filter(({ message }) => !isWrapper(message));
    const [report, ...causes] = told.length > 0 ? told : entries.slice(-1);
    if (report === undefined) return null;
    const stack = readException(lines, next);
    const isAside = isLastWord(report.message);
    const build = {
      error: report,
      language: "java",
      kind: "build",
      causes,
      ...(isAside && { isAside }),
    } as const;
    if (stack === null) return readingOver(lines, { at, next }, build);
    return readingOver(
      lines,
      { at, next: stack.next },
      { ...build, ...merged(build, stack.draft) },
    );
  },
};

const mark = "* What went wrong:";

/** Index of the line below which the failure is told. */
function headingAt(lines: readonly BlockLine[], at: number, text: string): number | null {
  if (text.startsWith(mark)) return at;
  // Without its heading; outside fences Markdown takes the marks of the next lines away.
  if (text.replace(/^Error: ?/, "").startsWith("Execution failed for task '"))
    return (lines[at + 1]?.text ?? "").trim() === "" ? null : at - 1;
  if (!text.startsWith("FAILURE: Build ")) return null;
  const below = lines
    .slice(at, at + 12)
    .findIndex((line) => line.text.trimStart().startsWith(mark));
  return below < 0 ? null : at + below;
}

/** The sentence below the heading and those behind `>`, each with the lines it goes on for. */
function readEntries(
  lines: readonly BlockLine[],
  heading: number,
): { entries: ReportedError[]; next: number } {
  const starts: number[] = [];
  let next = heading + 1;
  for (; next < lines.length && next - heading <= limits.messageLines; next += 1) {
    const text = lines[next]?.text ?? "";
    if (
      /^\s*\* (?:Try|Exception is|Get more help|Where)\b/.test(text) ||
      text.startsWith("BUILD FAILED")
    )
      break;
    if (text.trim() === "" && endsSection(lines, next + 1)) break;
    // Outside fences Markdown takes the mark for a quote's.
    const isNew =
      starts.length === 0 ||
      text.trimStart().startsWith("> ") ||
      isWrapper(lines[next - 1]?.text.trim() ?? "");
    if (isNew && text.trim() !== "") starts.push(next);
  }
  const entries = starts.map((start, index) =>
    entryOver(lines, { at: start, next: starts[index + 1] ?? next }),
  );
  return { entries, next };
}

/** A blank line ends the section unless a further level, or the message's own lines, follow it. */
function endsSection(lines: readonly BlockLine[], from: number): boolean {
  const text = lines[from]?.text ?? "";
  return !(text.trimStart().startsWith("> ") || indentOf(text) > 2);
}

function entryOver(lines: readonly BlockLine[], span: { at: number; next: number }): ReportedError {
  const text = (lines[span.at]?.text ?? "").trim().replace(/^> /, "");
  return errorOver(lines, span, readJavaTyped(text) ?? { type: null, message: text });
}

/** Sentences that only say which part of the build failed. */
function isWrapper(message: string): boolean {
  return /^(?:> |Error: ?)?(?:Execution failed for task '|A problem occurred (?:evaluating|configuring) |A failure occurred while executing |Multiple (?:task action|build) failures|Could not determine the dependencies of |Could not resolve all (?:files|artifacts|dependencies|task dependencies) |Could not create task '|There was a failure while |Failed to notify )/.test(
    message,
  );
}

/** What Gradle says when a compiler or a test has said above what is wrong. */
function isLastWord(message: string): boolean {
  return /^(?:Compilation (?:error|failed)|There were failing tests|Process 'command .{1,300}' finished with non-zero exit value)/.test(
    message,
  );
}

/** With `--stacktrace` the exception follows behind the advice. */
function readException(
  lines: readonly BlockLine[],
  from: number,
): { draft: Draft; next: number } | null {
  for (let at = from; at < lines.length && at - from < 20; at += 1) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (text.startsWith("BUILD FAILED") || text.startsWith(mark)) return null;
    if (!text.startsWith("* Exception is:")) continue;
    const { draft, next } = java.read(lines, at + 1) ?? { draft: null, next: at };
    return draft === null ? null : { draft, next };
  }
  return null;
}

/** The stack adds types to what was told, and causes that were not; its calls are Gradle's own. */
function merged(
  { error, causes }: { error: ReportedError; causes: readonly ReportedError[] },
  draft: Draft,
): { error: ReportedError; causes: ReportedError[] } {
  const chain: readonly ReportedError[] = [draft, ...draft.causes];
  const typeOf = ({ type, message }: ReportedError): string | null =>
    type ?? chain.find((one) => one.message === message)?.type ?? null;
  const known = new Set([error, ...causes].map(({ message }) => message));
  const others = chain.filter(({ message }) => !known.has(message) && !isWrapper(message));
  const typed = causes.map((cause) => ({ ...cause, type: typeOf(cause) }));
  const untold = others.map(({ type, message, fullMessage, line }) => ({
    type,
    message,
    fullMessage,
    line,
  }));
  return { error: { ...error, type: typeOf(error) }, causes: [...typed, ...untold] };
}
