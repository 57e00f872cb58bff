import { parseArguments } from "../../src/cli/arguments.ts";
import type { CliCommand, CliIo, ExitCode } from "../../src/cli/cli-io.ts";
import { exitCodes } from "../../src/cli/cli-io.ts";
import { readText } from "../../src/cli/read-text.ts";
import { terminalText } from "../../src/cli/terminal-text.ts";
import { UserError } from "../../src/errors.ts";
import { extract } from "../../src/extract/extract.ts";
import type { ExtractionScores, IssueScore, Tally } from "./extraction-score.ts";
import { ratio, scoreIssue, summarize } from "./extraction-score.ts";
import { parseLabelledIssues } from "./labelled-issue.ts";

const help = `Usage: npm run eval -- extraction FILE.jsonl [options]

Extracts the error reports of labelled issues and compares them with the labels: whether an issue
quotes an error at all (precision, recall), and the type and message of the one it is about.

Options:
      --failures   also print the issues that came out wrong, each with what was wanted and found
      --json       print the figures as JSON
  -h, --help       print this

FILE.jsonl holds one object a line: {id, text, has_error, errors: [{type, message, kind, language,
first_line, last_line, also_accept}], primary}.
`;

/** `npm run eval -- extraction`: how well the extractor does on labelled issues. */
export const extractionCommand: CliCommand = {
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    failures: { type: "boolean" },
    json: { type: "boolean" },
  });
  const [file, surplus] = positionals;
  if (file === undefined || surplus !== undefined)
    throw new UserError("name one file of labelled issues; see --help");
  const scores = parseLabelledIssues(await readText(file, io), file).map((issue) => {
    const { reports, primary } = extract(issue.text);
    return scoreIssue(issue, reports, primary);
  });
  const summary = summarize(scores);
  io.stdout.write(
    values.json ? `${JSON.stringify(summary, null, 2)}\n` : `${tableOf(summary).join("\n")}\n`,
  );
  if (values.failures)
    io.stdout.write(terminalText(`\n${scores.flatMap(failureOf).join("\n\n")}\n`));
  return exitCodes.ok;
}

function tableOf({ issues, withError, precision, recall, groups }: ExtractionScores): string[] {
  return [
    `${issues} issues, ${withError} with an error`,
    `has_error  precision ${share(precision)}  recall ${share(recall)}`,
    "",
    `${"type and message exact".padEnd(24)}${"issues".padStart(8)}${"exact".padStart(8)}${"share".padStart(8)}${"span".padStart(8)}`,
    ...groups.map(({ name, tally }) => rowOf(name, tally)),
  ];
}

function rowOf(name: string, { issues, exact, spanLines, coveredLines }: Tally): string {
  const cells = [issues, exact, share(ratio(exact, issues)), share(ratio(coveredLines, spanLines))];
  return name.padEnd(24) + cells.map((cell) => String(cell).padStart(8)).join("");
}

function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(3);
}

function failureOf({ id, wanted, found, isExact, isElsewhere }: IssueScore): string[] {
  if (isExact || (wanted === null && found === null)) return [];
  const where =
    wanted === null ? "" : ` (${wanted.kind}, ${wanted.language}, line ${wanted.first_line})`;
  return [
    [
      `${id}${where}${isElsewhere ? " found, but not as the primary error" : ""}`,
      `  wanted ${wanted === null ? "no report" : told(wanted.type, wanted.message)}`,
      `  found  ${found === null ? "no report" : `${told(found.type, found.message)} (${found.kind}, line ${found.firstLine})`}`,
    ].join("\n"),
  ];
}

function told(type: string | null, message: string): string {
  return `${type ?? "(no type)"}: ${message.slice(0, 200)}`;
}
