import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { codeSpans } from "../text/code-spans.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import type { PhpHead } from "./php-head.ts";
import { isExpected, readPhpHead } from "./php-head.ts";
import { phpCall, splitPhpPlace } from "./php-place.ts";
import { readPhpStack, splitStack } from "./php-stack.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";

/**
 * Fatal errors and uncaught exceptions of PHP, as the interpreter prints and logs them, bare or in
 * HTML; of a chain the last exception is the report
 * (https://github.com/php/php-src/blob/master/Zend/zend_exceptions.c, main/main.c).
 */
export const php: Family = {
  name: "php",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text ?? "";
    if (line !== undefined && text.startsWith("--")) return readTestSection(lines, at);
    if (line === undefined || !mayBegin(text)) return null;
    if (isExpected(text)) return { draft: null, next: at + 1 };
    if (/\b(?:Fatal|Parse) error:\s*$/.test(plain(text))) return readBelowLabel(lines, at);
    const head = readPhpHead(plain(text)) ?? (isVerbatim(line) ? null : quotedHead(text));
    if (head === null) return null;
    const thrown = readThrown(lines, at, head);
    return thrown && readChain(lines, at, thrown);
  },
};

/** The title of a test of PHP itself and the output it expects are no errors (https://qa.php.net/phpt_details.php). */
function readTestSection(lines: readonly BlockLine[], at: number): Reading | null {
  if (!/^--(?:TEST|DESCRIPTION|EXPECT(?:F|REGEX)?)--$/.test(lines[at]?.text ?? "")) return null;
  let next = at + 1;
  while (next < lines.length && !/^--[A-Z_]{1,40}--$/.test(lines[next]?.text ?? "")) next += 1;
  return { draft: null, next };
}

function mayBegin(text: string): boolean {
  return text.includes("rror") || text.includes("xception") || text.includes(" (line ");
}

function quotedHead(text: string): PhpHead | null {
  if (!text.includes("`")) return null;
  return (
    codeSpans(text)
      .map(readPhpHead)
      .find((head) => head !== null) ?? null
  );
}

/** The interpreter's own markup, which stays in a fence: `<b>Fatal error</b>:  ... <br />`. */
function plain(text: string): string {
  return text.includes("<") ? text.replace(/<\/?(?:b|br|strong|p)(?: ?\/)?>/g, "") : text;
}

/** A page that was copied may have the label on a line of its own. */
function readBelowLabel(lines: readonly BlockLine[], at: number): Reading | null {
  const told = plain(lines[at + 1]?.text ?? "").trim();
  const head = told.startsWith("Uncaught ") ? readPhpHead(`PHP Fatal error: ${told}`) : null;
  const thrown = head && readThrown(lines, at + 1, head);
  return thrown && readChain(lines, at, thrown);
}

/** One exception: its error, its calls, innermost first, and the line behind them. */
interface Thrown {
  error: ReportedError;
  frames: Frame[];
  next: number;
}

/** Lines that a message may go on for. */
const messageReach = 20;

function readThrown(lines: readonly BlockLine[], at: number, head: PhpHead): Thrown | null {
  const end = endOfMessage(lines, at, head);
  if (end === null) return null;
  const texts = lines.slice(at + 1, end).map(({ text }) => plain(text).trimEnd());
  const { told, frames } = splitStack([head.told, ...texts].join("\n"));
  const placed = splitPhpPlace(told);
  const words = (placed?.text ?? told).replace(head.isQuoted ? /'$/ : /$/, "");
  const error = errorOver(
    lines.slice(at, at + 1),
    { at: 0, next: 1 },
    { type: head.type, message: "" },
  );
  const fullMessage = words.trim().slice(0, limits.fullMessage);
  const stack = readPhpStack(lines, end);
  const place =
    placed === null ? [] : [{ ...phpCall(placed.file, placed.line, ""), function: null }];
  return {
    error: { ...error, message: (fullMessage.split("\n", 1)[0] ?? "").trim(), fullMessage },
    frames: [...place, ...frames, ...stack.frames],
    next: stack.next,
  };
}

/** Index behind the message: it ends where the place stands; `null` when a bare exception has no stack. */
function endOfMessage(lines: readonly BlockLine[], at: number, head: PhpHead): number | null {
  if (/ Stack trace: ?#0 /i.test(head.told)) return at + 1;
  const hasPlace = splitPhpPlace(head.told) !== null;
  if (hasPlace && head.isPrinted) return at + 1;
  for (let next = at + 1; next <= at + messageReach && next < lines.length; next += 1) {
    const text = plain(lines[next]?.text ?? "");
    if (/^(?:PHP )?Stack trace:$|^#0 /i.test(text.trim())) return next;
    if (hasPlace || readPhpHead(text) !== null) break;
    if (head.isPrinted && splitPhpPlace(text) !== null) return next + 1;
  }
  return head.isPrinted ? at + 1 : null;
}

/** `Next Outer: message in /a.php:3` follows an exception that led to it; `thrown in` closes the last. */
function readChain(lines: readonly BlockLine[], at: number, first: Thrown): Reading {
  const chain = [first];
  let { next } = first;
  while (chain.length < limits.causes) {
    const below = lines[next]?.text.trim() === "" ? next + 1 : next;
    const text = plain(lines[below]?.text ?? "").trim();
    const head = text.startsWith("Next ") ? readPhpHead(text.slice("Next ".length)) : null;
    const thrown = head && readThrown(lines, below, head);
    if (thrown === null) break;
    chain.push(thrown);
    ({ next } = thrown);
  }
  if (/^(?:PHP {1,3})?thrown in /.test(plain(lines[next]?.text ?? "").trim())) next += 1;
  const [report, ...causes] = chain.toReversed();
  if (report === undefined) return { draft: null, next };
  const line = lines[at];
  const isStack = report.frames.length > 1 || line === undefined;
  return readingOver(
    lines,
    { at, next },
    {
      error: report.error,
      language: "php",
      kind: isStack ? "tb" : lineKind(line),
      frames: report.frames.toReversed(),
      causes: causes.map(({ error }) => error),
    },
  );
}
