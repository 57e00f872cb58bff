import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../errors.ts";
import { importRecord } from "../import/import-record.ts";
import type { Imported } from "../import/import-record.ts";
import { findKnowledgeFiles } from "../knowledge/find-files.ts";
import { parseJson } from "../knowledge/parse-json.ts";
import { parseArguments } from "./arguments.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { writeNewFile } from "./new-file.ts";
import { readFailure } from "./read-text.ts";
import { terminalText } from "./terminal-text.ts";

const help = `Usage: signpost knowledge import FILE|DIR... [options]

Takes known errors of other collections into a quarantine folder: the flat form that Signpost uses,
and the nested one (error.signature, verdict, environment.runtime). A file holds one record or a list
of them. What a record claims without a source is dropped: figures, tiers, unknown fields, a regex
that misses its own signature or hits ordinary text, unsafe advice, links to unknown hosts. Records
that nobody checked never label by themselves. Nothing is ever written over.

Options:
      --out DIR    the quarantine folder (default: quarantine)
  -h, --help       print this

Prints one line for each record, and writes DIR/REPORT.md with what was dropped or repaired and why.
To try the records: signpost diagnose FILE --knowledge DIR; to adopt one, check it, add examples and
sources, and move it into your own folder of known errors.

Exit code: 0 something was imported, 1 nothing, 2 a file cannot be read.

Example:
  signpost knowledge import ./other-collection --out quarantine
`;

/** `signpost knowledge import`: records of other collections, into quarantine. */
export const knowledgeImportCommand: CliCommand = {
  help,
  run,
};

/** One record of a file. */
interface Source {
  /** The file, and the position in it where it holds several: `a.json[3]`. */
  place: string;
  outcome: Imported;
}

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    out: { type: "string", default: "quarantine" },
  });
  if (positionals.length === 0) throw new UserError("name a file or a folder of known errors");
  const files = (await Promise.all(positionals.map(filesOf))).flat();
  const sources: Source[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    for (const source of await importFile(file)) {
      const kept = await keep(source, { dir: values.out, taken });
      sources.push(kept);
      io.stdout.write(terminalText(`${lineOf(kept)}\n`));
      if (io.stderr.isTTY && sources.length % 100 === 0)
        io.stderr.write(`\r${sources.length} records`);
    }
  }
  const count = sources.filter(({ outcome }) => outcome.kind === "imported").length;
  await mkdir(values.out, { recursive: true });
  await writeFile(path.join(values.out, "REPORT.md"), reportOf(sources));
  io.stdout.write(
    terminalText(
      `${count} of ${sources.length} records imported into ${values.out}; see ${path.join(values.out, "REPORT.md")}\n`,
    ),
  );
  return count > 0 ? exitCodes.ok : exitCodes.nothing;
}

async function filesOf(name: string): Promise<string[]> {
  try {
    return (await stat(name)).isDirectory() ? await findKnowledgeFiles(name) : [name];
  } catch (error) {
    throw readFailure(name, error);
  }
}

/** Bytes of one file at most; the largest collections come as one file. */
const maxFileBytes = 64 * 1024 * 1024;

async function importFile(file: string): Promise<Source[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw readFailure(file, error);
  });
  if (bytes.length > maxFileBytes) throw new UserError(`${file} has more than 64 MB`);
  const parsed = parseJson(bytes);
  if (parsed.kind === "failed") return [{ place: file, outcome: refusal(parsed.message) }];
  const { value } = parsed;
  if (!Array.isArray(value)) return [{ place: file, outcome: importRecord(value) }];
  return value.map((item: unknown, index) => ({
    place: `${file}[${index}]`,
    outcome: importRecord(item),
  }));
}

function refusal(reason: string): Imported {
  return { kind: "refused", reason, repairs: [] };
}

/** Writes an imported record, unless one of its id is there already. */
async function keep(
  source: Source,
  { dir, taken }: { dir: string; taken: Set<string> },
): Promise<Source> {
  const { outcome, place } = source;
  if (outcome.kind === "refused") return source;
  const { id, record, repairs } = outcome;
  if (taken.has(id)) {
    return { place, outcome: { kind: "refused", reason: `${id} was imported already`, repairs } };
  }
  taken.add(id);
  const file = path.join(dir, `${id}.json`);
  if (await writeNewFile(file, `${JSON.stringify(record, null, 2)}\n`)) return source;
  return { place, outcome: { kind: "refused", reason: `${file} is there already`, repairs } };
}

function lineOf({ place, outcome }: Source): string {
  return outcome.kind === "imported"
    ? `imported ${outcome.id} (${outcome.repairs.length} repairs) from ${place}`
    : `refused  ${place}: ${outcome.reason}`;
}

/** What happened to each record, as Markdown. */
function reportOf(sources: readonly Source[]): string {
  const sections = sources.map(({ place, outcome }) => {
    const head = outcome.kind === "imported" ? `## ${outcome.id}` : `## Refused: ${place}`;
    const first = outcome.kind === "imported" ? `From ${place}.` : `${outcome.reason}.`;
    const repairs = outcome.repairs.map(({ field, what }) => `- \`${field}\`: ${what}`);
    return [head, "", first, ...(repairs.length > 0 ? ["", ...repairs] : [])].join("\n");
  });
  return `${["# Imported known errors", ...sections].join("\n\n")}\n`;
}
