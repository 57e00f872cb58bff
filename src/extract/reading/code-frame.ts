/**
 * True for a line of source as tools quote it around an error: `> 12 | code`, `12 │ code`, `  | ^^^`
 * (Babel, SWC, esbuild, Vitest and Bun print it so).
 */
export function isCodeFrameLine(text: string): boolean {
  const line = text.trim();
  return (
    /^(?:[>→×] {0,4})?\d{1,7} {0,4}[|│┃]/.test(line) ||
    /^[>|│╵·]? {0,200}[|│·]? {0,200}(?:\^+|~+|─*┬─*|╰─.*)$/.test(line) ||
    /^(?:[╭╰├]─|[╷╵]|,-\[|`-{2,}$)/.test(line)
  );
}

/** True for a line that only points at the one above it. */
export function isCaretLine(text: string): boolean {
  return /^\s*(?:\|\s*)?\^+\s*$/.test(text);
}

/** Index of the first line of quoted source, or of React's components, in a message; its length where none is quoted. */
export function quoteStart(lines: readonly string[]): number {
  const frame = lines.findIndex(
    (text) =>
      (isCodeFrameLine(text) && !isCaretLine(text)) || text.startsWith("This error is located at:"),
  );
  const caret = lines.findIndex(isCaretLine);
  const source = caret < 0 ? lines.length : Math.max(0, caret - 1);
  return frame < 0 ? source : Math.min(frame, source);
}
