import type { Locale, ProseLine } from "./extraction.ts";

/** The language of the reporter's own words: Chinese when Han characters are a real share of them. */
export function localeOf(prose: readonly ProseLine[]): Locale {
  let han = 0;
  let kana = 0;
  let words = 0;
  for (const { text } of prose) {
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    kana += text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
    words += text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  }
  // About two Han characters make a word; names and error texts stay Latin in a Chinese issue.
  return han >= 2 && kana * 4 < han && han * 2 > words ? "zh" : "en";
}
