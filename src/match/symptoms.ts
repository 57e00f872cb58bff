import type { Extraction } from "../extract/extraction.ts";
import type { Clue } from "./evidence.ts";
import { describedProse } from "./described-prose.ts";
import type { DescribedProse, Passage, Window } from "./described-prose.ts";
import { isDiscussion } from "./discussion.ts";
import { countTelling } from "./symptom-phrase.ts";
import type { Phrase, PreparedSymptoms, Term } from "./symptom-phrase.ts";

/** A phrase found within a few lines. */
interface PhraseHit {
  terms: readonly Term[];
  coverage: number;
  passage: Passage;
}

/** What the prose says of one known error. */
interface FoundSymptoms {
  symptoms: PreparedSymptoms;
  /** One a phrase, best first. */
  clues: Clue[];
  /** Independent phrases that are there. */
  phrases: number;
  /** Whether the issue names one of the identifiers that the phrases name. */
  hasKeyword: boolean;
}

/** A phrase is there when this share of its weight stands close together. */
export const leastCoverage = 0.75;

/** A second phrase counts when it brings at least this many telling words of its own. */
const leastNewTerms = 1;

/** What the complaint itself weighs among a phrase's terms. */
export const complaintWeight = 1;

const phrasePoints = 1;
const furtherPhrasePoints = 0.5;
const keywordPoints = 0.3;

/** Clues that the prose describes each known error of `candidates`; those without any are left out. */
export function findSymptoms(
  extraction: Extraction,
  candidates: (everything: Passage) => readonly PreparedSymptoms[],
): FoundSymptoms[] {
  if (isDiscussion(extraction.prose[0]?.text ?? "")) {
    return [];
  }
  const prose = describedProse(extraction);
  const { written } = prose;
  return candidates(prose.everything).flatMap((symptoms) => {
    const { required, keywords } = symptoms;
    if (required.length > 0 && !required.some((name) => written.includes(name))) {
      return [];
    }
    const hasKeyword = keywords.some((name) => written.includes(name));
    const hits = independentHits(symptoms, prose);
    const clues = hits.map((hit, rank) => toClue(hit, rank, hasKeyword));
    return hits.length === 0 ? [] : [{ symptoms, clues, phrases: hits.length, hasKeyword }];
  });
}

function toClue(hit: PhraseHit, rank: number, hasKeyword: boolean): Clue {
  const share = hit.coverage * (rank === 0 ? phrasePoints : furtherPhrasePoints / rank);
  const { line, text } = hit.passage;
  return {
    kind: "symptom",
    place: { line, text: text.trim() },
    points: share + (rank === 0 && hasKeyword ? keywordPoints : 0),
  };
}

/** The phrases that are there, best first, each with words that those before it do not have. */
function independentHits(
  { phrases, activities }: PreparedSymptoms,
  { everything, windows, sentences, isOwnActivity }: DescribedProse,
): PhraseHit[] {
  const found = phrases
    .filter((phrase) => coverageOf(phrase, everything) >= leastCoverage)
    .filter(({ complaints }) => isOwnActivity(activities, complaints))
    .map((phrase) => bestHit(phrase, countTelling(phrase.terms) > 1 ? windows : sentences))
    .filter((hit) => hit !== null)
    .sort((left, right) => right.terms.length * right.coverage - left.terms.length * left.coverage);
  const seen = new Set<string>();
  return found.filter(({ terms }) => {
    const fresh = terms.filter(({ text }) => !seen.has(text));
    for (const { text } of terms) {
      seen.add(text);
    }
    return countTelling(fresh) >= leastNewTerms;
  });
}

/** The window that covers a phrase best, shown by the line that does most of it. */
function bestHit(phrase: Phrase, windows: readonly Window[]): PhraseHit | null {
  let best: Window | undefined;
  let coverage = 0;
  for (const window of windows) {
    const own = coverageOf(phrase, window.joined);
    if (own > coverage) {
      coverage = own;
      best = window;
    }
  }
  const by = (passage: Passage): number => coverageOf(phrase, passage);
  const passage = best?.passages.toSorted((left, right) => by(right) - by(left))[0];
  return passage === undefined || coverage < leastCoverage
    ? null
    : { terms: phrase.terms, coverage, passage };
}

/** Share of a phrase's weight that a text has; 0 for a text that does not complain of the same. */
function coverageOf({ terms, complaints }: Phrase, { folded, stems, ...text }: Passage): number {
  if (complaints.isDisjointFrom(text.complaints)) {
    return 0;
  }
  let total = complaintWeight;
  let covered = complaintWeight;
  for (const { text: term, isHan, weight } of terms) {
    total += weight;
    covered += (isHan ? folded.includes(term) : stems.has(term)) ? weight : 0;
  }
  return covered / total;
}
