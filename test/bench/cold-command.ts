import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArguments } from "../../src/cli/arguments.ts";
import { exitCodes } from "../../src/cli/cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "../../src/cli/cli-io.ts";
import { UserError } from "../../src/errors.ts";
import { median, once } from "./measure.ts";
import { seededRandom } from "./random.ts";
import { syntheticErrors } from "./synthetic-errors.ts";
import type { SyntheticError } from "./synthetic-errors.ts";
import { fullRecord } from "./synthetic-records.ts";

const help = `Usage: npm run bench -- cold [options]

Times whole processes: \`signpost diagnose\` on one issue with a folder of made-up known errors beside
the bundled ones, without the cache (SIGNPOST_CACHE_DIR=off), with an empty one, with one that has
the code but not these known errors, and with a full one; beside them an empty Node and --help.
The kinds take turns, so that a busy machine is busy for all of them.

Options:
      --known-errors N  how many are made up (1000)
      --runs N          runs of each kind (9)
      --json            print the figures as JSON
  -h, --help            print this
`;

const options = {
  "known-errors": { type: "string", default: "1000" },
  runs: { type: "string", default: "9" },
  json: { type: "boolean" },
} as const;

/** `npm run bench -- cold`: how long a person waits for one diagnosis. */
export const coldCommand: CliCommand = { help, run };

const cli = fileURLToPath(new URL("../../bin/signpost.js", import.meta.url));

/** A kind of process that is timed. */
interface Kind {
  name: string;
  args: readonly string[];
  cacheDir: string;
  /** Done before each run and not timed. */
  prepare: () => void;
  /** What it must print. */
  expected: string;
}

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values } = parseArguments(args, options);
  const root = mkdtempSync(path.join(tmpdir(), "signpost-cold-"));
  try {
    const kinds = kindsIn(root, syntheticErrors(Number(values["known-errors"])));
    const times = measureKinds(kinds, Number(values.runs));
    const figures = Object.fromEntries(
      Array.from(times, ([name, ms]) => [
        name,
        { median_ms: median(ms), least_ms: Math.min(...ms) },
      ]),
    );
    if (values.json) io.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    else io.stdout.write(tableOf(figures));
  } finally {
    rmSync(root, { recursive: true });
  }
  return exitCodes.ok;
}

function kindsIn(root: string, errors: readonly SyntheticError[]): Kind[] {
  const knowledge = path.join(root, "knowledge/synthetic");
  mkdirSync(knowledge, { recursive: true });
  errors.forEach((error, index) =>
    writeFileSync(
      path.join(knowledge, `error-${index}.json`),
      JSON.stringify(fullRecord(error, index), null, 2),
    ),
  );
  const issue = path.join(root, "issue.md");
  writeFileSync(issue, issueAbout(errors[0]));
  const diagnose = [cli, "diagnose", issue, "--json", "--knowledge", path.dirname(knowledge)];
  const cache = (name: string): string => path.join(root, `cache-${name}`);
  const kind = (name: string, more: Partial<Kind>): Kind => ({
    name,
    args: diagnose,
    cacheDir: cache(name),
    prepare: () => {},
    expected: '"id": "synthetic/error-0"',
    ...more,
  });
  return [
    kind("empty node", { args: ["-e", "0"], expected: "" }),
    kind("--help", { args: [cli, "--help"], expected: "Usage: signpost" }),
    kind("cache off", { cacheDir: "off" }),
    kind("empty cache", {
      prepare: () => rmSync(cache("empty cache"), { recursive: true, force: true }),
    }),
    kind("new known errors", {
      prepare: () => removeFiles(path.join(cache("new known errors"), "knowledge-*")),
    }),
    kind("cache", {}),
  ];
}

function issueAbout(error: SyntheticError | undefined): string {
  const message = `${error?.type}: ${error?.print(seededRandom(1))}`;
  const call = '  File "run.py", line 3, in <module>\n    main()';
  return `It fails\n\n\`\`\`\nTraceback (most recent call last):\n${call}\n${message}\n\`\`\`\n`;
}

/** Milliseconds of each run; one before them fills the caches. */
function measureKinds(kinds: readonly Kind[], runs: number): Map<string, number[]> {
  const times = new Map(kinds.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const kind of kinds) {
      kind.prepare();
      const ms = once(() => runOnce(kind));
      if (round > 0) times.get(kind.name)?.push(ms);
    }
  }
  return times;
}

function runOnce({ name, args, cacheDir, expected }: Kind): void {
  const env = { ...process.env, SIGNPOST_CACHE_DIR: cacheDir };
  const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0 || !stdout.includes(expected)) {
    throw new UserError(`"${name}" failed: exit code ${status}, ${stdout.slice(0, 500)}`);
  }
}

function removeFiles(pattern: string): void {
  for (const file of globSync(pattern)) rmSync(file);
}

function tableOf(figures: Record<string, { median_ms: number; least_ms: number }>): string {
  const rows = Object.entries(figures).map(([name, { median_ms: middle, least_ms: least }]) =>
    [name.padEnd(18), ...[middle, least].map((ms) => ms.toFixed(0).padStart(8))].join(""),
  );
  return `${"ms".padEnd(18)}  median   least\n${rows.join("\n")}\n`;
}
