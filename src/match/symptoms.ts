import type { Extraction } from "../extract/extraction.ts";
import type { Clue } from "./evidence.ts";
import { complaintsIn } from "./complaint.ts";
import type { Complaint } from "./complaint.ts";
import { foldCase } from "./fold.ts";
import { countTelling, stemsOf } from "./symptom-phrase.ts";
import type { Phrase, PreparedSymptoms, Term } from "./symptom-phrase.ts";

/** Text of an issue in which phrases are looked for. */
interface Passage {
  line: number;
  /** As it stands in the issue. */
  text: string;
  folded: string;
  stems: ReadonlySet<string>;
  complaints: ReadonlySet<Complaint>;
}

/** A few pieces of prose that follow each other. */
interface Window {
  passages: readonly Passage[];
  joined: Passage;
}

/** A phrase found within a few lines. */
interface PhraseHit {
  terms: readonly Term[];
  coverage: number;
  passage: Passage;
}

/** A phrase is there when this share of its weight stands within this many pieces of prose. */
const leastCoverage = 0.75;
const windowLength = 3;

/** A second phrase counts when it brings at least this many telling words of its own. */
const leastNewTerms = 1;

/** What the complaint itself weighs among a phrase's terms. */
const complaintWeight = 1;

const phrasePoints = 1;
const furtherPhrasePoints = 0.5;
const keywordPoints = 0.3;

/** Caps on hostile prose. */
const mostLines = 300;
const longestLine = 1_000;

/** Clues that the prose describes each known error with symptoms; those without any are left out. */
export function findSymptoms(
  extraction: Extraction,
  candidates: readonly PreparedSymptoms[],
): { symptoms: PreparedSymptoms; clues: Clue[]; phrases: number }[] {
  if (candidates.length === 0) {
    return [];
  }
  const passages = listPassages(extraction);
  const everything = joinPassages(passages);
  const windows = passages.map((_, first): Window => {
    const near = passages.slice(first, first + windowLength);
    return { passages: near, joined: joinPassages(near) };
  });
  const code = extraction.code.slice(0, mostLines).map(({ text }) => text.slice(0, longestLine));
  const written = `${everything.folded}\n${foldCase(code.join("\n"))}`;
  return candidates.flatMap((symptoms) => {
    const keyword = symptoms.keywords.find((name) => written.includes(name));
    if (symptoms.keywords.length > 0 && keyword === undefined) {
      return [];
    }
    const hits = independentHits(symptoms, windows, everything);
    const clues = hits.map((hit, rank) => toClue(hit, rank, keyword !== undefined));
    return hits.length === 0 ? [] : [{ symptoms, clues, phrases: hits.length }];
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
  { phrases }: PreparedSymptoms,
  windows: readonly Window[],
  everything: Passage,
): PhraseHit[] {
  const found = phrases
    .filter((phrase) => coverageOf(phrase, everything) >= leastCoverage)
    .map((phrase) => bestHit(phrase, windows))
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

function listPassages({ prose }: Extraction): Passage[] {
  return prose.slice(0, mostLines).map(({ line, text }) => {
    const capped = text.slice(0, longestLine);
    const folded = foldCase(capped);
    return { line, text, folded, stems: stemsOf(folded), complaints: complaintsIn(folded) };
  });
}

function joinPassages(passages: readonly Passage[]): Passage {
  const joined = {
    line: passages[0]?.line ?? 1,
    text: "",
    folded: passages.map(({ folded }) => folded).join("\n"),
    stems: new Set<string>(),
    complaints: new Set<Complaint>(),
  };
  for (const { stems, complaints } of passages) {
    stems.forEach((stem) => joined.stems.add(stem));
    complaints.forEach((complaint) => joined.complaints.add(complaint));
  }
  return joined;
}
