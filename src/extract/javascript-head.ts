import type { BlockLine } from "./block.ts";
import type { Head } from "./call-stack.ts";
import type { Frame } from "./error-report.ts";
import { findTyped } from "./find-typed.ts";
import type { TypedMessage } from "./typed-message.ts";

/** Types that are no single word ending like one: React's invariants, Bun's and PostgreSQL's errors. */
const oddTypes = ["Invariant Violation", "error"];

/** Reads the line above a JavaScript stack; any sentence passes as an error without a type. */
export function readScriptHead(text: string): Head | null {
  const body = text.trim();
  const typed = findTyped(body);
  if (typed !== null) return { type: typed.type, message: typed.message };
  const plain = body.replace(/^Uncaught (?:\(in promise\) )?/, "");
  const odd = oddTypes.find((type) => plain.startsWith(`${type}: `));
  if (odd !== undefined) return { type: odd, message: plain.slice(odd.length + 2) };
  // The overlays of Create React App and Next.js.
  const rejected = /^Unhandled (?:Runtime Error|Rejection) \((\w{1,60})\): (.*)$/.exec(plain);
  if (rejected !== null) return { type: rejected[1] ?? null, message: rejected[2] ?? "" };
  const bare = /^([A-Z]?\w{0,60}(?:Error|Exception))(?: \[[A-Z0-9_]{3,60}\])?:?$/.exec(plain);
  if (bare !== null) return { type: bare[1] ?? null, message: "" };
  return isSentence(plain) ? { type: null, message: plain } : null;
}

/** Not a stack's own heading, code, markup, or a numbered call of another language. */
function isSentence(text: string): boolean {
  return !/(?:stack|trace):?$|[{};]$|^[<>|+*#/-]|^\d+:/i.test(text);
}

/** Reads the line with which a cause begins. */
export function readScriptCause(text: string): TypedMessage | null {
  const word = /^\s*(?:\[cause\]|[Cc]aused by): /.exec(text);
  return word === null ? null : findTyped(text.slice(word[0].length));
}

/**
 * Index behind the calls below a warning, `console.trace` or React's note on where an error
 * occurred, which are no errors; `null` when none begins here.
 */
export function readWarning(
  lines: readonly BlockLine[],
  at: number,
  readFrame: (text: string) => Frame | null,
): number | null {
  const text = lines[at]?.text.trim() ?? "";
  const isWarning =
    /^(?:Trace(?::|$)|The above error occurred in )/.test(text) ||
    /(?:^|[\s(])(?!UnhandledPromiseRejection)\w{0,60}Warning: /.test(text);
  if (!isWarning || findTyped(text) !== null) return null;
  let next = at + 1;
  while (readFrame(lines[next]?.text ?? "") !== null) next += 1;
  return next === at + 1 ? null : next;
}
