import type { Locale } from "../extract/extraction.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import type { EvidenceKind } from "../match/verdict.ts";

/** The comment's own words in one language; every argument is Markdown that is safe already. */
export interface Phrases {
  locale: Locale;
  /** Between two sentences; between a condition and what follows; at a sentence's end. */
  gap: string;
  colon: string;
  stop: string;
  /** In brackets behind what it explains, with the space before. */
  aside(text: string): string;

  /** Where a quoted line stands. */
  line(line: number): string;
  /** A place in a file attached to the issue; `file` is inline code. */
  lineIn(file: string, line: number): string;
  rank(rank: number): string;
  rankRange(first: number, last: number): string;
  rankList(ranks: number[]): string;
  repeatedOn(lines: number[]): string;
  repeatedTimes(times: number): string;

  /** Lead of the paragraph with the root cause, white space included. */
  why: string;
  whatWorks: string;
  whatDoesNot: string;
  /** Behind a cure that the reporter has tried, in brackets. */
  tried(line: number): string;
  /** Said where no error text was compared. */
  fromDescription: string;
  /** Above two known errors that fit the same report. */
  competing: string;
  /** Above what each of those two looks like. */
  tellApart: string;
  /** Above the second of two errors in one issue. */
  alsoFound: string;

  versionFixed(name: string, stated: string, fixed: string): string;
  versionInRange(name: string, stated: string): string;
  versionOutOfRange(name: string, stated: string, concerned: string): string;
  concernedRange(range: string): string;
  concernedFixed(fixed: string): string;
  concernedOther: string;

  documentation: string;
  source: string;
  seenElsewhere(links: string[]): string;
  suggestedLabels(labels: string[]): string;
  confusedWith(id: string, howToTell: string): string;
  leadsTo(id: string, howToTell: string): string;

  foldTitle: string;
  sureness: { high: string; medium: string; low: string };
  agree(subjects: string[]): string;
  against(subjects: string[]): string;
  evidence: Readonly<Record<EvidenceKind, string>>;
  libraryEvidence(library: string): string;
  tiers: Readonly<Record<KnownError["verification_tier"], string>>;
  howToCorrect(ids: string[]): string;
}
