import type { Wording } from "./wording.ts";

/**
 * Whether a message passes on an inner error that the known error's wordings pass on as well, but
 * another one: "Weights only load failed. ... WeightsUnpickler error: X" is explained by X. Both are
 * compared by their first words; a wording that leaves the inner error open speaks for any.
 */
export function isAnotherInnerError(message: string, wordings: readonly Wording[]): boolean {
  const told = innerErrors(message);
  if (told.length === 0) return false;
  const known = wordings.flatMap((wording) => innerErrors(textOf(wording)));
  return told.some(({ label, words }) => {
    const same = known.filter((other) => other.label === label);
    return same.length > 0 && !same.some((other) => agree(other.words, words));
  });
}

interface InnerError {
  /** `weightsunpickler error`, `oserror`. */
  label: string;
  /** The first words behind it. */
  words: readonly string[];
}

/** Words behind the label that tell one inner error from another. */
const comparedWords = 2;
const comparedCharacters = 80;

/** Stands for a variable part of a wording. */
const hole = "\u0000";

/** Labels that are looked at in one text. */
const mostLabels = 20;

function innerErrors(text: string): InnerError[] {
  const found: InnerError[] = [];
  let at = text.indexOf(": ");
  for (let seen = 0; at >= 0 && seen < mostLabels; seen++) {
    const label = labelAt(text, at);
    if (label !== null) found.push({ label, words: firstWords(text, at + 2) });
    at = text.indexOf(": ", at + 1);
  }
  return found;
}

/** `weightsunpickler error` or `oserror` in front of a colon; a mere `error` names nothing. */
function labelAt(text: string, colon: number): string | null {
  const words = text.slice(Math.max(0, colon - comparedCharacters), colon).split(" ");
  const [before = "", last = ""] = [words.at(-2), words.at(-1)];
  if (last === "error" || last === "exception")
    return /^\w+$/.test(before) ? `${before} ${last}` : null;
  return /(?:error|exception)$/.test(last) ? (last.split(".").at(-1) ?? last) : null;
}

function firstWords(text: string, from: number): string[] {
  const rest = text.slice(from, from + comparedCharacters).split(hole, 1)[0] ?? "";
  return (rest.match(/\p{L}[\w.]*/gu) ?? []).slice(0, comparedWords);
}

function textOf({ parts }: Wording): string {
  return parts
    .map(({ kind, text }) => (kind === "literal" || kind === "number" ? text : hole))
    .join("");
}

function agree(known: readonly string[], told: readonly string[]): boolean {
  return known.every((word, index) => told[index] === undefined || told[index] === word);
}
