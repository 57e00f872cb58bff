import { lastPart } from "../extract/reading/typed-message.ts";
import { foldCase, plainText } from "./fold.ts";
import { findVariableParts } from "./variable-part.ts";
import type { VariablePart } from "./variable-part.ts";
import { isGeneric, wordsOf } from "./word-weights.ts";
import type { WordWeights } from "./word-weights.ts";

/** A piece of a wording, in the form of `wordingText`. */
export interface WordingPart {
  kind: "literal" | VariablePart["kind"];
  text: string;
  /** Sum of the weights of the words that occur here for the first time in the wording. */
  weight: number;
}

/** A signature or alias, taken apart: its literals must occur, its variable parts may differ. */
export interface Wording {
  /** Type in front of the message, its last part only: `ValueError`. */
  exception: string | null;
  parts: readonly WordingPart[];
  /** True when nothing but the type tells the error: `NonMatchingSplitsSizesError: [...]`. */
  isTypeAlone: boolean;
  /** Everything that could agree: the weight of a report with the very same text. */
  totalWeight: number;
}

/** Quoted names count as variable only when at least this many telling words stand around them. */
const leastWordsAroundNames = 4;

/** A type alone is a wording when its name is long enough to be a library's own. */
const leastTypeLength = 18;

/** What may be a type in front of a message, and the last parts that surely are. */
const typePrefix = /^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?:: |\uff1a ?)/;
const typeName = /(?:Error|Exception|Warning|Exit|Interrupt|Fault|Failure)$/;

/** What tools print in front of any message; logs and extraction may have dropped it. */
const label = /^(?:error|fatal|warning|e)(?:\[\w{1,12}\])?: /i;

/** Splits a leading `module.Type: ` from a text; the type is its last part. A mere label is dropped. */
function splitType(
  text: string,
  exceptions: readonly string[],
): { exception: string | null; message: string } {
  const found = typePrefix.exec(text.slice(0, 300));
  const name = found?.[1] ?? "";
  const last = lastPart(name);
  const isType =
    typeName.test(last) ||
    (last !== name && /^[A-Z]|^error$/.test(last)) ||
    exceptions.some((exception) => lastPart(exception) === last);
  return found !== null && isType
    ? { exception: last, message: text.slice(found[0].length) }
    : { exception: null, message: text.replace(label, "") };
}

/**
 * Takes a wording apart; `null` when it says nothing that could be looked for. `exceptions` are the
 * types that the known error names.
 */
export function compileWording(
  wording: string,
  exceptions: readonly string[] = [],
): Wording | null {
  const { exception, message } = splitType(plainText(wording).text, exceptions);
  const variable = findVariableParts(message);
  const open = cut(message, variable);
  const unnamed = variable.filter((part) => part.kind !== "name");
  const isOpen =
    unnamed.length === variable.length || countTelling(literalText(open)) >= leastWordsAroundNames;
  const parts = trimEnd(isOpen ? open : cut(message, unnamed));
  if (parts.some((part) => part.kind === "literal")) {
    return { exception, parts, isTypeAlone: false, totalWeight: 0 };
  }
  const type = exception === null ? "" : foldCase(exception);
  return type.length < leastTypeLength
    ? null
    : {
        exception,
        parts: [{ kind: "literal", text: type, weight: 0 }],
        isTypeAlone: true,
        totalWeight: 0,
      };
}

/** The same wording with the weights of its words. */
export function weighWording(wording: Wording, weights: WordWeights): Wording {
  const seen = new Set<string>();
  const parts = wording.parts.map((part) => {
    const carriesWeight = part.kind === "literal" || part.kind === "name";
    return {
      kind: part.kind,
      text: part.text,
      weight: carriesWeight ? weigh(part.text, weights, seen) : 0,
    };
  });
  return { ...wording, parts, totalWeight: parts.reduce((sum, part) => sum + part.weight, 0) };
}

/** Sum of the weights of the words of a text that are not in `seen`, which they join. */
export function weigh(text: string, weights: WordWeights, seen: Set<string>): number {
  let sum = 0;
  for (const word of wordsOf(text)) {
    sum += seen.has(word) ? 0 : weights(word);
    seen.add(word);
  }
  return sum;
}

/** Characters of a wording that a text must have when it does not have all of it. */
export const leastCharacters = 40;

/** The literals of a wording's first characters, all of which a text must have. */
export function anchorLiterals({ parts }: Wording): string[] {
  const anchors: string[] = [];
  let left = leastCharacters;
  for (const { kind, text } of parts.slice(parts.findIndex((part) => part.kind === "literal"))) {
    if (left > 0 && kind === "literal") {
      anchors.push(text.slice(0, left));
    }
    left -= kind === "any" ? 0 : text.length;
  }
  return anchors;
}

function literalText(parts: readonly WordingPart[]): string {
  return parts
    .filter((part) => part.kind === "literal")
    .map((part) => part.text)
    .join(" ");
}

function countTelling(text: string): number {
  let count = 0;
  for (const word of wordsOf(text)) {
    count += isGeneric(word) ? 0 : 1;
  }
  return count;
}

function cut(message: string, holes: readonly VariablePart[]): WordingPart[] {
  const parts: WordingPart[] = [];
  let from = 0;
  for (const hole of [
    ...holes,
    { kind: "any" as const, start: message.length, end: message.length },
  ]) {
    push(parts, "literal", message.slice(from, hole.start));
    push(parts, hole.kind, message.slice(hole.start, hole.end));
    from = hole.end;
  }
  return parts;
}

function push(parts: WordingPart[], kind: WordingPart["kind"], text: string): void {
  const folded = foldCase(text).replaceAll("'", "").replaceAll("  ", " ");
  const begins = parts.length === 0 ? folded.trimStart() : folded;
  if (begins !== "") {
    parts.push({ kind, text: begins, weight: 0 });
  }
}

/** Without the punctuation at its end, which reporters drop. */
function trimEnd(parts: readonly WordingPart[]): WordingPart[] {
  const last = parts.at(-1);
  if (last?.kind !== "literal") {
    return [...parts];
  }
  const text = last.text.replace(/[\s.,;:!?\u3002]+$/, "");
  return text === "" ? parts.slice(0, -1) : [...parts.slice(0, -1), { ...last, text }];
}
