import type { BlockLine } from "../text/block.ts";
import { isCaretLine } from "../reading/code-frame.ts";

/** Lines of source, caret and blank that stand between an excerpt's first line and its error. */
const reach = 10;

/** Lines between the place that Node names and its caret. */
const sourceLines = 1;

/**
 * Node prints `file:line`, the source, a caret and a blank line above an uncaught error, Bun
 * `12 | source` and a caret: index of the first line behind them, `null` when no such excerpt begins here.
 */
export function behindExcerpt(lines: readonly BlockLine[], at: number): number | null {
  const text = lines[at]?.text ?? "";
  if (!isDigit(text, text.length - 1) && !isDigit(text, 0)) return null;
  const isPlace = /^\S.{0,600}:\d{1,7}$/.test(text);
  if (!isPlace && !/^\d{1,7} \| /.test(text)) return null;
  const below = lines.slice(at + 1, at + 1 + reach);
  const caret = below.findIndex((line) => isCaretLine(line.text));
  if (caret < 0 || (isPlace && caret !== sourceLines)) return null;
  const behind = below.findIndex((line, index) => index > caret && line.text.trim() !== "");
  return behind < 0 ? null : at + 1 + behind;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
