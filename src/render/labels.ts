import type { CategoryLabel } from "../knowledge/category.ts";
import type { Verdict } from "../match/verdict.ts";

/** Which labels a verdict earns: `apply` at once, `suggest` in the comment for a maintainer to apply. */
export interface LabelDecision {
  apply: CategoryLabel[];
  suggest: CategoryLabel[];
}

/** Decides the labels of a verdict. */
export function decideLabels(verdict: Verdict): LabelDecision {
  void verdict;
  return { apply: [], suggest: [] };
}
