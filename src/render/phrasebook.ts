import type { Locale } from "../extract/extraction.ts";
import { englishPhrases } from "./phrases-en.ts";
import { chinesePhrases } from "./phrases-zh.ts";
import type { Phrases } from "./phrases.ts";

/** The comment's own words in the language of the comment. */
export function phrasesFor(locale: Locale): Phrases {
  return locale === "zh" ? chinesePhrases : englishPhrases;
}
