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

/** A signature without its type, up to the end of its first sentence; only its code stays Markdown. */
function shortForm(signature: string): string {
  const line = oneLine(signature);
  const type = /^[\w.]{1,80}[:：]\s*/.exec(line)?.[0] ?? "";
  const message = line.slice(type.length) || line;
  const end = message.search(/[.!?](?: |$)|[。！？]/);
  const sentence = end > 0 ? message.slice(0, end) : message;
  return clip(sentence, headlineLength).replace(/[*_[\]~]/g, "\\$&");
}
