import type { Environment, StatedVersion } from "../extraction.ts";
import {
  isOperatingSystemAlone,
  isOperatingSystemKey,
  operatingSystem,
  operatingSystemOnLine,
} from "./operating-system.ts";
import { packageName } from "./package-name.ts";
import { plainLines } from "./plain-line.ts";
import type { PlainLine } from "./plain-line.ts";
import { isVersionKey, nameOfKey, versionsOnKeyedLine } from "./version-line.ts";
import { versionsInSentence } from "./version-sentence.ts";
import type { VersionStatement } from "./version-sentence.ts";
import { versionsInTables } from "./version-table.ts";
import { versionsInLock } from "./version-lock.ts";
import { versionInOutput } from "./version-output.ts";
import { versionsInPaths } from "./version-path.ts";
import { versionAtStart } from "./version-token.ts";

/** Versions that are kept. */
const mostVersions = 1_000;

/** Lines within which an answer follows its heading, and `Version:` its `Name:`. */
const reach = 4;

/** How a version was stated, best first. */
const sources = ["report", "sentence", "path"] as const;

interface Statement extends StatedVersion {
  source: (typeof sources)[number];
}

/**
 * What the reporter says about the machine: versions of packages, Python, CUDA and the like, and
 * the operating system. Reads reports of tools (`transformers-cli env`, torch's `collect_env`, `pip
 * freeze`, `pip list`, `pip show`, `conda list`), excerpts of lock files, tables, lists and sentences,
 * in English and Chinese, and the paths of installed packages. A version in a report counts before one in a sentence, and that before one in a path;
 * statements of the same rank that contradict each other yield nothing, of others the first is kept.
 */
export function extractEnvironment(lines: readonly string[]): Environment {
  const plain = plainLines(lines);
  const tables = versionsInTables(plain);
  const statements = plain.flatMap((entry, index) => [
    ...statementsOn(entry, plain[index - 1], tables.get(entry.line) ?? null),
    ...versionsInPaths(entry.text).map(statementFrom("path", entry.line)),
  ]);
  const versions = [...Map.groupBy(statements, (statement) => statement.name).values()]
    .flatMap((about) => agreed(about))
    .sort((first, second) => first.line - second.line)
    .slice(0, mostVersions);
  return { versions, os: statedOperatingSystem(plain) };
}

function statementsOn(
  entry: PlainLine,
  previous: PlainLine | undefined,
  row: VersionStatement | null,
): Statement[] {
  const { content, line } = entry;
  if (!/\d/.test(content)) return [];
  if (row) return [statementFrom("report", line)(row)];
  const own = versionInOutput(content);
  if (own) return [statementFrom("report", line)(own)];
  const locked = versionsInLock(entry, previous);
  if (locked.length > 0) return locked.map(statementFrom("report", line));
  const answer = answerTo(previous, entry);
  if (answer) return [answer];
  const keyed = versionsOnKeyedLine(content);
  if (keyed.length > 0 || isVersionKey(content)) return keyed.map(statementFrom("report", line));
  const told = versionsInSentence(content);
  const isListItem = content.split(" ").length <= 3 * told.length;
  return told.map(statementFrom(isListItem ? "report" : "sentence", line));
}

function statementFrom(source: Statement["source"], line: number) {
  return ({ name, version }: VersionStatement): Statement => ({ name, version, line, source });
}

/** The answer below a heading (`### PyTorch version`), and `Version:` below the `Name:` of `pip show`. */
function answerTo(question: PlainLine | undefined, entry: PlainLine): Statement | null {
  if (!question || entry.line - question.line > reach) return null;
  const shown = /^Name: ([\w.-]{1,100})$/.exec(question.content)?.[1];
  if (shown !== undefined) {
    const value = /^Version: (.+)$/.exec(entry.content)?.[1];
    return answered(packageName(shown), value, entry.line);
  }
  const name = isQuestion(question) ? nameOfKey(question.content.replace(/ ?[:?]$/, "")) : null;
  return name === null ? null : answered(name, entry.content, entry.line);
}

function answered(name: string, value: string | undefined, line: number): Statement | null {
  const token = value === undefined ? null : versionAtStart(value);
  if (!token || !/^(?:$| \()/.test(token.rest)) return null;
  return { name, version: token.version, line, source: "report" };
}

function isQuestion({ text, content }: PlainLine): boolean {
  const start = text.trimStart();
  return start.startsWith("#") || start.startsWith("**") || /[:?]$/.test(content);
}

/** The first of the best statements about one package; none when they contradict each other. */
function agreed(statements: readonly Statement[]): StatedVersion[] {
  const source = sources.find((rank) => statements.some((statement) => statement.source === rank));
  const best = statements.filter((statement) => statement.source === source);
  const [first] = best;
  if (!first || !best.every((other) => isCompatible(first.version, other.version))) return [];
  return [{ name: first.name, version: first.version, line: first.line }];
}

/** Whether two statements may mean one version: `2.1` and `2.1.0+cu118` may. */
function isCompatible(first: string, second: string): boolean {
  const [one, other] = [first, second].map((version) => version.replace(/\+.*$/, "").split("."));
  if (!one || !other) return false;
  return one.every((part, position) => position >= other.length || part === other[position]);
}

function statedOperatingSystem(plain: readonly PlainLine[]): string | null {
  for (const [index, { content, line }] of plain.entries()) {
    const keyed = operatingSystemOnLine(content);
    if (keyed !== null) return keyed;
    const question = plain[index - 1];
    const isAnswer =
      question !== undefined && line - question.line <= reach && isQuestion(question);
    if (isAnswer && isOperatingSystemKey(question.content.replace(/ ?[:?]$/, ""))) {
      const answer = operatingSystem(content);
      if (answer !== null) return answer;
    }
  }
  return plain.find(({ content }) => isOperatingSystemAlone(content))?.content ?? null;
}
