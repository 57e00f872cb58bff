import { parseArguments } from "../../src/cli/arguments.ts";
import type { CliCommand, CliIo, ExitCode } from "../../src/cli/cli-io.ts";
import { exitCodes } from "../../src/cli/cli-io.ts";
import { knowledgeFor } from "../../src/cli/knowledge.ts";
import { readText } from "../../src/cli/read-text.ts";
import { terminalText } from "../../src/cli/terminal-text.ts";
import { UserError } from "../../src/errors.ts";
import { parseLabelledCases } from "./labelled-case.ts";
import type { CaseScore, CaseTally, MatchingScores } from "./matching-score.ts";
import { summarizeMatching } from "./matching-score.ts";
import { scoreCases } from "./score-cases.ts";
import { ratio } from "./extraction-score.ts";

const help = `Usage: npm run eval -- matching FILE.jsonl [options]

Diagnoses labelled texts and compares the answers with the labels: precision (right answers among
answers), recall (right answers among texts that have one), answers to texts without an error; how
reliable the confidence is; and what other thresholds would have given.

Options:
      --failures        also print the cases that came out wrong
      --json            print the figures as JSON
      --knowledge DIR   a folder of known errors beside the bundled ones; may be repeated
  -h, --help            print this

FILE.jsonl holds one object a line: {id, group, expected: [id], beside: [id], asked, text}; group is
hit, symptom, near_miss, elsewhere or no_error, expected is empty where silence is right.
`;

/** `npm run eval -- matching`: how right the answers are on labelled texts. */
export const matchingCommand: CliCommand = {
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    failures: { type: "boolean" },
    json: { type: "boolean" },
    knowledge: { type: "string", multiple: true, default: [] as string[] },
  });
  const [file, surplus] = positionals;
  if (file === undefined || surplus !== undefined)
    throw new UserError("name one file of labelled cases; see --help");
  const cases = parseLabelledCases(await readText(file, io), file);
  const knowledge = await knowledgeFor(values.knowledge, io);
  const scores = scoreCases(cases, knowledge);
  const summary = summarizeMatching(scores);
  io.stdout.write(
    values.json ? `${JSON.stringify(summary, null, 2)}\n` : `${tablesOf(summary).join("\n")}\n`,
  );
  if (values.failures) io.stdout.write(terminalText(`\n${scores.flatMap(failureOf).join("\n")}\n`));
  return exitCodes.ok;
}

function tablesOf(scores: MatchingScores): string[] {
  return [
    `${scores.cases} cases`,
    `precision ${share(scores.precision)}  recall ${share(scores.recall)}  answers to texts without an error: ${scores.wrongWithoutError}`,
    "",
    row("group", ["cases", "answered", "right"]),
    ...scores.groups.map(tallyRow),
    "",
    row("recall by domain", ["cases", "right", "share"]),
    ...scores.domains.map(({ name, cases, right }) =>
      row(name, [cases, right, share(ratio(right, cases))]),
    ),
    "",
    row("confidence of the best", ["cases", "right", "share"]),
    ...scores.bands.map(({ from, to, candidates, right }) =>
      row(`${from} to ${to}`, [candidates, right, share(ratio(right, candidates))]),
    ),
    ...calibrationLines(scores),
    "",
    row("answering from", ["answers", "precision", "recall"]),
    ...scores.thresholds.map(({ confidence, answered, precision, recall }) =>
      row(String(confidence), [answered, share(precision), share(recall)]),
    ),
  ];
}

function calibrationLines({ calibration }: MatchingScores): string[] {
  if (calibration === null) return [];
  const { bias, brier, fit } = calibration;
  return [
    `mean confidence less share right ${bias.toFixed(3)}, Brier score ${brier.toFixed(3)}`,
    `fitted 1 / (1 + e^-(${fit.intercept.toFixed(2)} + ${fit.slope.toFixed(2)} points)), Brier score ${fit.brier.toFixed(3)}`,
  ];
}

function tallyRow({ name, cases, answered, right }: CaseTally): string {
  return row(name, [cases, answered, right]);
}

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(24) + cells.map((cell) => String(cell).padStart(11)).join("");
}

function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(3);
}

function failureOf({ id, group, expected, answered, isRight, best }: CaseScore): string[] {
  if (isRight) return [];
  const wanted = expected.length === 0 ? "silence" : expected.join(" or ");
  const found = answered.length === 0 ? "silence" : answered.join(", ");
  const sureness = best === null ? "no candidate" : `best ${best.confidence}`;
  return [`${id} (${group}): wanted ${wanted}, found ${found} (${sureness})`];
}
