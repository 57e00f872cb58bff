import { literalSequences } from "./literal-sequences.ts";
import type { CompiledPattern } from "./pattern.ts";
import { countInstructions } from "./regex-limits.ts";
import type { RegexProblem } from "./regex-limits.ts";
import { parseRegex } from "./regex-source.ts";

/** A pattern, or why a regex cannot be one. */
export type PatternResult = { ok: true; pattern: CompiledPattern } | ({ ok: false } & RegexProblem);

/** Parses a regex of a known error; nothing of it ever reaches a backtracking engine. */
export function compilePattern(regex: string): PatternResult {
  const parsed = parseRegex(regex);
  if (!parsed.ok) {
    return parsed;
  }
  const sequences = literalSequences(parsed.pattern);
  if (sequences.some((sequence) => sequence.literals.length === 0)) {
    return {
      ok: false,
      problem: "can match without any literal text, so it could match anything",
      mend: "Give every alternative words that the message always has",
    };
  }
  const groups = new Set<string>();
  for (const [, name] of parsed.source.matchAll(/\(\?<([A-Za-z_]\w*)>/g)) {
    groups.add(name ?? "");
  }
  const isAnchored = parsed.pattern.alternatives.some(
    ({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start",
  );
  const pattern = {
    source: parsed.source,
    sequences,
    isAnchored,
    groups: [...groups],
    instructions: countInstructions(parsed.pattern.alternatives),
  };
  return { ok: true, pattern };
}
