import type { DeadEnd } from "../knowledge/known-error.ts";
import { bestFirst } from "./best-first.ts";
import { isChinese, isOnlyCode } from "./chinese-text.ts";
import { clip, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { Phrases } from "./phrases.ts";
import type { SectionContext } from "./section-context.ts";
import { colonAfter, continued, leadingCondition, withoutStop, withStop } from "./sentence.ts";

/** Longest bullet in characters. */
const bulletLength = 600;

/**
 * The bullets of what does not work, and why, at most `most` of them; empty where nothing is known.
 * What the reporter has tried is marked and comes last.
 */
export function deadEnds(context: SectionContext, most: number): string {
  const { match, phrases, placeholders, tried } = context;
  const { knownError } = match;
  const entries = knownError.dead_ends.map((deadEnd, index) => ({
    deadEnd,
    triedAt: tried.deadEnds.get(index) ?? null,
  }));
  const ordered = bestFirst(knownError, entries, ({ deadEnd }) => deadEnd.fail_rate);
  const bullets = [
    ...ordered.filter(({ triedAt }) => triedAt === null),
    ...ordered.filter(({ triedAt }) => triedAt !== null),
  ]
    .map(({ deadEnd, triedAt }) =>
      deadEndText(deadEnd, phrases, triedAt === null ? "" : phrases.aside(phrases.tried(triedAt))),
    )
    .filter((text) => text !== "")
    .slice(0, most)
    .map((text) => `- ${withStop(inlineMarkdown(clip(text, bulletLength), placeholders))}`);
  return bullets.length === 0 ? "" : [phrases.whatDoesNot, ...bullets].join("\n");
}

/** In Chinese as a whole or in English as a whole; a blank action leaves the reason alone. */
function deadEndText(deadEnd: DeadEnd, { locale }: Phrases, mark: string): string {
  const { action, action_zh, why_fails, why_fails_zh, condition } = deadEnd;
  const inChinese = locale === "zh" && isChinese(why_fails_zh);
  const tried = inChinese ? action_zh || (isOnlyCode(action) ? action : "") : action;
  const why = oneLine(inChinese ? why_fails_zh : why_fails);
  if (why === "") return "";
  const lead = inChinese ? "" : leadingCondition(condition ?? "");
  const subject = withoutStop(tried);
  return lead + (subject === "" ? why : `${subject}${mark}${colonAfter(why)}${continued(why)}`);
}
