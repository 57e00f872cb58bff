import { parseArguments } from "../../src/cli/arguments.ts";
import type { CliCommand, CliIo, ExitCode } from "../../src/cli/cli-io.ts";
import { exitCodes } from "../../src/cli/cli-io.ts";
import { extract } from "../../src/extract/extract.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { ordinaryIssues } from "./ordinary-issues.ts";
import { measure, once } from "./measure.ts";

const help = `Usage: npm run bench -- extract [options]

Times the extractor: on hostile texts of 64 KB, each also cut to 16 KB and 32 KB (the time a KB needs
must not grow with the text), and on 1,000 issues of ordinary sizes.

Options:
      --json   print the figures as JSON
  -h, --help   print this

Figures are milliseconds: the first call of a text, the median of five later ones.
`;

/** `npm run bench -- extract`: how long the extractor takes. */
export const extractCommand: CliCommand = {
  help,
  run,
};

/** What one hostile text takes. */
interface HostileRow {
  name: string;
  first_ms: number;
  ms: number;
  /** Microseconds a KB at 16, 32 and 64 KB. */
  us_per_kb: [number, number, number];
}

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values } = parseArguments(args, { json: { type: "boolean" } });
  const issues = ordinaryIssues(1_000);
  for (const issue of issues.slice(0, 100)) extract(issue);
  const ordinary_ms = once(() => issues.map((issue) => extract(issue)));
  const hostile = hostileTexts.map(rowOf).toSorted((a, b) => b.ms - a.ms);
  if (values.json) io.stdout.write(`${JSON.stringify({ ordinary_ms, hostile }, null, 2)}\n`);
  else io.stdout.write(`${tableOf(ordinary_ms, hostile).join("\n")}\n`);
  return exitCodes.ok;
}

function rowOf({ name, text }: { name: string; text: string }): HostileRow {
  const first_ms = once(() => extract(text));
  const ms = measure(() => extract(text));
  return { name, first_ms, ms, us_per_kb: [perKb(text, 16), perKb(text, 32), (ms / 64) * 1_000] };
}

function perKb(text: string, kilobytes: number): number {
  return (measure(() => extract(text.slice(0, kilobytes * 1_024))) / kilobytes) * 1_000;
}

function tableOf(ordinary: number, rows: readonly HostileRow[]): string[] {
  const head = ["first", "ms", "16 KB", "32 KB", "64 KB"].map((cell) => cell.padStart(9)).join("");
  return [
    `1,000 ordinary issues: ${ordinary.toFixed(0)} ms`,
    "",
    `${"64 KB of".padEnd(28)}${head}   (the last three: µs a KB)`,
    ...rows.map(({ name, first_ms, ms, us_per_kb }) =>
      [
        name.padEnd(28),
        ...[first_ms, ms, ...us_per_kb].map((cell) => cell.toFixed(1).padStart(9)),
      ].join(""),
    ),
  ];
}
