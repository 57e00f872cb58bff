import type { Extraction, Locale } from "../extract/extraction.ts";
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
}

/** Gathers it for one match. */
export function sectionContext(
  match: Match,
  extraction: Extraction,
  locale: Locale,
): SectionContext {
  return { match, extraction, phrases: phrasesFor(locale), placeholders: placeholdersOf(match) };
}
