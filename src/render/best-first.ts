import type { KnownError } from "../knowledge/known-error.ts";

/**
 * Cures in the order to print them: as written, because the writers of known errors order them;
 * those of an unchecked known error by their rate, highest first.
 */
export function bestFirst<T>(
  knownError: KnownError,
  items: readonly T[],
  rateOf: (item: T) => number | null | undefined,
): T[] {
  if (knownError.verification_tier !== "ai_generated") return [...items];
  return items.toSorted((one, other) => (rateOf(other) ?? 0) - (rateOf(one) ?? 0));
}
