import { align } from "./alignment.ts";
import type { Alignment } from "./alignment.ts";
import { readCaptures } from "./captures.ts";
import { lineAt } from "./fold.ts";
import { findPattern } from "./pattern.ts";
import type { EngineBudget, Pattern } from "./pattern.ts";
import { foldType } from "./prepared-error.ts";
import { anchorOffsets } from "./subject.ts";
import type { Subject } from "./subject.ts";
import { weigh } from "./wording.ts";
import type { Wording } from "./wording.ts";
import { isGeneric, wordsOf } from "./word-weights.ts";
import type { WordWeights } from "./word-weights.ts";

/** A known error's wording found in one reported error. */
export interface WordingHit {
  /** 0..1: how surely this text alone names the known error. */
  score: number;
  /** Characters that agree: of two known errors in one message the more specific has more. */
  characters: number;
  /** True when the whole wording is there, or whole sentences of it and nothing else. */
  isWhole: boolean;
  /** True when the type alone is the wording. */
  isTypeAlone: boolean;
  /** True when the regex is there, which may fix what the wordings leave open. */
  isByPattern: boolean;
  /** What the reported error says before and after it. */
  around: string;
  /** 0-based line within the reported error. */
  line: number;
  captures: Record<string, string>;
}

interface Means {
  weights: WordWeights;
  budget: EngineBudget;
}

/** Weight of words at which a wording is as likely right as not; the score nears 1 above it. */
const halfWeight = 1;

/** A message that begins with the wording, or is nothing else, leaves this share of the doubt. */
const doubtAtStart = 0.55;
const doubtWhenAll = 0.35;

/** A wording that is not all there counts by this factor. */
const extentFactor = { whole: 1, cut: 0.9, diverged: 0.8 };

/** A wording with fewer telling words than this must be the whole message. */
const leastTellingWords = 2;
const thinFactor = 0.3;

/** The best hit of a known error's regex and wordings in one reported error. */
export function findWording(
  candidate: { pattern: Pattern | null; wordings: readonly Wording[] },
  subject: Subject,
  means: Means,
): WordingHit | null {
  const hits = candidate.wordings.map((wording) => hitOfWording(wording, subject, means.weights));
  if (candidate.pattern !== null) {
    hits.push(hitOfPattern(candidate.pattern, subject, means));
  }
  const found = hits.filter((hit) => hit !== null);
  const best = found.toSorted((a, b) => b.score - a.score)[0];
  return best === undefined
    ? null
    : {
        ...best,
        characters: Math.max(...found.map((hit) => hit.characters)),
        isByPattern: found.some((hit) => hit.isByPattern),
        captures: Object.assign({}, ...found.map((hit) => hit.captures)),
      };
}

function hitOfWording(wording: Wording, subject: Subject, weights: WordWeights): WordingHit | null {
  const { text } = subject.wording;
  const found = align(wording, text, weights);
  if (found === null) {
    return null;
  }
  const agreed = text.slice(found.start, found.end);
  const type = subject.error.type;
  if (wording.isTypeAlone && (type === null || foldType(type) !== agreed)) {
    return null;
  }
  const score = rate(found.weight, {
    share: found.share * extentFactor[found.extent],
    isStart: found.start <= subject.messageStart,
    isAll: wording.isTypeAlone || spansMessage(found, subject),
    isThin: countTelling(agreed) < leastTellingWords,
  });
  return {
    score,
    characters: found.characters,
    isWhole: found.extent === "whole" || found.share === 1,
    isTypeAlone: wording.isTypeAlone,
    isByPattern: false,
    around: `${text.slice(0, found.start)}\n${text.slice(found.end)}`,
    line: lineAt(subject.wording, found.start),
    captures: {},
  };
}

function hitOfPattern(
  pattern: Pattern,
  subject: Subject,
  { weights, budget }: Means,
): WordingHit | null {
  for (const offset of pattern.isAnchored ? anchorOffsets(subject) : [0]) {
    const text = subject.plain.text.slice(offset);
    const found = findPattern(pattern, text, subject.folded.slice(offset), budget);
    if (found !== null) {
      const literals = found.literals.join(" ");
      const start = found.start + offset;
      const messageStart = anchorOffsets(subject).at(-1) ?? 0;
      return {
        score: rate(weigh(literals, weights, new Set()), {
          share: 1,
          isStart: start <= messageStart,
          isAll: start <= messageStart && found.end + offset >= subject.plain.text.length - 2,
          isThin: countTelling(literals) < leastTellingWords,
        }),
        characters: literals.length,
        isWhole: true,
        isTypeAlone: false,
        isByPattern: true,
        around: `${text.slice(0, found.start)}\n${text.slice(found.end)}`,
        line: lineAt(subject.plain, start),
        captures: readCaptures(pattern, text, budget),
      };
    }
  }
  return null;
}

function spansMessage(found: Alignment, subject: Subject): boolean {
  const tail = subject.wording.text.slice(found.end);
  return found.extent === "whole" && found.start <= subject.messageStart && tail.length <= 2;
}

interface Circumstances {
  share: number;
  isStart: boolean;
  isAll: boolean;
  isThin: boolean;
}

function rate(weight: number, { share, isStart, isAll, isThin }: Circumstances): number {
  const telling = 1 - 0.5 ** (weight / halfWeight);
  const doubt = isAll ? doubtWhenAll : isStart ? doubtAtStart : 1;
  const score = (1 - (1 - telling) * doubt) * share;
  return isThin && !isAll ? score * thinFactor : score;
}

function countTelling(text: string): number {
  return [...wordsOf(text)].filter((word) => !isGeneric(word)).length;
}
