import path from "node:path";
import { formatProblem } from "../knowledge/problem.ts";
import type { Severity } from "../knowledge/problem.ts";
import type { LintReport } from "./lint.ts";

/** One line a finding, with paths relative to `base`, and a last line that sums up. */
export function formatFindings({ findings, knownErrors }: LintReport, base: string): string {
  const lines = findings.map((finding) => {
    const problem = Object.assign({}, finding, { file: path.relative(base, finding.file) || "." });
    return `${formatProblem(problem)} [${finding.rule}]`;
  });
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = `${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}`;
  return [...lines, `${plural(knownErrors, "known error")}: ${counts}`].join("\n");
}

/** Exit code for CI: 1 with at least one error, else 0; warnings and notes do not fail. */
export function lintExitCode({ findings }: LintReport): 0 | 1 {
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
