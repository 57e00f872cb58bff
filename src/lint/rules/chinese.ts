import { shownTexts, withoutCode } from "../shown-text.ts";
import type { Rule } from "../rule.ts";

/** Share of Han characters among the letters, under which a text is not Chinese; real ones that name functions have 0.2 and more. */
const leastHan = 0.1;

/** What is shown to readers of Chinese is Chinese; collections often carry the English again. */
export const chinese: Rule = {
  name: "chinese",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const signature = { path: ["signature_zh"], text: knownError.signature_zh ?? "" };
    return [signature, ...shownTexts(knownError)]
      .filter(({ path, text }) => path.some(isChineseField) && !isChinese(text))
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

function isChinese(text: string): boolean {
  const prose = withoutCode(text);
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  return letters === 0 || han / letters >= leastHan;
}
