import { isChinese, isOnlyCode } from "../../render/chinese-text.ts";
import { shownTexts } from "../shown-text.ts";
import type { Rule } from "../rule.ts";

/** What is shown to readers of Chinese is what the comment takes for Chinese; collections often carry the English again. */
export const chinese: Rule = {
  name: "chinese",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const signature = { path: ["signature_zh"], text: knownError.signature_zh ?? "" };
    return [signature, ...shownTexts(knownError)]
      .filter(
        ({ path, text }) => path.some(isChineseField) && !isChinese(text) && !isOnlyCode(text),
      )
      .map(({ path }) => ({
        path,
        message: "the text is not Chinese, though readers of Chinese are meant",
        mend: "Write it in Chinese, or remove it",
      }));
  },
};

function isChineseField(part: string | number): boolean {
  return typeof part === "string" && part.endsWith("_zh");
}
