/** One line of an issue, stripped of Markdown, to be read for versions. */
export interface PlainLine {
  /** 1-based line of the issue text. */
  line: number;
  /** The words: no bullets, emphasis, backticks, extras (`[torch]`) or runs of blanks; full-width punctuation as ASCII. */
  content: string;
  /** The line as it stands in the issue, without HTML comments. */
  text: string;
}

/** Lines longer than this many characters are not read: no report of an environment has them. */
const longestLine = 1_000;

/** Lines that are read. */
const mostLines = 20_000;

const fullWidth: Readonly<Record<string, string>> = {
  "：": ":",
  "＝": "=",
  "（": "(",
  "）": ")",
  "，": ",",
  "｜": "|",
  "　": " ",
  "．": ".",
};

/** The lines that hold words, without what stands in HTML comments. */
export function plainLines(lines: readonly string[]): PlainLine[] {
  const plain: PlainLine[] = [];
  let insideComment = false;
  for (const [index, written] of lines.slice(0, mostLines).entries()) {
    if (written.length > longestLine && !insideComment) continue;
    const { text, open } = withoutComments(written, insideComment);
    insideComment = open;
    const content = text.length > longestLine ? "" : contentOf(text);
    if (content !== "") plain.push({ line: index + 1, content, text });
  }
  return plain;
}

function withoutComments(written: string, inside: boolean): { text: string; open: boolean } {
  let rest = written;
  let text = "";
  let open = inside;
  while (rest !== "") {
    const end = rest.indexOf(open ? "-->" : "<!--");
    if (end < 0) return { text: open ? text : text + rest, open };
    if (!open) text += rest.slice(0, end);
    rest = rest.slice(end + (open ? 3 : 4));
    open = !open;
  }
  return { text, open };
}

function contentOf(text: string): string {
  const words = text
    .replace(/[：＝（），｜　．]/g, (character) => fullWidth[character] ?? character)
    .replaceAll("`", "")
    .replaceAll("**", "")
    .replace(/(?<=\w)\[[a-z][a-z,_-]{0,40}\]/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  if (/^[-=|+: ]{3,}$/.test(words)) return words;
  return words
    .replace(/^[-*+•>#\s]+/, "")
    .replace(/^\[(?:pip3?|conda|x| |debug)\] ?/i, "")
    .replace(/^\d{1,2}[.)] (?=\D)/, "");
}
