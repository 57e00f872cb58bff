import type { Extraction } from "../extract/extraction.ts";
import { reportCandidates, symptomCandidates } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import { abstain, decide } from "./decide.ts";
import { isAboutMessage, isDisclaimed, isSolved } from "./discussion.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import type { Verdict } from "./verdict.ts";

export interface MatchOptions {
  /** True when a person asked: symptoms alone may then answer more freely. */
  requested: boolean;
}

/**
 * Confidence from which symptoms are an answer that nobody asked for, or beside another error. Of the
 * nine unasked descriptions in `test/fixtures/matching.jsonl` two reach it, both right; it answers none
 * of the 372 cases to be left in silence. Asked for, from 0.7 on, 14 of 16 are answered, all rightly.
 */
const leastUnasked = 0.8;

/** Independent phrases that symptoms need on a new issue. */
const leastPhrasesUnasked = 2;

/** Errors that a person causes by ending a program that does not go on. */
const interrupts = /(?:^|\.)(?:KeyboardInterrupt|SIGINT)$/;

/** Holds what was extracted from an issue against the knowledge base; pure, and throws on no input. */
export function match(
  extraction: Extraction,
  knowledge: KnowledgeBase,
  options: MatchOptions,
): Verdict {
  if (!options.requested && asksForNothing(extraction)) {
    return abstain("no_error_report", []);
  }
  const candidates = reportCandidates(extraction, knowledge);
  const verdict = decide(candidates, extraction.primary);
  if (verdict.kind === "diagnosed" || verdict.reason === "ambiguous") {
    return verdict;
  }
  const described = symptomCandidates(extraction, knowledge);
  const hasOtherError = extraction.reports.some(({ type }) => !interrupts.test(type ?? ""));
  const answers = described.filter((candidate) =>
    suffices(candidate, { isUnasked: !options.requested, hasOtherError }),
  );
  if (answers.length > 0) {
    return decide(answers, null);
  }
  const all = [...candidates, ...described];
  if (all.length > 0) {
    return abstain("low_confidence", all);
  }
  return abstain(extraction.reports.length === 0 ? "no_error_report" : "unknown_error", []);
}

/** Whether the issue says itself that nobody waits for a cure. */
function asksForNothing(extraction: Extraction): boolean {
  const title = titleOf(extraction);
  return (
    isSolved(title) ||
    isAboutMessage(title) ||
    extraction.prose.some(({ text }) => isDisclaimed(text))
  );
}

function titleOf({ prose }: Extraction): string {
  const [title] = prose;
  return title?.line === 1 ? title.text : "";
}

/** Whether symptoms are enough: an error of another kind in the issue speaks against them. */
function suffices(
  { match: { confidence }, phrases, isGrounded }: Candidate,
  { isUnasked, hasOtherError }: { isUnasked: boolean; hasOtherError: boolean },
): boolean {
  if (isUnasked) {
    const isStrong = phrases >= leastPhrasesUnasked && confidence >= leastUnasked;
    return isStrong && isGrounded && !hasOtherError;
  }
  return !hasOtherError || confidence >= leastUnasked;
}
