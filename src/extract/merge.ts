import type { ErrorReport } from "./error-report.ts";
import type { Draft } from "./family.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { limits } from "./limits.ts";
import { lastPart } from "./reading/typed-message.ts";

/** A draft with the prefix of the block it was read from. */
export interface Found {
  draft: Draft;
  prefix: string;
}

/**
 * Joins the repeats of one error into its fullest report, in document order: the same type and
 * message, or a message that was cut short (a title, a summary's `...`).
 */
export function mergeRepeats(found: readonly Found[]): ErrorReport[] {
  const groups = new Map<string, Found[]>();
  for (const one of found.toSorted((a, b) => a.draft.firstLine - b.draft.firstLine)) {
    const key = keyOf(one.draft);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const reports = [...groups.values()].slice(0, limits.reports).map(joined);
  return withoutCutOnes(reports).toSorted((a, b) => a.firstLine - b.firstLine);
}

/** Gives each report whose message is the beginning of another's to that other one. */
function withoutCutOnes(reports: readonly ErrorReport[]): ErrorReport[] {
  const whole: ErrorReport[] = [];
  for (const report of reports.toSorted(byFullness)) {
    const fuller = whole.find((other) => isCutOf(report, other));
    if (fuller === undefined) whole.push(report);
    else
      fuller.repeatedAt = [...fuller.repeatedAt, report.firstLine, ...report.repeatedAt].toSorted(
        (a, b) => a - b,
      );
  }
  return whole;
}

function byFullness(a: ErrorReport, b: ErrorReport): number {
  return weight(b) - weight(a) || b.message.length - a.message.length;
}

/** Characters of a message that are enough to know it again. */
const shortestCut = 8;

function isCutOf(report: ErrorReport, other: ErrorReport): boolean {
  if (report.frames.length > 0 || report.causes.length > 0) return false;
  if (isUntyped(report, other)) return true;
  if (lastPart(report.type ?? "") !== lastPart(other.type ?? "")) return false;
  const start = report.message.replace(/(?:\.{2,3}|…)$/, "").trimEnd();
  if (report.kind === "inline" && isToldOn(start, other.message)) return true;
  const isCut = start !== report.message || report.kind === "inline";
  return isCut && start.length >= shortestCut && other.message.startsWith(start);
}

/** Characters of a message that no other error has by chance. */
const longEnough = 16;

/** The same message, told without its type. */
function isUntyped({ type, message }: ErrorReport, other: ErrorReport): boolean {
  return (
    type === null &&
    other.type !== null &&
    message.length >= longEnough &&
    message === other.message
  );
}

/** A sentence that quotes the message goes on behind it: `KeyError: 'x' when loading`. */
function isToldOn(sentence: string, message: string): boolean {
  return (
    message.length >= 3 &&
    sentence.startsWith(message) &&
    !/\w/.test(sentence.charAt(message.length))
  );
}

function keyOf({ type, message, kind }: Draft): string {
  const told = message.replace(/\s+/g, " ").trim();
  // Records that differ by their numbers alone are one, told by several ranks or again and again.
  const words = kind === "log" ? told.replace(/\d+/g, "0") : told;
  return `${lastPart(type ?? "").toLowerCase()}\n${words}`;
}

function joined(group: readonly Found[]): ErrorReport {
  const fullest = group.reduce((best, one) =>
    weight(one.draft) > weight(best.draft) ? one : best,
  );
  const { draft } = fullest;
  const repeatedAt = group.filter((one) => one !== fullest).map((one) => one.draft.firstLine);
  const prefixes = group.map(({ prefix }) => prefix).filter((prefix) => prefix !== "");
  return {
    ...draft,
    repeatedAt: [...new Set(repeatedAt)],
    prefixes: [...new Set(prefixes)],
    fingerprint: fingerprintOf(draft),
  };
}

/** Frames and causes make a report full; a report with a printed type beats one without. */
function weight(draft: Draft | ErrorReport): number {
  return draft.frames.length + draft.causes.length * 2 + (draft.kind === "inline" ? 0 : 1);
}
