import type { Locale } from "../extract/extraction.ts";
import type { KnownError, Workaround } from "../knowledge/known-error.ts";
import { bestFirst } from "./best-first.ts";
import { blockMarkdown, indented } from "./block-markdown.ts";
import { isChinese, isOnlyCode } from "./chinese-text.ts";
import { clip, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { SectionContext } from "./section-context.ts";
import { leadingCondition, withStop } from "./sentence.ts";

/** Longest sentence and longest instructions of a workaround, in characters. */
const sentenceLength = 600;
const instructionsLength = 2_000;

/** The texts of a workaround in one language. */
interface Cure {
  condition: string;
  action: string;
  how: string;
}

/** The numbered list of what works, best first, at most `most` items; empty where nothing is known. */
export function workarounds(
  { match, phrases, placeholders }: SectionContext,
  most: number,
): string {
  const items = curesIn(match.knownError, phrases.locale)
    .slice(0, most)
    .map(({ condition, action, how }, index) => {
      const sentence = clip(leadingCondition(condition) + action, sentenceLength);
      const line = `${index + 1}. ${withStop(inlineMarkdown(sentence, placeholders))}`;
      if (how.trim() === "") return line;
      const block = blockMarkdown(clip(how, instructionsLength), placeholders);
      return `${line}\n${indented(block, 3)}`;
    });
  return items.length === 0 ? "" : [phrases.whatWorks, ...items].join("\n");
}

function curesIn(knownError: KnownError, locale: Locale): Cure[] {
  const { workarounds: written, workarounds_zh: older } = knownError;
  const entries = written.map((workaround, index) => ({
    workaround,
    chinese: older.length === written.length ? older[index] : undefined,
  }));
  return bestFirst(knownError, entries, ({ workaround }) => workaround.success_rate)
    .map(({ workaround, chinese }) =>
      locale === "zh" ? chineseCure(workaround, chinese) : englishCure(workaround),
    )
    .map(withoutRepeat)
    .filter(({ action }) => action !== "");
}

function englishCure({ condition, action, how }: Workaround): Cure {
  return { condition: condition ?? "", action, how: how ?? "" };
}

/** In Chinese as a whole or in English as a whole; instructions may be code, the same in both. */
function chineseCure(workaround: Workaround, older: string | undefined): Cure {
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
function withoutRepeat({ condition, action, how }: Cure): Cure {
  const said = oneLine(action);
  if (said !== "") return { condition, action, how: oneLine(how) === said ? "" : how };
  const [first = "", ...rest] = how.trim().split("\n");
  const isFence = first.startsWith("```") || first.startsWith("~~~");
  return { condition, action: isFence ? "" : first, how: isFence ? "" : rest.join("\n") };
}
