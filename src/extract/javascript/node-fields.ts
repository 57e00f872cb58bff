import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import { findTyped } from "../reading/find-typed.ts";
import { limits } from "../limits.ts";

/** Lines of fields that are read: a client's error may print its whole request. */
const mostLines = 400;

/**
 * Reads the fields that Node prints in braces behind an error's last call, for the errors among
 * them (`[cause]`, `[errors]`); `indent` is that of the error's first line
 * (https://nodejs.org/api/util.html#utilinspectobject-options). `next` is the first line behind.
 */
export function readNodeFields(
  lines: readonly BlockLine[],
  from: number,
  indent: number,
): { causes: ReportedError[]; next: number } {
  const causes: ReportedError[] = [];
  let next = from;
  for (let at = from; at < lines.length && at - from < mostLines; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const text = line.text.trim();
    if (text === "") continue;
    const isOutside = indentOf(line.text) <= indent;
    if (isOutside && /^\}\)?[,;]?$/.test(text)) return { causes, next: at + 1 };
    if (isOutside) break;
    const cause = readFieldError(text);
    if (cause !== null && causes.length < limits.causes)
      causes.push({ ...cause, fullMessage: cause.message, line: line.line });
    next = at + 1;
  }
  return { causes, next };
}

/** Lines of fields that an older Node prints. */
const mostOldLines = 40;

/**
 * Before version 12, Node printed an error with fields as `{ Error: x`, its calls, and the fields up
 * to a closing brace: index behind them, `from` itself where none follow.
 */
export function readOldFields(lines: readonly BlockLine[], from: number, head: string): number {
  if (!head.trimStart().startsWith("{ ")) return from;
  for (let at = from; at < lines.length && at - from < mostOldLines; at += 1) {
    const text = lines[at]?.text ?? "";
    if (!/^\s/.test(text)) return from;
    if (text.endsWith("}")) return at + 1;
  }
  return from;
}

/** `[cause]: TypeError: x`, `[cause]: [TypeError: x]`, and an item of `[errors]`. */
function readFieldError(text: string): { type: string; message: string } | null {
  const value = text.replace(/^\[?cause\]?: /, "");
  const isBracketed = value.startsWith("[") && value.endsWith("]");
  const found = findTyped(isBracketed ? value.slice(1, -1) : value);
  return found === null || found.column > 0 ? null : { type: found.type, message: found.message };
}
