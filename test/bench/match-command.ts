import { parseArguments } from "../../src/cli/arguments.ts";
import { exitCodes } from "../../src/cli/cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "../../src/cli/cli-io.ts";
import { UserError } from "../../src/errors.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import type { ComparedRow } from "./compare-ways.ts";
import { buildFigures, hostileTimes, ownRows, syntheticRows } from "./match-figures.ts";

const help = `Usage: npm run bench -- match [options]

Times the search for many regexes in one text, in three ways whose answers must be the same: a loop
over JavaScript's RegExp, a loop over re2js, and the index. The texts have 4 KB and 64 KB, one line
in five is Chinese, every second text has one to three hits; each is measured once. The regexes are
made up, shaped like error messages with one to three holes; then come the project's own.

Options:
      --patterns LIST   numbers of regexes (1000,2000,5000,10000,50000)
      --json            print the figures as JSON
  -h, --help            print this

The slow ways get fewer texts the longer they take; the table says how many. Building and opening
take place in processes of their own. Hostile texts have 64 KB and meet 10,000 known errors.
Exit code: 0 measured, 2 the answers differ.
`;

const options = {
  patterns: { type: "string", default: "1000,2000,5000,10000,50000" },
  json: { type: "boolean" },
} as const;

/** `npm run bench -- match`: the index of literals against loops over regexes. */
export const matchCommand: CliCommand = { help, run };

/** Number of known errors that hostile texts meet. */
const hostileSize = 10_000;

interface Figures {
  rows: (ComparedRow & { regexes: "synthetic" | "bundled" })[];
  build_ms: Record<string, number>;
  /** From the cache. */
  open_ms: Record<string, number>;
  rss_mb: Record<string, number>;
  index_mb: Record<string, number>;
  hostile_ms: Record<string, number>;
}

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values } = parseArguments(args, options);
  const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
  const figures: Figures = {
    rows: [],
    build_ms: {},
    open_ms: {},
    rss_mb: {},
    index_mb: {},
    hostile_ms: hostileTimes(hostileSize),
  };
  for (const patterns of parsePatterns(values.patterns)) {
    const { built, opened } = buildFigures(patterns);
    figures.build_ms[patterns] = built.ms;
    figures.open_ms[patterns] = opened.ms;
    figures.rss_mb[patterns] = built.rss_mb;
    figures.index_mb[patterns] = built.index_mb;
    figures.rows.push(...marked("synthetic", syntheticRows(patterns)));
  }
  figures.rows.push(...marked("bundled", ownRows(knownErrors)));
  const text = values.json ? JSON.stringify(figures, null, 2) : tableOf(figures).join("\n");
  io.stdout.write(`${text}\n`);
  return exitCodes.ok;
}

function parsePatterns(list: string): number[] {
  return list.split(",").map((text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number > 0) return number;
    throw new UserError(`--patterns is a list such as 1000,2000, not "${list}"`);
  });
}

function marked(regexes: "synthetic" | "bundled", rows: readonly ComparedRow[]): Figures["rows"] {
  return rows.map((row) => Object.assign({ regexes }, row));
}

function tableOf(figures: Figures): string[] {
  return [
    "Milliseconds a text (median), and on how many texts each way was measured",
    line(["regexes", "text", "naive", "re2js", "index", "ratio", "texts"]),
    ...figures.rows.map(rowLine),
    "",
    "Known errors: building in ms, opening from the cache in ms, growth of the process and the index in MB",
    line(["", "build", "open", "RSS", "index"]),
    ...Object.entries(figures.build_ms).map(([patterns, built]) =>
      line([
        patterns,
        built.toFixed(0),
        (figures.open_ms[patterns] ?? Number.NaN).toFixed(1),
        (figures.rss_mb[patterns] ?? Number.NaN).toFixed(0),
        (figures.index_mb[patterns] ?? Number.NaN).toFixed(1),
      ]),
    ),
    "",
    `Hostile texts of 64 KB with ${hostileSize} known errors: milliseconds`,
    ...Object.entries(figures.hostile_ms).map(
      ([name, ms]) => `${ms.toFixed(1).padStart(8)}  ${name}`,
    ),
  ];
}

function rowLine(row: Figures["rows"][number]): string {
  const { naive, re2js, ours } = row.texts;
  return line([
    row.regexes === "bundled" ? `own ${row.patterns}` : String(row.patterns),
    `${row.text_kb} KB`,
    row.naive_ms.toFixed(2),
    row.re2js_ms.toFixed(1),
    row.ours_ms.toFixed(4),
    row.ratio.toFixed(0),
    `${naive} ${re2js} ${ours}`,
  ]);
}

function line(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(10)).join("");
}
