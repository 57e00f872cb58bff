/** Characters of a line in which a prefix may stand. */
const longestPrefix = 120;

/** Lines that must share it before it counts as one. */
const fewestLines = 3;

/**
 * Length of the prefix of each line (0 for a blank one) that some runner, collector or terminal put
 * in front of all of them (`[server] `, `#12 3.410 `, `app[web.1]: `), its numbers being free to differ;
 * `null` where none is. A name in brackets or in front of a bar is one; any other only when a trace or
 * an error begins behind it: what all lines of a program's own output begin with (`npm ERR!`, `[ERROR] `)
 * belongs to them.
 */
export function sharedPrefix(texts: readonly string[]): number[] | null {
  const filled = texts.filter((text) => text.trim() !== "");
  const first = filled[0];
  if (first === undefined || filled.length < fewestLines || /^\s/.test(first)) return null;
  let shape = shapeOf(first);
  for (const text of filled.slice(1)) {
    shape = commonStart(shape, shapeOf(text));
    if (shape.length < 2) return null;
  }
  const prefix = delimited(shape);
  if (prefix === null) return null;
  const lengths = texts.map((text) => lengthOf(text, prefix));
  const isPrefix =
    writerOf(prefix) === prefix ||
    texts.some((text, index) => beginsReport(text.slice(lengths[index]).trimStart()));
  return isPrefix ? lengths : null;
}

/** A line's start with each run of digits as one `0`; the blank behind it may have been cut off. */
function shapeOf(text: string): string {
  return `${text} `.slice(0, longestPrefix).replace(/\d{1,40}/g, "0");
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** The prefix up to the sign that ends it, and one blank; it has to name something or someone. */
function delimited(shape: string): string | null {
  const writer = /^#0 0\.0 /.exec(shape)?.[0] ?? writerOf(shape);
  if (writer !== null) return writer;
  const end = Math.max(...["]", "|", "│", ">", ":"].map((sign) => shape.lastIndexOf(sign)));
  const prefix = shape.slice(0, shape[end + 1] === " " ? end + 2 : end + 1);
  const isName =
    /\w/.test(prefix) && !level.test(prefix) && !/["'`=;{}]|^[A-Z]{2,5}-0:/.test(prefix);
  return end > 0 && isName && !place.test(prefix) ? prefix : null;
}

/** `a.c:3:1: ` in front of a compiler's errors says where each of them is. */
const place = /\.[A-Za-z]\w{0,4}(?::0){1,2}: ?$|\(0(?:,0)?\) ?: ?$/;

/** `[server] `, `api  | `. */
function writerOf(shape: string): string | null {
  const found = /^(?:\[[\w./@:-]{2,80}\]:? ?|[\w./@-]{2,60} {1,20}[|│] ?)/.exec(shape)?.[0] ?? null;
  return found === null || level.test(found) ? null : found;
}

/** A level is the record's own. */
const level = /\b(?:trace|debug|info|notice|warn|warning|error|err|fatal|critical|severe)\b/i;

/** Characters of a text that a shape covers. */
function lengthOf(text: string, shape: string): number {
  let at = 0;
  for (const character of shape) {
    if (at >= text.length) break;
    at += character === "0" ? (/^\d{1,40}/.exec(text.slice(at, at + 40))?.[0].length ?? 0) : 1;
  }
  return at;
}

const beginnings = [
  "Traceback (most recent call last)",
  'File "',
  "at ",
  "Caused by: ",
  "Exception in thread ",
  "Uncaught ",
  "panic: ",
  "goroutine ",
  "thread '",
  "error: ",
  "error[E",
];

function beginsReport(text: string): boolean {
  return beginnings.some((beginning) => text.startsWith(beginning));
}
