/** Backtick runs of one line that are looked at, and spans that are read out of them. */
const mostMarks = 64;
const mostSpans = 32;

/**
 * The contents of the code spans of one line of Markdown: runs of backticks of equal length. A run
 * behind a blank opens an inner name rather than closing the span (a message that quotes names in
 * backticks was put into backticks itself): such a span goes on to the last run of the line.
 */
export function codeSpans(text: string): string[] {
  return codeSpansAt(text).map((span) => span.text);
}

/** The same, each with the column at which it opens. */
export function codeSpansAt(text: string): { text: string; column: number }[] {
  const spans: { text: string; column: number }[] = [];
  if (!text.includes("`")) return spans;
  const marks = [...text.matchAll(/`+/g)].slice(0, mostMarks);
  let index = 0;
  while (index < marks.length && spans.length < mostSpans) {
    const open = marks[index];
    const close = open === undefined ? -1 : closing(text, marks, index);
    if (open === undefined || close < 0) {
      index += 1;
      continue;
    }
    const inside = text.slice(open.index + open[0].length, marks[close]?.index).trim();
    spans.push({ text: inside, column: open.index });
    index = close + 1;
  }
  return spans;
}

/** Index of the run that closes the span opened by `marks[open]`; -1 when none does. */
function closing(text: string, marks: readonly RegExpExecArray[], open: number): number {
  const run = marks[open]?.[0];
  const first = marks.findIndex((mark, index) => index > open && mark[0] === run);
  if (first < 0 || !/\S \S/.test(around(text, marks[open]?.index, marks[first]?.index)))
    return first;
  return marks.findLastIndex((mark) => mark[0] === run);
}

/** The first character of a span, the one before its end, and the one behind it. */
function around(text: string, start = 0, end = 0): string {
  return text.charAt(start + 1) + text.charAt(end - 1) + text.charAt(end + 1);
}
