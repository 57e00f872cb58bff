import { categories, knownCategory } from "../knowledge/category.ts";
import type { CategoryLabel } from "../knowledge/category.ts";
import type { Match, Verdict } from "../match/verdict.ts";

/** Which labels a verdict earns: `apply` at once, `suggest` in the comment for a maintainer to apply. */
export interface LabelDecision {
  apply: CategoryLabel[];
  suggest: CategoryLabel[];
}

/**
 * Confidence from which a checked known error's label is put on without asking. In
 * `test/fixtures/matching.jsonl` (633 cases) 224 of 224 answers from 0.9 on are right; 60 of 65 on the
 * 199 cases written last, before the repairs that they led to.
 */
const applyConfidence = 0.9;

/** Decides the labels of a verdict; a label is either applied or suggested, never both. */
export function decideLabels(verdict: Verdict): LabelDecision {
  if (verdict.kind === "abstained") return { apply: [], suggest: [] };
  const sure = verdict.competing ? [] : verdict.matches.filter(isSure);
  const apply = labelsOf(sure);
  const suggest = labelsOf(verdict.matches).filter((label) => !apply.includes(label));
  return { apply, suggest };
}

function isSure(match: Match): boolean {
  const checked = match.knownError.verification_tier !== "ai_generated";
  return checked && match.confidence >= applyConfidence;
}

function labelsOf(matches: Match[]): CategoryLabel[] {
  const labels = matches.map((match) => categories[knownCategory(match.knownError.category)]);
  return [...new Set(labels)];
}
