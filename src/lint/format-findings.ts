import path from "node:path";
import { formatProblem } from "../knowledge/problem.ts";
import type { Severity } from "../knowledge/problem.ts";
import type { Mended } from "./fix.ts";
import type { LintReport } from "./lint.ts";

/** One line for each thing mended and each finding, with paths relative to `base`, and a last line that sums up. */
export function formatFindings(
  { findings, knownErrors }: LintReport,
  mended: readonly Mended[],
  base: string,
): string {
  const repairs = mended.map(
    ({ file, field, what }) => `${placeOf(file, base)}: mended: ${field}: ${what}`,
  );
  const lines = findings.map((finding) => {
    const problem = Object.assign({}, finding, { file: placeOf(finding.file, base) });
    return `${formatProblem(problem)} [${finding.rule}]`;
  });
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = `${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}`;
  return [...repairs, ...lines, `${plural(knownErrors, "known error")}: ${counts}`].join("\n");
}

/** The same for other tools. */
export function findingsJson(
  { findings, knownErrors }: LintReport,
  mended: readonly Mended[],
  base: string,
): object {
  return {
    known_errors: knownErrors,
    findings: findings.map(({ file, line, field, severity, rule, message, mend }) => ({
      file: placeOf(file, base),
      line,
      field,
      severity,
      rule,
      message,
      mend,
    })),
    mended: mended.map(({ file, field, what }) => ({ file: placeOf(file, base), field, what })),
  };
}

function placeOf(file: string, base: string): string {
  return path.relative(base, file) || ".";
}

/** Exit code for CI: 1 with at least one error, else 0; warnings and notes do not fail. */
export function lintExitCode({ findings }: LintReport): 0 | 1 {
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
