import type { AST } from "@eslint-community/regexpp";
import { foldUnit } from "./fold.ts";

/** One way through a regex: literals that must occur in this order, case-folded. */
export interface LiteralSequence {
  literals: string[];
  /** True when only `.*` stands between and around the literals: their order is then the whole test. */
  isExact: boolean;
}

/** A piece of a way: a literal, any text (`.*`), or something that only the engine can decide. */
type Piece = { kind: "literal"; text: string } | { kind: "any" } | { kind: "engine" };

/** Ways through one regex; an element that would make more of them counts as undecided. */
const mostSequences = 64;

const engine: readonly (readonly Piece[])[] = [[{ kind: "engine" }]];

/** The alternatives of a regex as literal sequences; each match of the regex contains one of them. */
export function literalSequences(pattern: AST.Pattern): LiteralSequence[] {
  return expandAlternatives(pattern.alternatives).map(toSequence);
}

function toSequence(pieces: readonly Piece[]): LiteralSequence {
  const literals: string[] = [];
  let previous: Piece["kind"] = "any";
  for (const piece of pieces) {
    if (piece.kind === "literal" && previous === "literal") {
      literals[literals.length - 1] += piece.text;
    } else if (piece.kind === "literal") {
      literals.push(piece.text);
    }
    previous = piece.kind;
  }
  return { literals, isExact: pieces.every((piece) => piece.kind !== "engine") };
}

function expandAlternatives(
  alternatives: readonly AST.Alternative[],
): readonly (readonly Piece[])[] {
  const ways = alternatives.flatMap((alternative) => expandElements(alternative.elements));
  return ways.length > mostSequences ? engine : ways;
}

function expandElements(elements: readonly AST.Element[]): readonly (readonly Piece[])[] {
  let ways: Piece[][] = [[]];
  for (const element of elements) {
    const next = expandElement(element);
    const tails = ways.length * next.length > mostSequences ? engine : next;
    const [only = []] = tails;
    if (tails.length === 1) {
      ways.forEach((way) => way.push(...only));
    } else {
      ways = ways.flatMap((way) => tails.map((tail) => way.concat(tail)));
    }
  }
  return ways;
}

function expandElement(element: AST.Element): readonly (readonly Piece[])[] {
  if (element.type === "Character") {
    return literal([element.value]);
  }
  if (element.type === "CharacterClass") {
    return literal(element.negate ? [] : element.elements.map(valueOf));
  }
  if (element.type === "Quantifier") {
    return expandQuantifier(element);
  }
  const isPlainGroup =
    element.type === "CapturingGroup" || (element.type === "Group" && element.modifiers === null);
  return isPlainGroup ? expandAlternatives(element.alternatives) : engine;
}

function expandQuantifier(quantifier: AST.Quantifier): readonly (readonly Piece[])[] {
  const { element, min, max } = quantifier;
  if (min === 0) {
    const isAny = max === Infinity && element.type === "CharacterSet" && element.kind === "any";
    return isAny ? [[{ kind: "any" }]] : engine;
  }
  const once = expandElement(element);
  return max === 1 ? once : once.map((way) => way.concat({ kind: "engine" }));
}

/** The characters of a class as one literal when they all fold to the same one. */
function literal(values: readonly (number | null)[]): readonly (readonly Piece[])[] {
  const units = new Set(values.map((value) => (value === null ? null : foldedLiteral(value))));
  const [unit] = units;
  return units.size === 1 && typeof unit === "number"
    ? [[{ kind: "literal", text: String.fromCharCode(unit) }]]
    : engine;
}

/** Folded unit of a character; `null` for surrogates, whose case only the engine knows. */
function foldedLiteral(value: number): number | null {
  const isSurrogate = value >= 0xd8_00 && value <= 0xdf_ff;
  return isSurrogate || value > 0xff_ff ? null : foldUnit(value);
}

function valueOf(node: AST.Node): number | null {
  return node.type === "Character" ? node.value : null;
}
