import type { ErrorReport, ReportedError } from "../extract/error-report.ts";
import type { Match } from "../match/verdict.ts";
import { clip, inlineCode, oneLine } from "./escape.ts";
import type { Phrases } from "./phrases.ts";
import { redact } from "./redact.ts";
import type { SectionContext } from "./section-context.ts";

/** Longest quoted line in characters; one longer than `sentenceLength` ends after its first sentence. */
const quoteLength = 300;
const sentenceLength = 160;
/** Longest text that is searched for secrets before it is cut, in characters. */
const searchedLength = 4_000;
/** Most repeats whose lines are named. */
const namedRepeats = 3;

/** The matched line in a block quote, with where it stands in the issue; empty where there is none. */
export function quote({ match, extraction, phrases }: SectionContext): string {
  const report = match.report === null ? undefined : extraction.reports[match.report];
  const quoted = quotedError(match, report);
  if (quoted === null) return "";
  const text = quotedText(quoted.text);
  if (text === "") return "";
  const places = [place(quoted.line, report, phrases), ...(report ? repeats(report, phrases) : [])];
  return `> ${text}${phrases.aside(places.join(phrases.locale === "zh" ? "，" : ", "))}`;
}

function place(line: number, report: ErrorReport | undefined, phrases: Phrases): string {
  const file = report?.attachment;
  return file === undefined ? phrases.line(line) : phrases.lineIn(quotedText(file), line);
}

/** A stranger's text as inline code: secrets redacted, long text cut. */
export function quotedText(text: string): string {
  const line = oneLine(redact(cutBetweenWords(text, searchedLength)));
  return inlineCode(clip(firstSentence(line), quoteLength));
}

/** A secret that is cut in two would no longer be known as one. */
function cutBetweenWords(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, Math.max(0, text.lastIndexOf(" ", length)));
}

function firstSentence(line: string): string {
  if (line.length <= sentenceLength) return line;
  const end = line.slice(0, quoteLength).search(/(?<=[a-z0-9)`'"\]]{3})\. (?=[A-Z])/);
  return end === -1 ? line : `${line.slice(0, end + 1)} …`;
}

/** An error as one line, as programs print it. */
export function errorLine(error: ReportedError): string {
  return error.type === null ? error.message : `${error.type}: ${error.message}`;
}

function quotedError(
  match: Match,
  report: ErrorReport | undefined,
): { line: number; text: string } | null {
  const best =
    match.evidence.find(({ kind }) => kind === "wording" || kind === "cause") ??
    match.evidence.find(({ kind }) => kind === "symptom") ??
    null;
  if (report === undefined) return best;
  const errors = [report, ...report.causes];
  const error = errors.find(({ line }) => line === best?.line) ?? (best === null ? report : null);
  return error === null ? best : { line: error.line, text: errorLine(error) };
}

function repeats(report: ErrorReport, phrases: Phrases): string[] {
  const ranks = ranksOf(report);
  if (ranks.length > 0) return [rankText(ranks, phrases)];
  const lines = report.repeatedAt;
  if (lines.length === 0) return [];
  return [
    lines.length > namedRepeats
      ? phrases.repeatedTimes(lines.length + 1)
      : phrases.repeatedOn(lines),
  ];
}

/** Ranks named in the stripped prefixes (`[rank0]:`), in order and without repeats. */
function ranksOf(report: ErrorReport): number[] {
  const ranks = report.prefixes.flatMap((prefix) => {
    const found = /rank\s?[:=]?\s?(\d{1,5})/i.exec(prefix.slice(0, 200));
    return found === null ? [] : [Number(found[1])];
  });
  return [...new Set(ranks)].sort((one, other) => one - other);
}

function rankText(ranks: number[], phrases: Phrases): string {
  const first = ranks[0] ?? 0;
  const last = ranks.at(-1) ?? first;
  if (ranks.length === 1) return phrases.rank(first);
  const unbroken = ranks.length > 2 && last - first === ranks.length - 1;
  return unbroken ? phrases.rankRange(first, last) : phrases.rankList(ranks.slice(0, 8));
}
