import type { ErrorReport, ReportKind } from "./error-report.ts";
import { lastPart } from "./reading/typed-message.ts";
import { isWrapper } from "./reading/wrapper.ts";

/**
 * Index of the report that the issue is about, `null` when there is none: one with a stack before
 * a lone line, a worker's own error before its launcher's, one that the title speaks of before
 * others; among equals the first, which the later ones usually follow from.
 */
export function primaryOf(reports: readonly ErrorReport[], title: string): number | null {
  let best: number | null = null;
  let highest = -1;
  for (const [index, report] of reports.entries()) {
    const weight =
      weigh(report, title.toLowerCase()) * (isToldElsewhere(report, reports) ? 0.25 : 1);
    if (weight <= highest) continue;
    best = index;
    highest = weight;
  }
  return best;
}

/** True for an error that broke off before its message, or that a title sums up, where another report of its type says more. */
function isToldElsewhere(report: ErrorReport, reports: readonly ErrorReport[]): boolean {
  const isCutOff = report.kind === "ipy" && report.message === "";
  const isTitle = report.kind === "inline" && report.firstLine === 1;
  if (report.type === null || !(isCutOff || isTitle)) return false;
  return reports.some(
    (other) => other !== report && other.type === report.type && other.message !== "",
  );
}

function weigh(report: ErrorReport, title: string): number {
  const base = stackWeight(report) + titleWeight(report, title);
  const weight = base * (report.isAside === true ? 0.125 : isWrapper(report) ? 0.25 : 1);
  // What the reporter quotes counts before what only an attached file says.
  return report.attachment === undefined ? weight : weight * 0.9;
}

function stackWeight(report: ErrorReport): number {
  const hasStack = report.frames.length > 0 || withStack.has(report.kind);
  if (report.type === null && report.message === "") return 0.5;
  if (report.kind === "crash" && report.frames.length === 0) {
    // A shell only says that a program died; a program that aborts has said why.
    if (/^abort/i.test(report.type ?? "")) return 1.5;
    if (isShells(report.type)) return 5;
  }
  if (hasStack) return 8;
  return withoutStack[report.kind] ?? 2;
}

/** What died with a stack or a signal's name says more than the shell's words. */
function isShells(type: string | null): boolean {
  return /^(?:segmentation fault|bad system call|bus error|floating point|illegal|killed|trace)/i.test(
    type ?? "",
  );
}

/** A compiler's first error counts as much as a line on its own, what a build makes of it less. */
const withoutStack: Partial<Record<ReportKind, number>> = {
  line: 4,
  compiler: 4,
  linker: 4,
  test: 4,
  service: 4,
  inline: 3,
  build: 3,
};

/** Kinds that are as full as a stack even where no frame was read. */
const withStack: ReadonlySet<ReportKind> = new Set<ReportKind>([
  "pytest",
  "panic",
  "crash",
  "crash-html",
  "gdb",
  "sanitizer",
  "logcat",
]);

/** Words that stand in any title. */
const common = new Set([
  "cannot",
  "could",
  "error",
  "from",
  "have",
  "that",
  "this",
  "when",
  "with",
]);

/** Characters of a message that no title holds by chance. */
const quotable = 16;

function titleWeight({ type, message, kind }: ErrorReport, title: string): number {
  const words =
    message
      .toLowerCase()
      .match(/[\p{L}_]{4,}/gu)
      ?.slice(0, 30) ?? [];
  const shared = new Set(words.filter((word) => !common.has(word) && title.includes(word)));
  const name = lastPart(type ?? "").toLowerCase();
  const isNamed = name.length > 3 && title.includes(name);
  // A code (`TS2304`, `ERR_X`) is nobody else's.
  const isCode = /[A-Z]\d|_/.test(type ?? "");
  const isQuoted =
    kind !== "inline" &&
    message.length >= quotable &&
    title.includes(message.toLowerCase().replace(/\.$/, ""));
  return Math.min(shared.size, 6) / 2 + (isNamed ? (isCode ? 5 : 1) : 0) + (isQuoted ? 5 : 0);
}
