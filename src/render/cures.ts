import type { DeadEnd, KnownError, Workaround } from "../knowledge/known-error.ts";
import { blockMarkdown, indented } from "./block-markdown.ts";
import { isChinese } from "./chinese-text.ts";
import { clip, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { Phrases } from "./phrases.ts";
import type { SectionContext } from "./section-context.ts";

/** Longest sentence and longest instructions of a cure, in characters. */
const sentenceLength = 1_000;
const instructionsLength = 3_000;

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
  const items = cures(match.knownError, phrases)
    .slice(0, most)
    .map(({ condition, action, how }, index) => {
      const lead = leading(condition, phrases) + clip(action, sentenceLength);
      const line = `${index + 1}. ${stopped(inlineMarkdown(lead, placeholders), phrases)}`;
      if (how === "") return line;
      const block = blockMarkdown(clip(how, instructionsLength), placeholders);
      return `${line}\n${indented(block, 3)}`;
    });
  return items.length === 0 ? "" : [phrases.whatWorks, ...items].join("\n");
}

/** The bullets of what does not work, and why, at most `most` of them. */
export function deadEnds({ match, phrases, placeholders }: SectionContext, most: number): string {
  const { dead_ends: listed } = match.knownError;
  const items = inOrder(match.knownError, listed, ({ fail_rate: rate }) => rate)
    .map((deadEnd) => deadEndText(deadEnd, phrases))
    .filter((text) => text !== "")
    .slice(0, most)
    .map((text) => `- ${stopped(inlineMarkdown(text, placeholders), phrases)}`);
  return items.length === 0 ? "" : [phrases.whatDoesNot, ...items].join("\n");
}

/** Records of our own stand in the order their writer chose; unchecked ones are sorted by rate. */
function inOrder<T>(
  knownError: KnownError,
  items: readonly T[],
  rateOf: (item: T) => number | null | undefined,
): T[] {
  if (knownError.verification_tier !== "ai_generated") return [...items];
  return items.toSorted((one, other) => (rateOf(other) ?? 0) - (rateOf(one) ?? 0));
}

function cures(knownError: KnownError, phrases: Phrases): Cure[] {
  const aligned = knownError.workarounds_zh.length === knownError.workarounds.length;
  const entries = knownError.workarounds.map((workaround, index) => ({
    workaround,
    older: aligned ? knownError.workarounds_zh[index] : undefined,
  }));
  return inOrder(knownError, entries, ({ workaround }) => workaround.success_rate)
    .map(({ workaround, older }) =>
      phrases.locale === "zh" ? chineseCure(workaround, older) : englishCure(workaround),
    )
    .map(withoutRepeat)
    .filter(({ action }) => action !== "");
}

function englishCure({ condition, action, how }: Workaround): Cure {
  return { condition: condition ?? "", action, how: how ?? "" };
}

/** Chinese as one object or English as one object; code is the same in both. */
function chineseCure(workaround: Workaround, older: string | undefined): Cure {
  const { action_zh, how, how_zh, condition, condition_zh } = workaround;
  const action = [action_zh, older].find(isChinese);
  if (action === undefined) return englishCure(workaround);
  const conditions = [condition_zh, condition].find(isChinese);
  const english = workaround.how === workaround.action ? "" : (how ?? "");
  return { condition: conditions ?? "", action, how: how_zh || english };
}

/** Instructions that repeat the action are said once; an action that is blank is read from them. */
function withoutRepeat({ condition, action, how }: Cure): Cure {
  const said = oneLine(action);
  if (said === "") {
    const [first = "", ...rest] = how.trim().split("\n");
    const isCode = /^\s*(?:```|~~~)/.test(first);
    return isCode
      ? { condition: "", action: "", how: "" }
      : { condition, action: first, how: rest.join("\n") };
  }
  return { condition, action, how: oneLine(how) === said ? "" : how.trim() };
}

function deadEndText(deadEnd: DeadEnd, phrases: Phrases): string {
  const { action, action_zh, why_fails, why_fails_zh, condition } = deadEnd;
  const isZh = phrases.locale === "zh" && isChinese(why_fails_zh);
  const why = oneLine(isZh ? why_fails_zh : why_fails);
  // A blank action says nothing in either language; one without its Chinese is left out there.
  const tried = withoutStop(oneLine((isZh ? action_zh : action) ?? ""));
  const when = isZh ? "" : leading(condition ?? "", phrases);
  if (why === "") return "";
  const text = tried === "" ? why : `${tried}${isZh ? "：" : ": "}${lowered(why)}`;
  return clip(when + text, sentenceLength);
}

/** A condition in front of what it is for, as the beginning of a sentence. */
function leading(condition: string, phrases: Phrases): string {
  const said = withoutStop(oneLine(condition));
  if (said === "") return "";
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${isChinese(said) ? "：" : phrases.locale === "en" ? phrases.colon : ": "}`;
}

/** Function words that a sentence may begin with: in lower case behind a colon. */
const functionWord =
  /^(?:The|This|That|These|Those|It|A|An|You|Your|Both|There|They|Any|No|Only|In|With|On)\b/;

function lowered(sentence: string): string {
  return functionWord.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.:;,。：；，]{1,5}$/, "");
}

/** Ends a sentence that has no end of its own, in the language it is written in. */
function stopped(sentence: string, phrases: Phrases): string {
  if (/[.!?:;…。！？：；]$/.test(sentence)) return sentence;
  return sentence + (phrases.locale === "zh" && isChinese(sentence) ? "。" : ".");
}
