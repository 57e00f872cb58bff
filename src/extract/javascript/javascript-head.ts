import type { BlockLine } from "../text/block.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Frame } from "../error-report.ts";
import { findTyped } from "../reading/find-typed.ts";
import type { TypedMessage } from "../reading/typed-message.ts";

/** Reads the line above a JavaScript stack; any sentence passes as an error without a type. */
export function readScriptHead(text: string): Head | null {
  const body = withoutBrackets(text.trim());
  // Vue tells of an error before the console prints it.
  if (body.includes("[Vue warn]: ")) return null;
  const typed = readOddType(body) ?? findTyped(body) ?? readUnlikely(body);
  if (typed !== null) return { type: typed.type, message: typed.message };
  const plain = withoutUncaught(body);
  // The overlays of Create React App and Next.js.
  const rejected = /^Unhandled (?:Runtime Error|Rejection) \((\w{1,60})\): (.*)$/.exec(plain);
  if (rejected !== null) return { type: rejected[1] ?? null, message: rejected[2] ?? "" };
  const bare = /^([A-Z]?\w{0,60}(?:Error|Exception))(?: \[[A-Z0-9_]{3,60}\])?:?$/.exec(plain);
  if (bare !== null) return { type: bare[1] ?? null, message: "" };
  return isSentence(plain) ? { type: null, message: plain } : null;
}

/**
 * Types that are no single word ending like one: React's invariants, Svelte's errors, those of
 * Clipanion (Yarn, corepack), Bun's and PostgreSQL's `error`.
 */
const oddTypes = ["Invariant Violation", "Svelte error", "Internal Error", "Usage Error", "error"];

/** Reads `Invariant Violation: x` and its like at the start of a text, or behind `Uncaught`. */
export function readOddType(text: string): TypedMessage | null {
  const plain = withoutUncaught(
    text.replace(/^\(node:\d{1,9}\) UnhandledPromiseRejectionWarning: /, ""),
  );
  const type = oddTypes.find((odd) => plain.startsWith(`${odd}: `));
  // Deno says `error: Uncaught TypeError: x`.
  if (type === undefined || (type === "error" && findTyped(plain) !== null)) return null;
  return { type, message: plain.slice(type.length + 2) };
}

/** Behind a runtime's own word even a name that says nothing of an error is one: `NoSuchBucket: x`. */
function readUnlikely(text: string): TypedMessage | null {
  const found =
    /^(?:\(node:\d{1,9}\) UnhandledPromiseRejectionWarning: |Uncaught (?:\(in promise\) )?)([A-Z]\w{2,60}): (.*)$/.exec(
      text,
    );
  return found === null ? null : { type: found[1] ?? "", message: found[2] ?? "" };
}

/** A text without the word that a console puts in front of what nobody caught. */
export function withoutUncaught(text: string): string {
  return text.replace(/^Uncaught (?:\(in promise\):? )?/, "");
}

/** `[TypeError: x]`, and Expo's `[Unhandled promise rejection: TypeError: x]`. */
function withoutBrackets(text: string): string {
  return text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
}

/** Not a stack's own heading, code, markup, or a numbered call of another language. */
function isSentence(text: string): boolean {
  return !/(?:stack|trace):?$|[{};]$|^[<>|+*#/-]|^\d+:/i.test(text);
}

/** Reads the line with which a cause begins. */
export function readScriptCause(text: string): TypedMessage | null {
  const body = text.trimStart();
  const word = causeWords.find((cause) => body.startsWith(cause));
  return word === undefined ? null : findTyped(body.slice(word.length));
}

const causeWords = ["[cause]: ", "Caused by: ", "caused by: "];

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
  if (!isWarning(text) || findTyped(text) !== null) return null;
  let next = at + 1;
  while (readFrame(lines[next]?.text ?? "") !== null) next += 1;
  return next === at + 1 ? null : next;
}

function isWarning(text: string): boolean {
  if (text.startsWith("Trace:") || text === "Trace") return true;
  if (text.startsWith("The above error occurred in ")) return true;
  return (
    text.includes("Warning: ") &&
    /(?:^|[\s(])(?!UnhandledPromiseRejection)\w{0,60}Warning: /.test(text)
  );
}
