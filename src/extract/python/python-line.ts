import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { readPythonFrame } from "./python-frame.ts";
import type { TypedMessage } from "../reading/typed-message.ts";
import { isErrorType } from "../reading/typed-message.ts";

/**
 * True for a name that ends a trace: where the layout shows that the calls are over any name does
 * but statements and levels of a log, elsewhere it must be a known kind of error.
 */
export function endsPythonTrace({ type }: TypedMessage, isBelowCalls: boolean): boolean {
  return isErrorType(type) || (isBelowCalls && !otherWords.test(type));
}

const otherWords =
  /^(?:else|try|finally|return|pass|break|continue|yield|lambda|INFO|WARNING|WARN|DEBUG|NOTE|Note|Warning)$/;

/** What reporters leave where they cut calls out: `...`, `[snip]`, `(many more)`, Python's own count of repeats. */
export function isElision(text: string): boolean {
  return /^\s*(?:[.…[(<*-]{1,8}|\[?snip\]?|<snip>)\s*(?:[\w ]{0,40}[.\])>*-]{0,8})?$/i.test(
    text.slice(0, 80),
  );
}

/** Ray's mark between the driver's calls and the worker's: `ray.exceptions.RayTaskError(ValueError): ray::f() (pid=1, ...)`. */
export function isTaskMark(text: string): boolean {
  return (
    text.includes("RayTaskError") && /^[\w.]{0,40}RayTaskError(?:\(\w{1,80}\))?: /.test(text.trim())
  );
}

/** Lines that may stand between two calls and are none. */
const longestNote = 4;

/** True when a call stands a few lines below, indented as those above. */
export function resumesBelow(lines: readonly BlockLine[], at: number, base: number): boolean {
  for (const { text } of lines.slice(at + 1, at + 1 + longestNote)) {
    if (text.includes("Traceback (most recent call last)")) return false;
    if (readPythonFrame(text) !== null) return indentOf(text) > base;
  }
  return false;
}
