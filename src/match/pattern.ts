import { RE2JS } from "re2js";
import { literalSequences } from "./literal-sequences.ts";
import type { LiteralSequence } from "./literal-sequences.ts";
import { parseRegex } from "./regex-source.ts";

/** A regex of a known error, ready to run in linear time on `plainText`. */
export interface Pattern {
  /** Rewritten source; matching ignores case. */
  readonly source: string;
  readonly sequences: readonly LiteralSequence[];
  /** True when it may hold only at the beginning of the text. */
  readonly isAnchored: boolean;
  /** Names of its groups. */
  readonly groups: readonly string[];
  /** The engine, compiled when it is first needed; `null` for what it refuses after all. */
  readonly engine: () => RE2JS | null;
}

/** A pattern, or why a regex cannot be one. */
export type PatternResult = { ok: true; pattern: Pattern } | { ok: false; problem: string };

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

/** Parses a regex of a known error; nothing of it ever reaches a backtracking engine. */
export function compilePattern(regex: string): PatternResult {
  const parsed = parseRegex(regex);
  if (!parsed.ok) {
    return parsed;
  }
  const sequences = literalSequences(parsed.pattern);
  if (sequences.some((sequence) => sequence.literals.length === 0)) {
    return { ok: false, problem: "can match without any literal text, so it could match anything" };
  }
  const groups = new Set<string>();
  for (const [, name] of parsed.source.matchAll(/\(\?<([A-Za-z_]\w*)>/g)) {
    groups.add(name ?? "");
  }
  return {
    ok: true,
    pattern: {
      source: parsed.source,
      sequences,
      isAnchored: parsed.pattern.alternatives.some(
        ({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start",
      ),
      groups: [...groups],
      engine: compileOnce(parsed.source),
    },
  };
}

/** Where a pattern first matches; `folded` is `foldCase(text)`. */
export function findPattern(
  pattern: Pattern,
  text: string,
  folded: string,
  budget: EngineBudget = { engine: engineBudget },
): PatternHit | null {
  for (const sequence of pattern.sequences) {
    const span = findInOrder(sequence.literals, folded);
    if (span !== null && sequence.isExact) {
      return { ...span, literals: sequence.literals };
    }
    if (span !== null && budget.engine >= text.length) {
      budget.engine -= text.length;
      return findWithEngine(pattern, text, folded);
    }
  }
  return null;
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
