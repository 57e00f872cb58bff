import type { KnownError } from "../knowledge/known-error.ts";
import { complaintsIn, withoutComplaints } from "./complaint.ts";
import type { Complaint } from "./complaint.ts";
import { foldCase } from "./fold.ts";
import type { PreparedError } from "./prepared-error.ts";
import { isActivity, withoutWordGroups, wordGroupsIn } from "./symptom-words.ts";
import { isGeneric } from "./word-weights.ts";

/** A word of a phrase in the form in which it is looked for. */
export interface Term {
  /** Name of a group of words or stem of an English word, looked for as one; or Chinese text, looked for as it is. */
  text: string;
  isHan: boolean;
  weight: number;
}

/** A phrase that a reporter may use. */
export interface Phrase {
  /** What goes wrong; one of them must be in the text. */
  complaints: ReadonlySet<Complaint>;
  /** Its other meaningful words, without repeats. */
  terms: readonly Term[];
}

/** A known error that reporters describe instead of quoting it. */
export interface PreparedSymptoms {
  prepared: PreparedError;
  phrases: readonly Phrase[];
  /** Identifiers in the title and the signature (`device_map`), case-folded; one must be in the issue. */
  required: readonly string[];
  /** Identifiers that the phrases name, case-folded. */
  keywords: readonly string[];
  /** What the program was doing, where most phrases say so: the issue must be about one of these. */
  activities: ReadonlySet<string>;
}

/** What a term weighs that says what happened or to what, and one that is only grammar. */
const tellingWeight = 1;
const weakWeight = 0.4;

const stopWords = new Set(
  `a an and are as at be been but by did do does for from had has have i if in into is it its me my of on or our
  so such than that the then there these this to was we were when where which while with would you your even
  the 的 了 在 是 和 与 及 就 都 也 但 但是 并 并且 而 时 后 上 中 里 会 能 有 被 把 对 从 到 我 我们 请问 这个 一个`.split(
    /\s+/,
  ),
);
const weakWords = new Set(
  `no not never without nothing any model gpu gpus cpu run runs running use used using still just only very 模型 使用
  任何 一直 没有 无法 能够 可以 正常 出现 进行 程序 代码 问题 不会 运行`.split(/\s+/),
);
/** Made when it is first needed: it takes longer than most diagnoses. */
let segmenter: Intl.Segmenter | undefined;

/** The phrases of a known error, ready to be looked for; none when it has no usable phrase. */
export function prepareSymptoms(prepared: PreparedError): PreparedSymptoms[] {
  const { signature, title } = prepared.knownError;
  const texts = symptomTexts(prepared.knownError);
  const phrases = phrasesOf(prepared.knownError);
  if (phrases.length === 0) return [];
  const required = identifiersIn(foldCase(`${signature} ${title ?? ""}`));
  const keywords = texts.flatMap(identifiersIn);
  const activities = mainActivities(texts);
  return [{ prepared, phrases, required, keywords: [...new Set(keywords)], activities }];
}

/** The usable phrases of a known error. */
export function phrasesOf(knownError: KnownError): Phrase[] {
  return symptomTexts(knownError)
    .map((text) => ({ complaints: complaintsIn(text), terms: termsOf(withoutComplaints(text)) }))
    .filter(({ complaints, terms }) => complaints.size > 0 && countTelling(terms) > 0);
}

function symptomTexts({ symptoms, symptoms_zh: chinese }: KnownError): string[] {
  return [...symptoms, ...chinese].map(foldCase);
}

function identifiersIn(folded: string): string[] {
  return folded.match(/[a-z]\w*_\w+/g) ?? [];
}

/** Activities that at least half of the phrases name of those that name any; none when few do. */
function mainActivities(texts: readonly string[]): Set<string> {
  const named = texts
    .map((text) => [...wordGroupsIn(text)].filter(isActivity))
    .filter((found) => found.length > 0);
  if (named.length * 2 < texts.length) return new Set();
  return new Set(
    named.flat().filter((name) => {
      const count = named.filter((found) => found.includes(name)).length;
      return count * 2 >= named.length;
    }),
  );
}

/** Terms that carry meaning by themselves. */
export function countTelling(terms: readonly Term[]): number {
  return terms.filter(({ weight }) => weight === tellingWeight).length;
}

/** Stems of the English words of a case-folded text, and the groups of words that it names. */
export function stemsOf(folded: string): Set<string> {
  const stems = (folded.match(/[a-z0-9_]{2,60}/g) ?? []).map(stem);
  return wordGroupsIn(folded).union(new Set(stems));
}

/** Distinct meaningful words of a case-folded phrase; Chinese is segmented by the runtime's dictionary. */
function termsOf(phrase: string): Term[] {
  const terms = new Map<string, Term>();
  for (const text of wordGroupsIn(phrase)) {
    terms.set(text, { text, isHan: false, weight: tellingWeight });
  }
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  for (const { segment, isWordLike } of segmenter.segment(withoutWordGroups(phrase))) {
    const isHan = /\p{Script=Han}/u.test(segment);
    const words = isHan ? [segment] : (segment.match(/[a-z0-9_]{2,60}/g) ?? []);
    for (const word of isWordLike === true ? words : []) {
      if (!stopWords.has(word) && !(isHan && word.length < 2)) {
        const isWeak = weakWords.has(word) || isGeneric(word);
        const text = isHan ? word : stem(word);
        terms.set(text, { text, isHan, weight: isWeak ? weakWeight : tellingWeight });
      }
    }
  }
  return [...terms.values()];
}

function stem(word: string): string {
  if (word.includes("_")) {
    return word;
  }
  const stripped = word.replace(/(?:ions?|ings?|ed|es|s|e)$/, "");
  return stripped.length >= 3 ? stripped : word;
}
