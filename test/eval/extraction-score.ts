import type { ErrorReport } from "../../src/extract/error-report.ts";
import { lastPart } from "../../src/extract/reading/typed-message.ts";
import type { LabelledError, LabelledIssue } from "./labelled-issue.ts";

/** How the extraction of one issue compares with its labels. */
export interface IssueScore {
  id: string;
  /** Label of the primary error; `null` where the issue quotes none. */
  wanted: LabelledError | null;
  /** The primary report; `null` where none was found. */
  found: ErrorReport | null;
  /** True when type and message of the primary error came out as labelled. */
  isExact: boolean;
  /** True when some report, not the primary one, has the wanted type and message. */
  isElsewhere: boolean;
  /** Lines of the labelled span, and how many of them the primary report covers. */
  spanLines: number;
  coveredLines: number;
}

/**
 * Compares reports with labels: types by their last part without case, messages with white space
 * folded and surrounding quotes dropped; a label's other accepted answers count.
 */
export function scoreIssue(
  { id, errors, primary }: LabelledIssue,
  reports: readonly ErrorReport[],
  primaryReport: number | null,
): IssueScore {
  const wanted = errors[primary ?? 0] ?? null;
  const found = reports[primaryReport ?? -1] ?? null;
  const isExact = wanted !== null && found !== null && isSame(wanted, found);
  return {
    id,
    wanted,
    found,
    isExact,
    isElsewhere: wanted !== null && !isExact && reports.some((report) => isSame(wanted, report)),
    spanLines: wanted === null ? 0 : wanted.last_line - wanted.first_line + 1,
    coveredLines: wanted === null || found === null ? 0 : overlap(wanted, found),
  };
}

function isSame(wanted: LabelledError, found: ErrorReport): boolean {
  return [wanted, ...wanted.also_accept].some(
    ({ type, message }) =>
      typeKey(type) === typeKey(found.type) && messageKey(message) === messageKey(found.message),
  );
}

function typeKey(type: string | null): string {
  return lastPart(type ?? "").toLowerCase();
}

function messageKey(message: string): string {
  return message
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^["'`]+|["'`]+$/g, "");
}

function overlap(wanted: LabelledError, found: ErrorReport): number {
  const first = Math.max(wanted.first_line, found.firstLine);
  const last = Math.min(wanted.last_line, found.lastLine);
  return Math.max(0, last - first + 1);
}

/** Counts over a group of issues. */
export interface Tally {
  issues: number;
  exact: number;
  spanLines: number;
  coveredLines: number;
}

/** Figures over all issues; ratios are `null` where nothing was there to count. */
export interface ExtractionScores {
  issues: number;
  withError: number;
  precision: number | null;
  recall: number | null;
  /** By the language that the labels name: `python` and `rest`; then every kind and language. */
  groups: { name: string; tally: Tally }[];
}

/** Sums the scores of issues up. */
export function summarize(scores: readonly IssueScore[]): ExtractionScores {
  const labelled = scores.filter(({ wanted }) => wanted !== null);
  const reported = scores.filter(({ found }) => found !== null);
  const right = labelled.filter(({ found }) => found !== null).length;
  const isPython = (score: IssueScore): boolean => score.wanted?.language === "python";
  return {
    issues: scores.length,
    withError: labelled.length,
    precision: ratio(right, reported.length),
    recall: ratio(right, labelled.length),
    groups: [
      { name: "all", tally: tallyOf(labelled) },
      { name: "python", tally: tallyOf(labelled.filter(isPython)) },
      { name: "rest", tally: tallyOf(labelled.filter((score) => !isPython(score))) },
      ...groupsBy(labelled, "kind"),
      ...groupsBy(labelled, "language"),
    ],
  };
}

function groupsBy(
  scores: readonly IssueScore[],
  key: "kind" | "language",
): ExtractionScores["groups"] {
  const groups = Map.groupBy(scores, ({ wanted }) => wanted?.[key] ?? "");
  return [...groups]
    .map(([name, group]) => ({ name: `${key} ${name}`, tally: tallyOf(group) }))
    .toSorted((a, b) => b.tally.issues - a.tally.issues || a.name.localeCompare(b.name));
}

function tallyOf(scores: readonly IssueScore[]): Tally {
  const sum = (count: (score: IssueScore) => number): number =>
    scores.reduce((total, score) => total + count(score), 0);
  return {
    issues: scores.length,
    exact: sum(({ isExact }) => Number(isExact)),
    spanLines: sum(({ spanLines }) => spanLines),
    coveredLines: sum(({ coveredLines }) => coveredLines),
  };
}

/** A share between 0 and 1; `null` of nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
