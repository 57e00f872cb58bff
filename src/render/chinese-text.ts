import { withoutCode } from "./without-code.ts";

/** Share of Han characters among characters and Latin words from which a text counts as Chinese. */
const chineseShare = 0.25;

/**
 * Whether a text really is Chinese: records often carry English copies in their `*_zh` fields.
 * Code is left out of the count, a Latin word weighs as much as one character.
 */
export function isChinese(text: string | null | undefined): text is string {
  if (text === null || text === undefined) return false;
  const prose = withoutCode(text);
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = prose.match(/[A-Za-z]+/g)?.length ?? 0;
  return han > 0 && han / (han + words) >= chineseShare;
}

/** Whether a text has no words but those in code, so that it reads the same in every language. */
export function isOnlyCode(text: string): boolean {
  return !/\p{L}/u.test(withoutCode(text));
}
