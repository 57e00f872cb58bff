import { RE2JS } from "re2js";
import type { LiteralSequence } from "./literal-sequences.ts";
import { holdsPieces } from "./pieces.ts";

/** A regex of a known error, taken apart: plain data. */
export interface CompiledPattern {
  /** Rewritten source; matching ignores case. */
  readonly source: string;
  readonly sequences: readonly LiteralSequence[];
  /** True when it may hold only at the beginning of the text. */
  readonly isAnchored: boolean;
  /** Names of its groups. */
  readonly groups: readonly string[];
  /** What it expands to, about: the engine may need all of them for each character. */
  readonly instructions: number;
}

/** A regex of a known error, ready to run in linear time on `plainText`. */
export interface Pattern extends CompiledPattern {
  /** The engine, compiled when it is first needed; `null` for what it refuses after all. */
  readonly engine: () => RE2JS | null;
}

/** Where a pattern matched, as offsets in the text, and the literals that it rests on. */
export interface PatternHit {
  start: number;
  end: number;
  literals: readonly string[];
}

/** Characters that engines may still read for one issue; what is left after it is not decided. */
export interface EngineBudget {
  engine: number;
}

/** Engines read about 10 characters a microsecond: what is enough for any honest issue. */
export const engineBudget = 150_000;

/** Instructions of patterns that people write; the engine is slower in proportion for larger ones. */
const usualInstructions = 100;

/** A pattern that compiles its engine when that is first needed. */
export function openPattern(compiled: CompiledPattern): Pattern {
  return { ...compiled, engine: compileOnce(compiled.source) };
}

/** Where a pattern first matches; `folded` is `foldCase(text)`. */
export function findPattern(
  pattern: Pattern,
  text: string,
  folded: string,
  budget: EngineBudget = { engine: engineBudget },
): PatternHit | null {
  let hasRefused = false;
  for (const sequence of pattern.sequences) {
    const span = findInOrder(sequence.literals, folded);
    if (span === null) {
      continue;
    }
    const isAffordable = budget.engine >= engineCost(pattern, text);
    if (sequence.isExact && !(hasRefused && isAffordable)) {
      return { ...span, literals: sequence.literals };
    }
    if (isAffordable && mayHold(sequence, folded)) {
      budget.engine -= engineCost(pattern, text);
      return findWithEngine(pattern, text, folded);
    }
    hasRefused = true;
  }
  return null;
}

/** Whether a pattern matches anywhere: as `findPattern`, but mostly without the engine. */
export function occursPattern(
  pattern: Pattern,
  text: string,
  folded: string,
  budget: EngineBudget,
): boolean {
  let isOpen = false;
  for (const sequence of pattern.sequences) {
    if (findInOrder(sequence.literals, folded) !== null && mayHold(sequence, folded)) {
      if (isDecidable(sequence, folded)) return true;
      isOpen = true;
    }
  }
  if (!isOpen || budget.engine < engineCost(pattern, text)) {
    return false;
  }
  budget.engine -= engineCost(pattern, text);
  return pattern.engine()?.matcher(text).find() ?? false;
}

/** What the engine takes of its budget for one text. */
export function engineCost({ instructions }: CompiledPattern, text: string): number {
  return text.length * Math.max(1, instructions / usualInstructions);
}

/** False when one way, whose literals are there, surely does not match. */
function mayHold(sequence: LiteralSequence, folded: string): boolean {
  const { pieces, isExact } = sequence;
  return (
    isExact || pieces === null || !isDecidable(sequence, folded) || holdsPieces(pieces, folded)
  );
}

/** Whether pieces tell all; the engine counts two surrogates as one character, so it must decide on them. */
function isDecidable({ pieces, isExact }: LiteralSequence, folded: string): boolean {
  return isExact || (pieces !== null && !/[\ud800-\udfff]/.test(folded));
}

/** All ways at once: those that are exact are decided by the engine like the others. */
function findWithEngine(pattern: Pattern, text: string, folded: string): PatternHit | null {
  const matcher = pattern.engine()?.matcher(text);
  if (matcher === undefined || !matcher.find()) {
    return null;
  }
  const [start, end] = [matcher.start(), matcher.end()];
  const matched = folded.slice(start, end);
  const way = pattern.sequences.find(({ literals }) => findInOrder(literals, matched) !== null);
  return { start, end, literals: way?.literals ?? [] };
}

function findInOrder(
  literals: readonly string[],
  folded: string,
): { start: number; end: number } | null {
  let start = -1;
  let end = 0;
  for (const literal of literals) {
    const at = folded.indexOf(literal, end);
    if (at < 0) {
      return null;
    }
    start = start < 0 ? at : start;
    end = at + literal.length;
  }
  return { start: Math.max(start, 0), end };
}

function compileOnce(source: string): () => RE2JS | null {
  let compiled: RE2JS | null | undefined;
  return () => {
    if (compiled === undefined) {
      compiled = tryCompile(source);
    }
    return compiled;
  };
}

function tryCompile(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}
