import type { CharacterRun } from "./character-run.ts";

/** A part of one way through a regex, to be looked for in case-folded text. */
export type Piece = string | CharacterRun;

/** Sorted offsets between characters, as intervals: `from, to, from, to, ...`, both inclusive. */
type Places = number[];

/**
 * Whether pieces follow one another somewhere in a case-folded text without surrogates. Takes time
 * in proportion to the text: it follows all beginnings at once and never goes back.
 */
export function holdsPieces(pieces: readonly Piece[], text: string): boolean {
  let places: Places = [0, text.length];
  for (const piece of pieces) {
    places =
      typeof piece === "string"
        ? behindLiteral(piece, text, places)
        : behindRun(piece, text, places);
    if (places.length === 0) {
      return false;
    }
  }
  return true;
}

function behindLiteral(literal: string, text: string, places: Places): Places {
  const behind: Places = [];
  let at = -1;
  for (let index = 0; index < places.length; index += 2) {
    const [from = 0, to = 0] = [places[index], places[index + 1]];
    at = at < from ? text.indexOf(literal, from) : at;
    while (at >= 0 && at <= to) {
      add(behind, at + literal.length, at + literal.length);
      at = text.indexOf(literal, at + 1);
    }
    if (at < 0) {
      return behind;
    }
  }
  return behind;
}

function behindRun(run: CharacterRun, text: string, places: Places): Places {
  const behind: Places = [];
  let end = -1;
  for (let index = 0; index < places.length; index += 2) {
    const to = places[index + 1] ?? 0;
    for (let from = places[index] ?? 0; from <= to; from = end + 1) {
      end = from <= end ? end : endOfRun(run, text, from);
      const last = run.max === null ? end : Math.min(end, Math.min(to, end) + run.max);
      if (from + run.min <= last) {
        add(behind, from + run.min, last);
      }
    }
  }
  return behind;
}

/** Offset of the first character from `from` on that is not of the run's kind. */
function endOfRun({ characters, isNegated }: CharacterRun, text: string, from: number): number {
  if (isNegated && characters.length <= 1) {
    const end = characters === "" ? -1 : text.indexOf(characters, from);
    return end < 0 ? text.length : end;
  }
  let end = from;
  while (end < text.length && characters.includes(text.charAt(end)) !== isNegated) {
    end += 1;
  }
  return end;
}

function add(places: Places, from: number, to: number): void {
  const last = places.length - 1;
  const reached = places[last];
  if (reached !== undefined && from <= reached + 1) {
    places[last] = Math.max(reached, to);
  } else {
    places.push(from, to);
  }
}
