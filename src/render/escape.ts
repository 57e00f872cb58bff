/** Separates the characters of a mention or reference without being seen: U+200B. */
export const invisibleBreak = "\u200B";

/**
 * Control characters, and characters that turn the direction of writing around (U+061C, U+200E, U+200F,
 * U+202A..U+202E, U+2066..U+2069): none of them may reach a comment, not even inside code.
 */
const unprintable =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** The text without control characters and half characters; lines and tabs stay. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(unprintable, "")
    .toWellFormed();
}

/** The text on one line, runs of white space as one space. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}

/** The text cut to at most `length` characters, the last of them `…` where something was cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trimEnd()}…`;
}

/** Any text as inline code on one line: nothing in it is alive; empty for a blank text. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  if (line === "") return "";
  const ticks = "`".repeat(longestRun(line, "`") + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${padding}${line}${padding}${ticks}`;
}

/** Any text as fenced code, the fence longer than any run of backticks inside. */
export function fencedCode(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text, "`") + 1));
  const info = /^[A-Za-z0-9+#._-]{1,20}$/.test(language) ? language : "";
  return `${fence}${info}\n${printable(text)}\n${fence}`;
}

/** What GitHub may take for the hash of a commit, an issue or a host inside a plain word. */
const mayRefer = /\b(?:[0-9a-f]{7,40}\b|gh-[0-9]|www\.)/i;

/** A word of a stranger's: as it is when it is a plain name or version, else as inline code. */
export function plainWord(text: string): string {
  const word = clip(oneLine(text), 60);
  const plain = /^[A-Za-z0-9.+-]{1,40}$/.test(word) && !mayRefer.test(word);
  return plain ? word : inlineCode(word);
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const current of text) {
    run = current === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
