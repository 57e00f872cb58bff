import type { BlockLine } from "./block.ts";

const marks = ["Traceback (most recent call last):", '  File "'];

/** The lines that two processes wrote into one: it is cut where a trace's header or call begins again. */
export function unglued(line: BlockLine): BlockLine[] {
  const { text } = line;
  const mark = marks.find(
    (one) => text.includes(one) && text.indexOf(one) !== text.lastIndexOf(one),
  );
  if (mark === undefined) return [line];
  const pieces: BlockLine[] = [];
  for (let from = 0; from < text.length;) {
    const again = text.indexOf(mark, text.indexOf(mark, from) + mark.length);
    const end = again < 0 ? text.length : again;
    pieces.push({ ...line, text: text.slice(from, end).trimEnd() });
    from = end;
  }
  return pieces;
}
