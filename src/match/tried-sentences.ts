import type { Extraction, ProseLine } from "../extract/extraction.ts";

/** What a reporter says to have tried in vain: a sentence, or the code or list item that one announces. */
export interface TriedText {
  /** 1-based line of the issue. */
  line: number;
  text: string;
}

/** Caps on hostile prose. */
const mostLines = 400;
const longestLine = 1_000;
const mostTexts = 100;

/** Lines of code or of a list that belong to the sentence with a colon above them. */
const mostAnnounced = 15;

/** Sentences of trying or failing, with what those that end in a colon announce. */
export function triedSentences({ prose, code }: Extraction): TriedText[] {
  const lines = prose.slice(0, mostLines);
  const texts: TriedText[] = [];
  for (const [index, { line, text }] of lines.entries()) {
    const told = sentencesOf(text.slice(0, longestLine)).filter(isTrial);
    texts.push(...told.map((sentence) => ({ line, text: sentence })));
    const last = told.at(-1);
    const isOpen = last !== undefined && /[:：]\s*$/.test(last) && text.trimEnd().endsWith(last);
    if (isOpen) texts.push(...listBelow(lines.slice(index + 1), line), ...codeBelow(code, line));
  }
  return texts.slice(0, mostTexts);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s|(?<=[。！？；;])/).map((sentence) => sentence.trim());
}

const trials = [
  /\b(?:already|have|has|had|i|we|i've|also|even|and|but) (?:also |already |even )?(?:tried|attempted|tested)\b|^\W{0,4}(?:tried|trying|attempted)\b/i,
  /\b(?:does|do|did|doesn't|don't|didn't|doesnt|dont|didnt|won't|would|has|have)(?: ?n't| not)?(?: really)? (?:help|work|fix|solve|resolve|change anything|make (?:a|any) difference|cure)\b/i,
  /\b(?:no luck|to no avail|in vain|without success|same (?:error|problem|issue|result|thing)|still (?:fails?|hangs?|the same|get|getting|got|happens?|crash(?:es)?|stuck|occurs?|there|see)|not helped|no difference|has no effect|had no effect|nothing (?:helps|helped|works|worked|changed)|none of (?:these|them|this)|(?:also|all) fail(?:s|ed)?|fails too|useless|persists?)\b/i,
  /试过|尝试过|尝试了|试了|也试|都试|没用|没有用|无效|不起作用|不管用|没(?:有)?效果|没(?:有)?变化|依然|仍然|仍旧|还是(?:报|一样|不行|会|卡|出|同样|失败)|也不行|都不行|没(?:有)?解决|未解决|同样的(?:错误|报错|问题)/,
];

/** Wishes, plans, conditions, and what helped after all: none of them is a trial in vain. */
const others = [
  /\b(?:haven't|have not|not yet|never|didn't|did not) (?:yet )?(?:tried|try|tested|test)\b|\b(?:will|going to|want to|could|should|can|might|may|would like to|to) try\b/i,
  /\b(?:without|unless|otherwise|instead of|rather than|only if|only when|as soon as)\b/i,
  /\b(?:works?|worked|helps?|helped|fixes|fixed|solves|solved|resolved)\b/i,
  /(?:没|没有|还没|未|不想|不敢)(?:尝试|试过|试)|(?:准备|打算|可以|能否|是否|要不要|想)(?:再)?(?:尝?试)|否则|除非|如果不|不加|去掉|之后就好|就好了|就正常|可以了|解决了/,
  /[?？]\s*$/,
];

const failed =
  /\b(?:n't|not|nothing|never|none|no longer)(?: \w{1,12}){0,3} (?:works?|worked|helps?|helped|fix(?:es|ed)?|solv(?:es|ed)?|resolved?)\b|没(?:有)?解决|未解决/gi;

function isTrial(sentence: string): boolean {
  const spoken = withoutCode(sentence);
  return trials.some((pattern) => pattern.test(spoken)) && isInVain(sentence);
}

function isInVain(sentence: string): boolean {
  const rest = withoutCode(sentence).replace(/n't/gi, " n't").replace(failed, " ");
  return !others.some((pattern) => pattern.test(rest));
}

function withoutCode(sentence: string): string {
  return sentence.replace(/`[^`]{0,200}`/g, "``");
}

function listBelow(below: readonly ProseLine[], from: number): TriedText[] {
  const items: TriedText[] = [];
  let before = from;
  for (const { line, text } of below.slice(0, mostAnnounced)) {
    if (line - before > 2 || !/^(?:[-*+•]|\d{1,2}[.)、])\s?/.test(text)) break;
    const item = text.slice(0, longestLine);
    if (isInVain(item)) items.push({ line, text: item });
    before = line;
  }
  return items;
}

function codeBelow(code: readonly ProseLine[], from: number): TriedText[] {
  const first = code.findIndex(({ line }) => line > from && line - from <= 3);
  if (first < 0) return [];
  const below: TriedText[] = [];
  let before = code[first]?.line ?? 0;
  for (const { line, text } of code.slice(first, first + mostAnnounced)) {
    if (line - before > 1) break;
    below.push({ line, text: text.slice(0, longestLine) });
    before = line;
  }
  return below;
}
