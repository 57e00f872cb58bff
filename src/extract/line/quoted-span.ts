import type { BlockLine } from "../text/block.ts";
import { codeSpansAt } from "../text/code-spans.ts";
import { isRuledOut, isWish } from "./prose-error.ts";

/** What `read` makes of the first code span of a sentence that neither wishes for it nor rules it out. */
export function readQuotedSpan<T>(line: BlockLine, read: (text: string) => T | null): T | null {
  if (!line.text.includes("`") || isWish(line.text)) return null;
  for (const { text, column } of codeSpansAt(line.text)) {
    const found = isRuledOut(line.text, column) ? null : read(text);
    if (found !== null) return found;
  }
  return null;
}
