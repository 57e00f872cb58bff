import type { BlockLine } from "./block.ts";

/** Lines of source, caret and blank that stand between an excerpt's place and its error. */
const reach = 8;

/**
 * Node prints `file:line`, the source, a caret and a blank line above an uncaught error: index of
 * the first line behind them, `null` when no such excerpt begins here.
 */
export function behindExcerpt(lines: readonly BlockLine[], at: number): number | null {
  if (!/^\S.{0,600}:\d{1,7}$/.test(lines[at]?.text ?? "")) return null;
  const below = lines.slice(at + 1, at + 1 + reach);
  const caret = below.findIndex(({ text }) => /^\s*\^+\s*$/.test(text));
  if (caret < 0) return null;
  const behind = below.findIndex(({ text }, index) => index > caret && text.trim() !== "");
  return behind < 0 ? null : at + 1 + behind;
}
