import type { DeadEnd } from "../knowledge/known-error.ts";
import type { Locale } from "../extract/extraction.ts";
import { bestFirst } from "./best-first.ts";
import { isChinese, isOnlyCode } from "./chinese-text.ts";
import { clip, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { SectionContext } from "./section-context.ts";
import { colonAfter, continued, leadingCondition, withoutStop, withStop } from "./sentence.ts";

/** Longest bullet in characters. */
const bulletLength = 600;

/** The bullets of what does not work, and why, at most `most` of them; empty where nothing is known. */
export function deadEnds({ match, phrases, placeholders }: SectionContext, most: number): string {
  const { knownError } = match;
  const bullets = bestFirst(knownError, knownError.dead_ends, (deadEnd) => deadEnd.fail_rate)
    .map((deadEnd) => deadEndText(deadEnd, phrases.locale))
    .filter((text) => text !== "")
    .slice(0, most)
    .map((text) => `- ${withStop(inlineMarkdown(clip(text, bulletLength), placeholders))}`);
  return bullets.length === 0 ? "" : [phrases.whatDoesNot, ...bullets].join("\n");
}

/** In Chinese as a whole or in English as a whole; a blank action leaves the reason alone. */
function deadEndText(deadEnd: DeadEnd, locale: Locale): string {
  const { action, action_zh, why_fails, why_fails_zh, condition } = deadEnd;
  const inChinese = locale === "zh" && isChinese(why_fails_zh);
  const tried = inChinese ? action_zh || (isOnlyCode(action) ? action : "") : action;
  const why = oneLine(inChinese ? why_fails_zh : why_fails);
  if (why === "") return "";
  const lead = inChinese ? "" : leadingCondition(condition ?? "");
  const subject = withoutStop(tried);
  return lead + (subject === "" ? why : `${subject}${colonAfter(why)}${continued(why)}`);
}
