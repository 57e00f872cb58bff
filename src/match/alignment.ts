import { leastCharacters } from "./wording.ts";
import type { WordingPart, Wording } from "./wording.ts";
import { wordsOf } from "./word-weights.ts";
import type { WordWeights } from "./word-weights.ts";

/** How a wording lies in a reported message, both in the form of `wordingText`. */
export interface Alignment {
  /**
   * `whole`: all of the wording; `cut`: the message ends within it; `diverged`: the message goes
   * on in other words after at least one whole sentence.
   */
  extent: "whole" | "cut" | "diverged";
  start: number;
  end: number;
  /** Characters of the wording that the message has as well. */
  characters: number;
  /** Weight of what agrees; the wording's `totalWeight` at most. */
  weight: number;
  /** 0..1: share of the wording's weight that agrees; whole sentences that nothing follows are all that was told. */
  share: number;
}

/** Positions that are tried as the beginning of a wording. */
const mostStarts = 8;

/** A wording that is not there as a whole must agree in this share of its weight. A whole sentence may be less. */
const leastShare = 0.6;
const leastSentenceShare = 0.3;

/** Longest text that a variable part of each kind may stand for. */
const reach = { name: 200, number: 120, path: 400, device: 40, list: 2_000, any: 400 };

/** Lays a wording over a message, as completely as possible; `null` when it is not there. */
export function align(wording: Wording, text: string, weights: WordWeights): Alignment | null {
  const first = wording.parts.findIndex((part) => part.kind === "literal");
  const head = wording.parts[first]?.text.slice(0, leastCharacters) ?? "";
  let best: Alignment | null = null;
  let at = text.indexOf(head);
  for (let tried = 0; at >= 0 && tried < mostStarts; tried++) {
    const aligned = alignAt(wording, { text, at, first, weights });
    const start = leadingStart(wording.parts[first - 1], text, at);
    const found = aligned === null ? null : { ...aligned, start };
    best = found !== null && (best === null || found.weight > best.weight) ? found : best;
    if (best?.extent === "whole" && best.weight >= wording.totalWeight) {
      return best;
    }
    at = text.indexOf(head, at + 1);
  }
  return best;
}

/** Where a wording begins that has a variable part, such as a path, before its first literal. */
function leadingStart(leading: WordingPart | undefined, text: string, at: number): number {
  if (leading === undefined || leading.kind === "literal" || at === 0) {
    return at;
  }
  const isWord = leading.kind !== "any" && leading.kind !== "list";
  const start = isWord ? text.lastIndexOf(" ", at - 1) + 1 : 0;
  return at - start <= reach[leading.kind] ? start : at;
}

interface Attempt {
  text: string;
  at: number;
  first: number;
  weights: WordWeights;
}

function alignAt(wording: Wording, { text, at, first, weights }: Attempt): Alignment | null {
  if (first === 0 && isWithinWord(text, at)) {
    return null;
  }
  const state = { end: at, characters: 0, weight: 0 };
  for (let index = first; index < wording.parts.length; index++) {
    const part = wording.parts[index];
    if (part === undefined) {
      break;
    }
    if (part.kind !== "literal") {
      takeVariable(part, text, state);
      const next = wording.parts[index + 1];
      const resumed = next === undefined ? state.end : resume(next, part, text, state.end);
      if (resumed < 0) {
        return partial(wording, text, { ...state, start: at, rest: null });
      }
      state.end = resumed;
    } else if (text.startsWith(part.text, state.end)) {
      state.end += part.text.length;
      state.characters += part.text.length;
      state.weight += part.weight;
    } else {
      const rest = commonPrefix(part.text, text, state.end);
      state.weight += weighPrefix(part, rest, weights);
      return partial(wording, text, { ...state, start: at, rest: { part, length: rest } });
    }
  }
  if (wording.parts.at(-1)?.kind === "literal" && isWithinWord(text, state.end)) {
    return null;
  }
  const share = Math.min(state.weight / Math.max(wording.totalWeight, 0.01), 1);
  return { extent: "whole", start: at, ...state, share };
}

