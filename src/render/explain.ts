import type { Extraction, Locale } from "../extract/extraction.ts";
import type { Evidence, Match, Verdict } from "../match/verdict.ts";
import { clamp } from "./clamp.ts";
import { inlineCode } from "./escape.ts";
import { explanationPhrases } from "./explanation-phrases.ts";
import type { ExplanationPhrases } from "./explanation-phrases.ts";
import { missingEvidence } from "./missing-evidence.ts";
import { phrasesFor } from "./phrasebook.ts";
import { errorLine, quotedText } from "./quote.ts";
import { versionNote } from "./version-notes.ts";

export interface ExplanationOptions {
  locale: Locale;
  /** Confidence from which the matcher gives a diagnosis, 0..1. */
  threshold: number;
}

/** Most error reports, and most pieces of evidence of one candidate, that are listed. */
const mostReports = 6;
const mostEvidence = 8;

/**
 * The answer to `/diagnose explain`: what was read, what speaks for the diagnosis with lines and
 * weights, the threshold, and the candidates that were not chosen; or why there is no diagnosis, and what the nearest one lacks.
 */
export function renderExplanation(
  verdict: Verdict,
  extraction: Extraction,
  { locale, threshold }: ExplanationOptions,
): string {
  const words = explanationPhrases(locale);
  const isDiagnosed = verdict.kind === "diagnosed";
  const [nearest, ...others] = verdict.runnersUp;
  const shown = isDiagnosed ? verdict.matches : nearest === undefined ? [] : [nearest];
  const rest = isDiagnosed ? verdict.runnersUp : others;
  const heading = isDiagnosed
    ? words.whyDiagnosed
    : `${words.whyNot}\n\n${words.reasons[verdict.reason]}`;
  const paragraphs = [
    `### ${heading}`,
    reportsRead(extraction, words),
    ...shown.map((match) => candidate(match, locale, { words, isChosen: isDiagnosed })),
    words.threshold(decimal(threshold)),
    rest.length === 0 && !isDiagnosed && nearest !== undefined
      ? ""
      : runnersUp(rest, locale, words),
  ];
  return clamp(paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"));
}

function reportsRead({ reports }: Extraction, words: ExplanationPhrases): string {
  if (reports.length === 0) return words.nothingRead;
  const shown = reports.slice(0, mostReports);
  const items = shown.map(
    (report) => `- ${words.onLine(report.line)}${quotedText(errorLine(report))}`,
  );
  const rest = reports.length - shown.length;
  return [words.read, ...items, ...(rest > 0 ? [`- ${words.more(rest)}`] : [])].join("\n");
}

function candidate(
  match: Match,
  locale: Locale,
  { words, isChosen }: { words: ExplanationPhrases; isChosen: boolean },
): string {
  const evidence = match.evidence
    .slice(0, mostEvidence)
    .map((piece) => evidenceItem(piece, locale, words));
  const phrases = phrasesFor(locale);
  const versions = match.versions.map((finding) => `- ${versionNote(finding, phrases)}`);
  const missing = notSeen(match, locale, words).map((subject) => `- ${words.notSeen(subject)}`);
  const id = inlineCode(match.knownError.id);
  const confidence = decimal(match.confidence);
  const title = isChosen ? words.candidate(id, confidence) : words.nearest(id, confidence);
  return [title, ...evidence, ...versions, ...missing].join("\n");
}

/** What the known error names and the issue does not show, a subject a kind of evidence. */
function notSeen(match: Match, locale: Locale, words: ExplanationPhrases): string[] {
  const { evidence } = phrasesFor(locale);
  return missingEvidence(match).map(({ kind, names }) =>
    words.named(evidence[kind], names.map(inlineCode)),
  );
}

function evidenceItem(piece: Evidence, locale: Locale, words: ExplanationPhrases): string {
  const kind = phrasesFor(locale).evidence[piece.kind];
  const sign = piece.weight < 0 ? "−" : "+";
  const weight = sign + decimal(Math.abs(piece.weight));
  return `- ${words.weighed(piece.line, kind, weight)}${quotedText(piece.text)}`;
}

function runnersUp(matches: readonly Match[], locale: Locale, words: ExplanationPhrases): string {
  if (matches.length === 0) return words.noRunnersUp;
  const items = matches.map((match) => {
    const kinds = new Set(
      match.evidence.filter(({ weight }) => weight > 0).map(({ kind }) => kind),
    );
    const subjects = [...kinds].map((kind) => phrasesFor(locale).evidence[kind]);
    const id = inlineCode(match.knownError.id);
    return `- ${words.runnerUp(id, decimal(match.confidence), subjects)}`;
  });
  return [words.runnersUp, ...items].join("\n");
}

/** Two decimals, with a point in every language. */
function decimal(value: number): string {
  return value.toFixed(2);
}
