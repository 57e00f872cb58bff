import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { codeSpans } from "../text/code-spans.ts";
import type { Diagnostic } from "../reading/diagnostic.ts";
import { maybeDiagnostic, readDiagnostic } from "../reading/diagnostic.ts";
import { endOfDiagnostic, startOfContext } from "../reading/diagnostic-lines.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { lineReading, singleLineReading } from "../reading/line-reading.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";

/**
 * Errors of gcc, clang, MSVC, nvcc and their like with the context above, the excerpt and the notes below.
 * That linking or compiling failed is only the driver's last word.
 */
export const compiler: Family = {
  name: "compiler",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !maybeDiagnostic(line.text)) return null;
    const found = line.text.includes("`") && !isVerbatim(line) ? null : readDiagnostic(line.text);
    if (found === null) return isVerbatim(line) ? null : readQuoted(lines, at);
    if (line.container === "title")
      return singleLineReading(lines, at, { ...found, kind: "inline" });
    // A script that parses its arguments prints in the same form, and goes on below.
    if (found.kind === "line") return lineReading(lines, at, found);
    return readWhole(lines, at, found);
  },
};

function readWhole(lines: readonly BlockLine[], at: number, found: Diagnostic): Reading {
  const wrapped = joinWrapped(lines, at, found.message);
  const next = endOfDiagnostic(lines, wrapped.next - 1);
  const message = wrapped.message;
  const findings: Findings = {
    ...found,
    message,
    fullMessage: message.slice(0, limits.fullMessage),
  };
  const line = lines[at]?.line ?? 1;
  const isAside = /^(?:linker command failed|ld returned \d|ld terminated)/.test(message);
  const span = { at: startOfContext(lines, at), next };
  return spanReading(lines, span, { ...findings, line, ...(isAside && { isAside }) });
}

/** Lines that a terminal may have broken one message into. */
const mostWrapped = 4;

/** A terminal breaks a line wherever it ends: within a quoted name the next line goes on without a blank. */
function joinWrapped(
  lines: readonly BlockLine[],
  at: number,
  told: string,
): { message: string; next: number } {
  let message = told;
  let next = at + 1;
  while (
    next < lines.length &&
    next - at < mostWrapped &&
    (message === "" || isQuoteOpen(message))
  ) {
    const text = lines[next]?.text ?? "";
    if (text.trim() === "" || (message !== "" && !/['’]/.test(text)) || maybeDiagnosticLine(text))
      break;
    message = message === "" ? text.trim() : message + text;
    next += 1;
  }
  return message === told || isQuoteOpen(message)
    ? { message: told, next: at + 1 }
    : { message, next };
}

function maybeDiagnosticLine(text: string): boolean {
  return maybeDiagnostic(text) && readDiagnostic(text) !== null;
}

/** True when one more quote opens than closes; the apostrophe of a word counts for neither. */
function isQuoteOpen(message: string): boolean {
  const marks = message.slice(0, 1_000).match(/(?<!\w)'|'(?!\w)/g)?.length ?? 0;
  return marks % 2 === 1;
}

/** A diagnostic that a sentence quotes in a code span, which a wrapped line may have torn. */
function readQuoted(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line === undefined) return null;
  const found = readQuotedSpan(line, readDiagnostic);
  const isOpen = line.text.trimStart().startsWith("`");
  if (found !== null)
    return singleLineReading(lines, at, { ...found, kind: isOpen ? found.kind : "inline" });
  return isOpen && codeSpans(line.text).length === 0 ? readTorn(lines, at) : null;
}

function readTorn(lines: readonly BlockLine[], at: number): Reading | null {
  const parts = lines.slice(at, at + mostWrapped).map(({ text }) => text);
  const end = parts.findIndex((text, index) => index > 0 && text.includes("`"));
  const whole = parts
    .slice(0, end + 1)
    .join("")
    .trim();
  const found = readDiagnostic(whole.replaceAll("`", ""));
  if (end < 0 || found === null) return null;
  return spanReading(lines, { at, next: at + end + 1 }, found);
}
