import path from "node:path";
import { formatFieldPath } from "../knowledge/field-path.ts";
import type { KnownErrorFile } from "../knowledge/known-error-file.ts";
import { bundledKnowledgeDir, loadKnowledgeFiles } from "../knowledge/load.ts";
import type { KnowledgeProblem } from "../knowledge/problem.ts";
import { buildCollection } from "./collection.ts";
import type { Collection } from "./collection.ts";
import type { LintedRecord } from "./rule.ts";
import { rules } from "./rules.ts";

/** A problem and the name of the rule that found it; `load` for what keeps a record from loading. */
export interface Finding extends KnowledgeProblem {
  rule: string;
}

/** What the linter found, in order of files and lines. */
export interface LintReport {
  findings: Finding[];
  /** Known errors that were looked at; those that do not load are findings only. */
  knownErrors: number;
}

/**
 * Checks the known errors below the folders, together with the bundled ones as they would be
 * loaded; without folders, the bundled ones. Throws a `ConfigError` when a folder cannot be read.
 */
export async function lintKnowledge(dirs: readonly string[] = []): Promise<LintReport> {
  const bundled = bundledKnowledgeDir();
  const linted = dirs.length === 0 ? [bundled] : dirs;
  const isLinted = (file: string): boolean => linted.some((dir) => isBelow(file, dir));
  const { files, problems } = await loadKnowledgeFiles([bundled, ...linted]);
  const collection = buildCollection(files.map((file) => toRecord(file, [...linted, bundled])));
  const records = collection.records.filter(({ file }) => isLinted(file));
  const findings = [
    ...problems.filter(({ file }) => isLinted(file)).map(loadFinding),
    ...records.flatMap((record) => lintRecord(record, collection)),
  ];
  return { findings: findings.sort(byPlace), knownErrors: records.length };
}

/** What all rules say about one known error of a collection. */
export function lintRecord(record: LintedRecord, collection: Collection): Finding[] {
  return rules.flatMap(({ name, own, foreign, check }) => {
    const severity = record.own ? own : foreign;
    if (severity === null) return [];
    return check(record, collection).map(({ path: field, message, mend }) => ({
      file: record.file,
      line: record.lineOf(field),
      field: formatFieldPath(field),
      severity,
      message,
      mend,
      rule: name,
    }));
  });
}

function toRecord(file: KnownErrorFile, dirs: readonly string[]): LintedRecord {
  const { verification_tier, examples } = file.knownError;
  const dir = dirs.find((candidate) => isBelow(file.file, candidate)) ?? "";
  const checked = verification_tier !== "ai_generated" || examples.matches.length > 0;
  return {
    ...file,
    pathInFolder: path.relative(dir, file.file).split(path.sep).join("/"),
    own: checked || isBelow(file.file, bundledKnowledgeDir()),
  };
}

function isBelow(file: string, dir: string): boolean {
  const below = path.relative(dir, file);
  return !below.startsWith("..") && !path.isAbsolute(below);
}

function loadFinding(problem: KnowledgeProblem): Finding {
  return Object.assign({ rule: "load" }, problem);
}

function byPlace(left: Finding, right: Finding): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return (left.line ?? 0) - (right.line ?? 0);
}
