import { diagnose } from "../../src/diagnose.ts";
import type { KnowledgeBase } from "../../src/match/knowledge-base.ts";
import type { LabelledCase } from "./labelled-case.ts";
import { scoreCase } from "./matching-score.ts";
import type { CaseScore } from "./matching-score.ts";

/** Diagnoses every case as a new issue, or as an answer to a person where one asked. */
export function scoreCases(cases: readonly LabelledCase[], knowledge: KnowledgeBase): CaseScore[] {
  return cases.map((labelled) => {
    const options = { locale: "en", requested: labelled.asked } as const;
    return scoreCase(labelled, diagnose(labelled.text, knowledge, options).verdict);
  });
}
