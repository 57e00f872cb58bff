import type { AST } from "@eslint-community/regexpp";
import { foldUnit } from "./fold.ts";

/** Characters of one kind in a row, as `\d+` or `[^']*`, in case-folded text. */
export interface CharacterRun {
  /** Case-folded ASCII characters: those that it consists of, or those that end it. */
  characters: string;
  isNegated: boolean;
  min: number;
  /** `null` where there is no upper bound. */
  max: number | null;
}

type Kind = Pick<CharacterRun, "characters" | "isNegated">;

/** Sorted. White space in `plainText` is nothing but the space. */
const setCharacters = {
  digit: "0123456789",
  space: " ",
  word: "0123456789_abcdefghijklmnopqrstuvwxyz",
};

/** A repeated element as a run; `null` when it is more than ASCII characters, or than all but some. */
export function characterRun(
  element: AST.Element,
  { min, max }: { min: number; max: number },
): CharacterRun | null {
  const kind = kindOf(element);
  return kind && { ...kind, min, max: Number.isFinite(max) ? max : null };
}

function kindOf(element: AST.Element): Kind | null {
  if (element.type === "CharacterSet") {
    return setKind(element);
  }
  if (element.type === "CharacterClass") {
    const parts = element.elements.map(charactersOf);
    return parts.includes(null) ? null : toKind(parts.join(""), element.negate);
  }
  const characters = charactersOf(element);
  return characters === null ? null : toKind(characters, false);
}

function setKind(set: AST.CharacterSet): Kind | null {
  if (set.kind === "any") {
    return { characters: "", isNegated: true };
  }
  return set.kind === "property"
    ? null
    : { characters: setCharacters[set.kind], isNegated: set.negate };
}

function toKind(characters: string, isNegated: boolean): Kind {
  return { characters: [...new Set(characters)].sort().join(""), isNegated };
}

function charactersOf(node: AST.Node): string | null {
  if (node.type === "Character") {
    return foldedRange(node.value, node.value);
  }
  if (node.type === "CharacterClassRange") {
    return foldedRange(node.min.value, node.max.value);
  }
  const kind = node.type === "CharacterSet" ? setKind(node) : null;
  return kind === null || kind.isNegated ? null : kind.characters;
}

function foldedRange(from: number, to: number): string | null {
  if (to >= 0x80) {
    return null;
  }
  const units = Array.from({ length: to - from + 1 }, (_, index) => foldUnit(from + index));
  return String.fromCharCode(...units);
}
