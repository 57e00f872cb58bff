/** The contents of the code spans of one line of Markdown: runs of backticks of equal length. */
export function codeSpans(text: string): string[] {
  const spans: string[] = [];
  const marks = [...text.matchAll(/`+/g)].slice(0, 64);
  let index = 0;
  while (index < marks.length && spans.length < 32) {
    const open = marks[index];
    const close = marks.findIndex((mark, later) => later > index && mark[0] === open?.[0]);
    if (open === undefined || close < 0) {
      index += 1;
      continue;
    }
    spans.push(text.slice(open.index + open[0].length, marks[close]?.index).trim());
    index = close + 1;
  }
  return spans;
}
