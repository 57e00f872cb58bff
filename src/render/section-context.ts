import type { Extraction, Locale } from "../extract/extraction.ts";
import { findTried } from "../match/tried.ts";
import type { TriedCures } from "../match/tried.ts";
import type { Match } from "../match/verdict.ts";
import { phrasesFor } from "./phrasebook.ts";
import type { Phrases } from "./phrases.ts";
import { placeholdersOf } from "./placeholders.ts";
import type { Placeholders } from "./placeholders.ts";

/** What every part of the section about one match is written from. */
export interface SectionContext {
  match: Match;
  extraction: Extraction;
  phrases: Phrases;
  placeholders: Placeholders;
  /** Ids of known errors that came near without being chosen. */
  near: ReadonlySet<string>;
  /** Cures that the reporter has tried already. */
  tried: TriedCures;
}

/** Gathers it for one match; `runnersUp` are the candidates that were not chosen. */
export function sectionContext(
  match: Match,
  extraction: Extraction,
  locale: Locale,
  runnersUp: readonly Match[] = [],
): SectionContext {
  const placeholders = placeholdersOf(match, matchedTexts(match, extraction));
  const tried = findTried(extraction, match.knownError);
  const near = new Set(runnersUp.map(({ knownError }) => knownError.id));
  return { match, extraction, phrases: phrasesFor(locale), placeholders, near, tried };
}

/** The texts that a match rests on: the report's errors, or the lines of its evidence. */
function matchedTexts({ report: index, evidence }: Match, { reports }: Extraction): string[] {
  const report = index === null ? undefined : reports[index];
  if (report === undefined) return evidence.map(({ text }) => text);
  return [report, ...report.causes].map(
    ({ type, fullMessage, message }) =>
      `${type ?? ""}: ${fullMessage === "" ? message : fullMessage}`,
  );
}
