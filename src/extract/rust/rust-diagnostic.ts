import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings, LineSpan } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { readLinkerErrors } from "../native/linker-error.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";
import { rustPanic } from "./rust-panic.ts";

/**
 * Errors of rustc with their excerpts: `error[E0425]: message`, ` --> src/main.rs:1:2`, source, notes.
 * Warnings have the same shape and are none. https://doc.rust-lang.org/error_codes/
 */
export const rustDiagnostic: Family = {
  name: "rust diagnostic",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("error")) return null;
    const text = line.text.trim();
    const head = readHead(text);
    if (head === null)
      return readOld(lines, at, text) ?? (isVerbatim(line) ? null : readSpan(lines, at));
    if (line.container === "title") return readTitle(lines, at, head);
    const isLinking = head.message.startsWith("linking with `");
    const body = endOfExcerpt(lines, at);
    if (head.message.startsWith(internal)) return readInternal(lines, { at, next: body }, head);
    if (head.type === "error" && !isLinking && !isPointed(lines, at)) return null;
    const next = behindSummary(lines, body);
    const causes = isLinking ? readLinkerErrors(lines, { at: at + 1, next: body }) : [];
    const fullMessage = wholeMessage(lines, at, head.message);
    const kind = isLinking ? "linker" : "compiler";
    const findings: Findings = { ...head, fullMessage, kind, language: "rust", causes };
    return spanReading(lines, { at, next }, findings);
  },
};

const internal = "internal compiler error: ";

/** The compiler panics where it finds a bug of its own: the stack of the panic is the error's. */
function readInternal(lines: readonly BlockLine[], span: LineSpan, head: Head): Reading {
  const panicAt = endOfBlank(lines, span.next);
  const panic = rustPanic.read(lines, panicAt);
  const firstLine = lines[span.at]?.line ?? 1;
  // The panic's own words say more than that there was one.
  if (panic?.draft && /unexpected (?:panic|failure)$/.test(head.message))
    return { draft: { ...panic.draft, firstLine }, next: panic.next };
  const frames = panic?.draft?.frames ?? [];
  const findings: Findings = {
    type: "internal compiler error",
    message: head.message.slice(internal.length),
    kind: frames.length > 0 ? "panic" : "compiler",
    language: "rust",
    frames,
  };
  const end = panic === null ? span.next : panic.next;
  return spanReading(lines, { at: span.at, next: behindSummary(lines, end) }, findings);
}

function endOfBlank(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at - from < 3 && lines[at]?.text.trim() === "") at += 1;
  return at;
}

/** A title quotes the first line; an error without a code is too plain to be known there. */
function readTitle(lines: readonly BlockLine[], at: number, head: Head): Reading | null {
  if (head.type === "error" && !head.message.startsWith(internal)) return null;
  return singleLineReading(lines, at, { ...head, kind: "inline", language: "rust" });
}

interface Head {
  type: string;
  message: string;
}

/** `error[E0425]: message`; the short format puts the place in front. */
function readHead(text: string): Head | null {
  const body = text.startsWith("error")
    ? text
    : text.replace(/^\S{1,300}\.rs:\d{1,7}:\d{1,5}: (?=error)/, "");
  const found = /^error(?:\[([EM]?\d{4}|[a-z_:]{3,60})\])?: (?=\S)/.exec(body);
  return found === null
    ? null
    : { type: found[1] ?? "error", message: body.slice(found[0].length) };
}

/** An error without a code is rustc's when its next line points into a file. */
function isPointed(lines: readonly BlockLine[], at: number): boolean {
  const below = lines.slice(at + 1, at + 4).find(({ text }) => isExcerpt(text.trim()));
  return below !== undefined && /^(?:-->|┌─|╭─|\|$|= note: )/.test(below.text.trim());
}

/** Lines of a message in front of the excerpt: types and values are listed there. */
function wholeMessage(lines: readonly BlockLine[], at: number, message: string): string {
  const below = lines.slice(at + 1, at + 12);
  const arrow = below.findIndex(({ text }) => text.trimStart().startsWith("--> "));
  const parts = below.slice(0, Math.max(arrow, 0)).map(({ text }) => text.trim());
  return [message, ...parts].join("\n").trim().slice(0, limits.fullMessage);
}

/** Lines that one diagnostic may have; those of linkers hold their whole command. */
const longest = 400;

function endOfExcerpt(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  for (let below = at + 1; below < lines.length && below - at < longest; below += 1) {
    const text = lines[below]?.text ?? "";
    if (text.trim() === "") continue;
    if (below - next > 2 || (!isExcerpt(text.trim()) && !/^ {6,}\S/.test(text))) break;
    next = below + 1;
  }
  return next;
}

/** The arrow, the source with its numbers and marks, notes and helps. */
function isExcerpt(text: string): boolean {
  return (
    /^(?:-->|:::|==>|┌─|╭─|│|╰|[·|=+~^])/.test(text) ||
    /^(?:\d{1,7}|LL) {1,6}[|│+~-]/.test(text) ||
    text === "..." ||
    text.startsWith("note: ") ||
    text.startsWith("help: ") ||
    text.startsWith("For more information about this error, try")
  );
}

/** What the compiler and cargo say at the end because of the errors above. */
function behindSummary(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - next < 4; at += 1) {
    const text = (lines[at]?.text ?? "").trim();
    if (isRustSummary(text)) next = at + 1;
    else if (text !== "") break;
  }
  return next;
}

/** True for what rustc and cargo print because of errors that stand above. */
export function isRustSummary(text: string): boolean {
  return /^(?:error: aborting due to |error: could not compile `|error: could not document `|error: build failed|error: \d+ errors? emitted|Couldn't compile the test\.|For more information about (?:this|an) error, try|Some errors have detailed explanations|Some errors occurred: E|To learn more, run the command again|warning: build failed, waiting|warning: `\S{1,100}` \([^)]{1,60}\) generated \d+ warning)/.test(
    text,
  );
}

/** `src/main.rs:3:5: 3:6 error: unresolved name [E0425]`, as printed until Rust 1.11. */
function readOld(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const place = oldPlace.exec(text);
  if (place === null) return null;
  const told = text.slice(place[0].length);
  const code = / \[(E\d{4})\]$/.exec(told);
  const message = code === null ? told : told.slice(0, code.index);
  const type = code?.[1] ?? "error";
  const findings: Findings = { type, message, kind: "compiler", language: "rust" };
  const file = text.slice(0, text.search(/:\d/) + 1);
  let next = at + 1;
  while (next - at < 12 && isOldExcerpt(lines[next]?.text ?? "", file)) next += 1;
  return spanReading(lines, { at, next: behindSummary(lines, next) }, findings);
}

/** The playground had no file: `<anon>`. */
const oldPlace =
  /^(?:\S{1,300}\.r[sc]|<[\w ]{1,40}>):\d{1,7}:\d{1,5}: \d{1,7}:\d{1,5} (?:fatal )?error: (?=\S)/;

function isOldExcerpt(text: string, file: string): boolean {
  if (/^\s+\^?~*$/.test(text) && text.trim() !== "") return true;
  return text.startsWith(file) && !text.includes(" error: ") && !text.includes(" warning: ");
}

/** A diagnostic that a sentence quotes in a code span; without a code it is too plain to be known. */
function readSpan(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  const head = line && readQuotedSpan(line, readHead);
  if (!head || head.type === "error") return null;
  return singleLineReading(lines, at, { ...head, kind: "inline", language: "rust" });
}
