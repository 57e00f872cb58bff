import type { Locale } from "../extract/extraction.ts";
import type { Workaround } from "../knowledge/known-error.ts";
import { bestFirst } from "./best-first.ts";
import { blockMarkdown, indented } from "./block-markdown.ts";
import { isChinese, isOnlyCode } from "./chinese-text.ts";
import { clip, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { SectionContext } from "./section-context.ts";
import { continuedInstruction, leadingCondition, withoutStop, withStop } from "./sentence.ts";

/** Longest sentence and longest instructions of a workaround, in characters. */
const sentenceLength = 600;
const instructionsLength = 2_000;

/** The texts of a workaround in one language. */
interface Cure {
  condition: string;
  action: string;
  how: string;
  /** Line on which the reporter says to have tried it, `null` where nobody says so. */
  triedAt: number | null;
}

/**
 * The numbered list of what works, best first, at most `most` items; empty where nothing is known.
 * What the reporter has tried comes last, without instructions.
 */
export function workarounds(context: SectionContext, most: number): string {
  const { phrases } = context;
  const cures = curesIn(context, phrases.locale);
  const items = [
    ...cures.filter(({ triedAt }) => triedAt === null),
    ...cures.filter(({ triedAt }) => triedAt !== null),
  ]
    .slice(0, most)
    .map((cure, index) => `${index + 1}. ${cureItem(cure, context)}`);
  return items.length === 0 ? "" : [phrases.whatWorks, ...items].join("\n");
}

function cureItem(
  { condition, action, how, triedAt }: Cure,
  { phrases, placeholders }: SectionContext,
): string {
  const sentence = clip(
    condition === "" ? action : leadingCondition(condition) + continuedInstruction(action),
    sentenceLength,
  );
  if (triedAt !== null) {
    const said = inlineMarkdown(withoutStop(sentence), placeholders);
    return withStop(said + phrases.aside(phrases.tried(triedAt)));
  }
  const line = withStop(inlineMarkdown(sentence, placeholders));
  if (how.trim() === "") return line;
  const block = blockMarkdown(clip(how, instructionsLength), placeholders);
  return `${line}\n${indented(block, 3)}`;
}

function curesIn({ match: { knownError }, tried }: SectionContext, locale: Locale): Cure[] {
  const { workarounds: written, workarounds_zh: older } = knownError;
  const entries = written.map((workaround, index) => ({
    workaround,
    chinese: older.length === written.length ? older[index] : undefined,
    triedAt: tried.workarounds.get(index) ?? null,
  }));
  return bestFirst(knownError, entries, ({ workaround }) => workaround.success_rate)
    .map(({ workaround, chinese, triedAt }) => {
      const texts = locale === "zh" ? chineseCure(workaround, chinese) : englishCure(workaround);
      return Object.assign(texts, { triedAt });
    })
    .map(withoutRepeat)
    .filter(({ action }) => action !== "");
}

type CureTexts = Omit<Cure, "triedAt">;

function englishCure({ condition, action, how }: Workaround): CureTexts {
  return { condition: condition ?? "", action, how: how ?? "" };
}

/** In Chinese as a whole or in English as a whole; instructions may be code, the same in both. */
function chineseCure(workaround: Workaround, older: string | undefined): CureTexts {
  const { action, action_zh, how, how_zh, condition, condition_zh } = workaround;
  const isCode = action_zh && isOnlyCode(action_zh);
  const chinese = isCode ? action_zh : [action_zh, older].find(isChinese);
  if (!chinese) return englishCure(workaround);
  return {
    condition: [condition_zh, condition].find(isChinese) ?? "",
    action: chinese,
    how: how_zh || (how === action ? "" : (how ?? "")),
  };
}

/** Instructions that repeat the action are said once; in place of a blank action stands their first line. */
function withoutRepeat(cure: Cure): Cure {
  const { action, how } = cure;
  const said = oneLine(action);
  if (said !== "") return { ...cure, how: oneLine(how) === said ? "" : how };
  const [first = "", ...rest] = how.trim().split("\n");
  const isFence = first.startsWith("```") || first.startsWith("~~~");
  return { ...cure, action: isFence ? "" : first, how: isFence ? "" : rest.join("\n") };
}
