import type { KnownError } from "../knowledge/known-error.ts";
import { isChinese } from "../render/chinese-text.ts";

/** How many known errors have each value of something, the most frequent first. */
export type Counts = Record<string, number>;

/** What a collection of known errors is made of. */
export interface CollectionStats {
  known_errors: number;
  /** Signatures and aliases. */
  wordings: number;
  /** Known errors that can be recognized without an error text. */
  with_symptoms: number;
  domains: Counts;
  categories: Counts;
  tiers: Counts;
  languages: { english: number; chinese: number };
  /** By the time since `last_confirmed`. */
  age: Counts;
}

/** Counts a collection; `today` decides how old a review is. */
export function collectionStats(knownErrors: readonly KnownError[], today: Date): CollectionStats {
  return {
    known_errors: knownErrors.length,
    wordings: knownErrors.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0),
    with_symptoms: knownErrors.filter(
      ({ symptoms, symptoms_zh }) => symptoms.length + symptoms_zh.length > 0,
    ).length,
    domains: countBy(knownErrors, ({ domain }) => domain),
    categories: countBy(knownErrors, ({ category }) => category),
    tiers: countBy(knownErrors, ({ verification_tier }) => verification_tier),
    languages: {
      english: knownErrors.length,
      chinese: knownErrors.filter(({ root_cause_zh }) => isChinese(root_cause_zh)).length,
    },
    age: countBy(knownErrors, ({ last_confirmed }) => ageOf(last_confirmed, today)),
  };
}

function countBy(
  knownErrors: readonly KnownError[],
  nameOf: (knownError: KnownError) => string,
): Counts {
  const groups = [...Map.groupBy(knownErrors, nameOf)].map(
    ([name, group]) => [name, group.length] as const,
  );
  return Object.fromEntries(groups.toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])));
}

const day = 24 * 3_600_000;

/** Reviews grow stale: libraries change their wordings about once a year. */
function ageOf(confirmed: string | null | undefined, today: Date): string {
  const date = Date.parse(confirmed ?? "");
  if (Number.isNaN(date)) return "never confirmed";
  const days = (today.getTime() - date) / day;
  if (days < 90) return "under 3 months";
  return days < 365 ? "under a year" : "a year or more";
}
