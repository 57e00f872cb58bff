/** Longest line that is kept, in characters. */
const longestLine = 4 * 1024 * 1024;

/** One line of a text; `null` in place of one that is too long to keep. */
export interface TextLine {
  /** 1-based. */
  number: number;
  text: string | null;
}

/**
 * Lines of a text while it is read. Only `\n` ends a line: `node:readline` also splits at U+2028,
 * which may stand unescaped in JSON. Memory stays within one line.
 */
export async function* textLines(stream: AsyncIterable<string | Buffer>): AsyncGenerator<TextLine> {
  let number = 1;
  let held = "";
  let isTooLong = false;
  for await (const chunk of stream) {
    const pieces = String(chunk).split("\n");
    const last = pieces.pop() ?? "";
    for (const piece of pieces) {
      isTooLong ||= held.length + piece.length > longestLine;
      yield { number, text: isTooLong ? null : held + piece };
      number += 1;
      held = "";
      isTooLong = false;
    }
    isTooLong ||= held.length + last.length > longestLine;
    held = isTooLong ? "" : held + last;
  }
  if (held !== "" || isTooLong) yield { number, text: isTooLong ? null : held };
}
