import { diagnose } from "../diagnose.ts";
import { UserError } from "../errors.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../knowledge/load.ts";
import { compileKnowledge } from "../match/knowledge-base.ts";
import type { KnowledgeBase } from "../match/knowledge-base.ts";
import { collectionStats } from "../stats/collection-stats.ts";
import type { CollectionStats, Counts } from "../stats/collection-stats.ts";
import { countCoverage } from "../stats/coverage.ts";
import type { Coverage } from "../stats/coverage.ts";
import { parseArguments } from "./arguments.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { readIssueLines } from "./issue-lines.ts";
import { terminalJson, terminalText } from "./terminal-text.ts";

const help = `Usage: signpost knowledge stats [DIR...] [options]

Counts the known errors of the folders, or the bundled ones: by domain, category, verification tier,
language, and time since their last review.

Options:
      --coverage FILE   diagnose the issues of FILE, one {"id": ..., "text": ...} a line (- is standard
                        input), as if each were new: how many are answered, and the most frequent
                        errors without a known error: what to write next
      --json            print the figures as JSON
  -h, --help            print this

Exit code: 0, or 2 when a folder or a file cannot be read.

Examples:
  signpost knowledge stats
  signpost knowledge stats --coverage issues.jsonl
`;

/** `signpost knowledge stats`: what the collection is made of, and how far it reaches. */
export const knowledgeStatsCommand: CliCommand = {
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    coverage: { type: "string" },
    json: { type: "boolean" },
  });
  const dirs = positionals.length === 0 ? [bundledKnowledgeDir()] : positionals;
  const { knownErrors, problems } = await loadKnowledge(dirs);
  if (knownErrors.length === 0)
    throw new UserError(
      `no known error loads from ${dirs.join(", ")}; see signpost knowledge lint`,
    );
  for (const { file, severity } of problems)
    if (severity === "error") io.stderr.write(terminalText(`${file} was left out; see lint\n`));
  const stats = collectionStats(knownErrors, new Date());
  const coverage =
    values.coverage === undefined
      ? null
      : await coverageOf(values.coverage, compileKnowledge(knownErrors), io);
  io.stdout.write(
    values.json
      ? `${terminalJson({ ...stats, coverage }, 2)}\n`
      : terminalText(`${linesOf(stats, coverage).join("\n")}\n`),
  );
  return exitCodes.ok;
}

async function coverageOf(file: string, knowledge: KnowledgeBase, io: CliIo): Promise<Coverage> {
  const count = countCoverage();
  let bad = 0;
  for await (const line of readIssueLines(file, io)) {
    if (line.kind === "bad") {
      bad += 1;
      io.stderr.write(terminalText(`${file}: ${line.problem}\n`));
    } else count.add(line.id, diagnose(line.text, knowledge, { locale: "en", requested: false }));
  }
  if (bad > 0) io.stderr.write(`${bad} lines were left out\n`);
  return count.result();
}

function linesOf(stats: CollectionStats, coverage: Coverage | null): string[] {
  return [
    `${stats.known_errors} known errors, ${stats.wordings} wordings, ${stats.with_symptoms} with symptoms`,
    `in English ${stats.languages.english}, in Chinese ${stats.languages.chinese}`,
    ...table("domain", stats.domains),
    ...table("category", stats.categories),
    ...table("verification tier", stats.tiers),
    ...table("last review", stats.age),
    ...(coverage === null ? [] : coverageLines(coverage)),
  ];
}

function table(name: string, counts: Counts): string[] {
  return ["", name, ...Object.entries(counts).map(([key, count]) => row(count, key))];
}

function row(count: number, text: string): string {
  return `${String(count).padStart(7)}  ${text}`;
}

function coverageLines({
  issues,
  with_error,
  diagnosed,
  known_errors,
  missing,
}: Coverage): string[] {
  const share = (part: number): string => `${((100 * part) / Math.max(1, issues)).toFixed(1)} %`;
  return [
    "",
    `${issues} issues: ${with_error} quote an error (${share(with_error)}), ${diagnosed} are diagnosed (${share(diagnosed)})`,
    ...table("diagnosed as", known_errors),
    "",
    "most frequent errors without a known error",
    ...missing.map(({ count, example, issues: ids }) =>
      row(count, `${example}  (${ids.map(String).join(", ")})`),
    ),
  ];
}
