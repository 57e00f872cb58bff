import type { AST } from "@eslint-community/regexpp";
import { characterRun } from "./character-run.ts";
import { foldCase, foldUnit } from "./fold.ts";
import type { Piece } from "./pieces.ts";

/** One way through a regex: literals that must occur in this order, case-folded. */
export interface LiteralSequence {
  literals: string[];
  /** True when only `.*` stands between and around the literals: their order is then the whole test. */
  isExact: boolean;
  /** All of the way when it is literals and runs of characters; `null` when the engine must decide. */
  pieces: readonly Piece[] | null;
}

/** A part of a way, or what only the engine can decide. */
type Step = Piece | null;
type Ways = readonly (readonly Step[])[];

/** Ways through one regex; an element that would make more of them counts as undecided. */
const mostSequences = 64;

const undecided: Ways = [[null]];

/** The alternatives of a regex as literal sequences; each match of the regex contains one of them. */
export function literalSequences(pattern: AST.Pattern): LiteralSequence[] {
  return expandAlternatives(pattern.alternatives).map(toSequence);
}

function toSequence(steps: readonly Step[]): LiteralSequence {
  const pieces = steps.filter((step) => step !== null);
  return {
    literals: pieces.filter((piece) => typeof piece === "string"),
    isExact: steps.every((step) => typeof step === "string" || isAnyText(step)),
    pieces: pieces.length === steps.length ? pieces : null,
  };
}

function isAnyText(step: Step | undefined): boolean {
  const isRun = typeof step === "object" && step !== null;
  return isRun && step.isNegated && step.characters === "" && step.min === 0 && step.max === null;
}

function expandAlternatives(alternatives: readonly AST.Alternative[]): Ways {
  const [only] = alternatives;
  if (alternatives.length === 1 && only !== undefined) {
    return expandElements(only);
  }
  const ways = alternatives.flatMap(expandElements);
  return ways.length > mostSequences ? undecided : ways;
}

function expandElements({ elements, raw, start, end }: AST.Alternative): Ways {
  let ways: Ways = [[]];
  // Characters that stand for themselves are taken together.
  let from = start;
  for (const element of elements) {
    if (!isPlain(element)) {
      ways = followedByText(ways, raw.slice(from - start, element.start - start));
      ways = followedBy(ways, expandElement(element));
      from = element.end;
    }
  }
  return followedByText(ways, raw.slice(from - start, end - start));
}

function isPlain(element: AST.Element): boolean {
  return (
    element.type === "Character" && element.end - element.start === 1 && !isSurrogate(element.value)
  );
}

function followedByText(ways: Ways, text: string): Ways {
  return text === "" ? ways : followedBy(ways, [[foldCase(text)]]);
}

function followedBy(ways: Ways, next: Ways): Ways {
  const tails = ways.length * next.length > mostSequences ? undecided : next;
  return ways.flatMap((way) => tails.map((tail) => joined(way, tail)));
}

function joined(way: readonly Step[], tail: readonly Step[]): Step[] {
  const whole = way.slice();
  tail.forEach((step) => append(whole, step));
  return whole;
}

/** Literals that follow each other are one. */
function append(way: Step[], step: Step): void {
  const previous = way.at(-1);
  if (typeof step === "string" && typeof previous === "string") {
    way[way.length - 1] = previous + step;
  } else {
    way.push(step);
  }
}

function expandElement(element: AST.Element): Ways {
  if (element.type === "Quantifier") {
    return expandQuantifier(element);
  }
  if (element.type === "CapturingGroup" || (element.type === "Group" && !element.modifiers)) {
    return expandAlternatives(element.alternatives);
  }
  return [[literal(element) ?? characterRun(element, { min: 1, max: 1 })]];
}

function expandQuantifier({ element, min, max }: AST.Quantifier): Ways {
  const first = min === 0 ? null : literal(element);
  if (first !== null) {
    return max === 1 ? [[first]] : [[first, characterRun(element, { min: min - 1, max: max - 1 })]];
  }
  const run = characterRun(element, { min, max });
  if (run !== null || min === 0) {
    return [[run]];
  }
  const once = expandElement(element);
  return max === 1 ? once : once.map((way) => way.concat(null));
}

/** A character, or a class whose characters all fold to the same one. */
function literal(element: AST.Element): string | null {
  if (element.type === "Character") {
    return textOf(foldedUnit(element.value));
  }
  if (element.type !== "CharacterClass" || element.negate) {
    return null;
  }
  const units = element.elements.map((part) =>
    part.type === "Character" ? foldedUnit(part.value) : null,
  );
  const [only = null] = units;
  return units.every((unit) => unit === only) ? textOf(only) : null;
}

function textOf(unit: number | null): string | null {
  return unit === null ? null : String.fromCharCode(unit);
}

/** Folded character; `null` for surrogates, whose case only the engine knows. */
function foldedUnit(value: number): number | null {
  return isSurrogate(value) || value > 0xff_ff ? null : foldUnit(value);
}

function isSurrogate(value: number): boolean {
  return value >= 0xd8_00 && value <= 0xdf_ff;
}
