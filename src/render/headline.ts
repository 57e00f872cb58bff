import { isChinese } from "./chinese-text.ts";
import { clip, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { SectionContext } from "./section-context.ts";

/** Longest headline in characters; a signature's first sentence is cut there. */
const headlineLength = 140;

/** The problem in a few words: the known error's title, else the first sentence of its signature. */
export function headline({ match, phrases, placeholders }: SectionContext): string {
  const { title, title_zh, signature, signature_zh } = match.knownError;
  if (phrases.locale === "zh" && isChinese(title_zh)) {
    return inlineMarkdown(clip(title_zh, headlineLength), placeholders);
  }
  if (phrases.locale === "zh" && !title && isChinese(signature_zh)) {
    return inlineMarkdown(shortForm(signature_zh), placeholders);
  }
  return inlineMarkdown(title ? clip(title, headlineLength) : shortForm(signature), placeholders);
}

/** A signature without its type, up to the end of its first sentence, as Markdown. */
function shortForm(signature: string): string {
  const line = oneLine(signature);
  const type = /^[\w.]{1,80}[:：]\s*/.exec(line)?.[0] ?? "";
  const message = line.slice(type.length) || line;
  const end = message.search(/[.!?](?: |$)|[。！？]/);
  const sentence = clip(end > 0 ? message.slice(0, end) : message, headlineLength);
  // What stands between backticks is code already.
  const pieces = sentence.split("`");
  return pieces
    .map((piece, index) =>
      index % 2 === 0 ? piece.split(" ").map(wordAsMarkdown).join(" ") : piece,
    )
    .join("`");
}

const identifier = /^[A-Za-z_][\w.]*(?:=['"]?[\w.]+['"]?|\(\))?$/;

function wordAsMarkdown(word: string): string {
  if (/[_=(]/.test(word) && identifier.test(word)) return `\`${word}\``;
  return word.replace(/[*_[\]~]/g, "\\$&");
}
