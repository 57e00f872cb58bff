import type { Extraction, Locale } from "../extract/extraction.ts";
import type { Evidence, Match, Verdict } from "../match/verdict.ts";
import { clamp } from "./clamp.ts";
import { inlineCode } from "./escape.ts";
import { explanationPhrases } from "./explanation-phrases.ts";
import type { ExplanationPhrases } from "./explanation-phrases.ts";
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
 * weights, the threshold, and the candidates that were not chosen; or why there is no diagnosis.
 */
export function renderExplanation(
  verdict: Verdict,
  extraction: Extraction,
  { locale, threshold }: ExplanationOptions,
): string {
  const words = explanationPhrases(locale);
  const chosen = verdict.kind === "diagnosed" ? verdict.matches : [];
  const heading =
    verdict.kind === "diagnosed"
      ? words.whyDiagnosed
      : `${words.whyNot}\n\n${words.reasons[verdict.reason]}`;
  const paragraphs = [
    `### ${heading}`,
    reportsRead(extraction, words),
    ...chosen.map((match) => candidate(match, locale, words)),
    words.threshold(decimal(threshold)),
    runnersUp(verdict.runnersUp, locale, words),
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

function candidate(match: Match, locale: Locale, words: ExplanationPhrases): string {
  const evidence = match.evidence
    .slice(0, mostEvidence)
    .map((piece) => evidenceItem(piece, locale, words));
  const phrases = phrasesFor(locale);
  const versions = match.versions.map((finding) => `- ${versionNote(finding, phrases)}`);
  const id = inlineCode(match.knownError.id);
  return [words.candidate(id, decimal(match.confidence)), ...evidence, ...versions].join("\n");
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