/** Whether an offset is inside a word: `tokenizers` does not end in `tokenizer`. */
function isWithinWord(text: string, offset: number): boolean {
  return offset > 0 && /^\w\w$/.test(text.slice(offset - 1, offset + 1));
}

/** Takes what stands in the place of a variable part when it is the very same. */
function takeVariable(
  part: WordingPart,
  text: string,
  state: { end: number; characters: number; weight: number },
): void {
  if (part.kind !== "any" && text.startsWith(part.text, state.end)) {
    state.end += part.text.length;
    state.characters += part.text.length;
    state.weight += part.weight;
  }
}

/** Where the part after a variable part begins; -1 when it does not within reach. */
function resume(next: WordingPart, part: WordingPart, text: string, from: number): number {
  if (part.kind === "literal" || next.kind !== "literal") {
    return from;
  }
  const at = text.indexOf(next.text, from);
  if (at >= 0 && at - from <= reach[part.kind]) {
    return at;
  }
  const tail = text.length - cutLength(next.text, text);
  return tail < text.length && tail >= from && tail - from <= reach[part.kind] ? tail : -1;
}

/** Characters of a literal with which a text breaks off; 0 where it does not. */
function cutLength(literal: string, text: string): number {
  const head = text.lastIndexOf(literal.slice(0, leastCut));
  if (head >= 0 && literal.startsWith(text.slice(head))) return text.length - head;
  for (let length = leastCut - 1; length > 0; length -= 1) {
    if (text.endsWith(literal.slice(0, length))) return length;
  }
  return 0;
}

/** Characters of a literal that tell where it begins. */
const leastCut = 8;

interface Progress {
  start: number;
  end: number;
  characters: number;
  weight: number;
  /** The literal within which the texts part, and how far they agree. */
  rest: { part: WordingPart; length: number } | null;
}

function partial(wording: Wording, text: string, progress: Progress): Alignment | null {
  const length = progress.rest?.length ?? 0;
  const end = progress.end + length;
  const characters = progress.characters + length;
  const isCut = /^[\s.\u2026]*$/.test(text.slice(end, end + 8)) && end >= text.length - 8;
  const isTold = isCut && endsSentence(progress.rest);
  const share = isTold ? 1 : progress.weight / wording.totalWeight;
  const found = { start: progress.start, end, characters, weight: progress.weight, share };
  if (characters < leastCharacters || share < leastSentenceShare) {
    return null;
  }
  const isSentence = holdsSentence(wording, progress.rest);
  if (isCut && (share >= leastShare || isSentence)) {
    return { extent: "cut", ...found };
  }
  return isSentence ? { extent: "diverged", ...found } : null;
}

/** Whether the agreeing part ends where a sentence of the wording does. */
function endsSentence(rest: Progress["rest"]): boolean {
  if (rest === null) return false;
  const { text } = rest.part;
  const from = Math.max(rest.length - 2, 0);
  return /[.;!?\u3002]\s/.test(text.slice(from, rest.length + 2));
}

/** Whether the agreeing part holds whole sentences of enough characters. */
function holdsSentence(wording: Wording, rest: Progress["rest"]): boolean {
  let before = 0;
  let complete = 0;
  for (const part of wording.parts) {
    const isLast = part === rest?.part;
    const agreed = isLast ? part.text.slice(0, rest.length + 2) : part.text;
    for (const end of part.kind === "literal" ? agreed.matchAll(/[.;!?\u3002]\s/g) : []) {
      complete = before + end.index;
    }
    before += part.text.length;
    if (isLast) {
      break;
    }
  }
  return rest !== null && complete >= leastCharacters;
}

function commonPrefix(literal: string, text: string, from: number): number {
  let length = 0;
  while (length < literal.length && literal[length] === text[from + length]) {
    length += 1;
  }
  return length;
}

function weighPrefix(part: WordingPart, length: number, weights: WordWeights): number {
  let sum = 0;
  for (const word of wordsOf(part.text.slice(0, length))) {
    sum += weights(word);
  }
  return Math.min(sum, part.weight);
}
