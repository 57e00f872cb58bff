import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { readRustCauses } from "./rust-causes.ts";
import { readRustStack } from "./rust-stack.ts";

/**
 * What `main` returned: anyhow's and eyre's `Error: message` with `Caused by:` and a backtrace, color-eyre's
 * numbered list, or the error's own Debug form (`Error: Os { code: 2, ... }`).
 * https://docs.rs/anyhow/latest/anyhow/struct.Error.html#display-representations
 */
export const rustError: Family = {
  name: "rust error",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.trimStart().startsWith("Error:") || !isVerbatim(line))
      return null;
    const told = line.text.trim().slice("Error:".length);
    const message = told.trim();
    // `Error::Glob { ... }` is a value in a program's source.
    if (told.startsWith(":")) return null;
    if (message === "") return readNumbered(lines, at);
    if (debugForm.test(message)) {
      const findings: Findings = { type: "Error", message, kind: "line", language: "rust" };
      return spanReading(lines, { at, next: at + 1 }, findings);
    }
    const end = endOfMessage(lines, at);
    const { causes, next } = readRustCauses(lines, end);
    const isRust =
      causes.length > 0 || /^(?:Location:|Stack backtrace:)$/.test(textBehind(lines, end));
    return isRust ? withTail(lines, { at, next }, { message, causes }) : null;
  },
};

/** `Os { code: 2, ... }`, `Custom { kind: Other, error: "x" }`, `ParseIntError { kind: InvalidDigit }`, `Io(Os { ... })`. */
const debugForm =
  /^(?:[\w:]{2,120} \{ \w{1,40}: |[A-Z]\w{1,80}\((?:"|[A-Z]\w{1,80}[({ ]|\w{1,40}: ))/;

/** A message of several lines is told apart from what follows by the blank line behind it. */
function endOfMessage(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (
    next - at < 10 &&
    (lines[next]?.text ?? "").trim() !== "" &&
    lines[next]?.text.trim() !== "Caused by:"
  )
    next += 1;
  const isCaused = lines.slice(next, next + 2).some(({ text }) => text.trim() === "Caused by:");
  return isCaused ? next : at + 1;
}

function textBehind(lines: readonly BlockLine[], from: number): string {
  return (lines.slice(from, from + 2).find(({ text }) => text.trim() !== "")?.text ?? "").trim();
}

function withTail(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  found: Pick<Findings, "message" | "causes">,
): Reading {
  const located = behindLocation(lines, next);
  const isTraced = textBehind(lines, located) === "Stack backtrace:";
  const heading = lines[located]?.text.trim() === "" ? located + 1 : located;
  const stack = isTraced ? readRustStack(lines, heading + 1) : readRustStack(lines, located);
  const frames = stack.frames;
  const kind = frames.length > 0 ? "tb" : "line";
  const findings: Findings = { ...found, type: "Error", kind, language: "rust", frames };
  return spanReading(lines, { at, next: stack.next }, findings);
}

/** eyre's `Location:` with the place below it, and color-eyre's hints about backtraces. */
function behindLocation(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - from < 8; at += 1) {
    const text = (lines[at]?.text ?? "").trim();
    const isTail =
      text === "Location:" || text.startsWith("Backtrace omitted") || text.startsWith("Run with ");
    if (isTail) next = text === "Location:" ? at + 2 : at + 1;
    else if (text !== "" && at >= next) break;
  }
  return next;
}

/** color-eyre prints nothing behind `Error:` and a numbered list below it, the error itself first. */
function readNumbered(lines: readonly BlockLine[], at: number): Reading | null {
  const items: ReportedError[] = [];
  let next = at + 1;
  for (; next < lines.length && items.length < 20; next += 1) {
    const found = /^ {2,6}(\d{1,2}): (?=\S)/.exec(lines[next]?.text ?? "");
    if (found === null || Number(found[1]) !== items.length) break;
    const message = (lines[next]?.text ?? "").slice(found[0].length).trim();
    items.push({ type: null, message, fullMessage: message, line: lines[next]?.line ?? 1 });
  }
  const [first, ...causes] = items;
  if (first === undefined) return null;
  const reading = withTail(lines, { at, next }, { message: first.message, causes });
  return { ...reading, draft: reading.draft && { ...reading.draft, line: first.line } };
}
