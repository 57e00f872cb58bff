import path from "node:path";
import { diagnose } from "../diagnose.ts";
import { draftKnownError } from "../draft/draft-known-error.ts";
import { usualDomain } from "../draft/usual-domain.ts";
import { UserError } from "../errors.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import type { KnowledgeBase } from "../match/knowledge-base.ts";
import type { Verdict } from "../match/verdict.ts";
import { parseArguments } from "./arguments.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { knowledgeFor } from "./knowledge.ts";
import { writeNewFile } from "./new-file.ts";
import { readText } from "./read-text.ts";
import { terminalJson, terminalText } from "./terminal-text.ts";

const help = `Usage: signpost knowledge new [FILE | -] [options]

Drafts a known error from the traceback or the issue in FILE or on standard input: its wording, the
exception, the package and the category as far as they can be told, and the known errors next to it.
What a person has to write says TODO; signpost knowledge lint names what is left.

Options:
      --dir DIR         write DIR/<domain>/<slug>.json instead of printing it; never writes over a file
      --id ID           domain/slug of the new known error, in place of the proposed one
      --knowledge DIR   a folder of known errors beside the bundled ones; may be repeated
  -h, --help            print this

Exit code: 0 drafted, 1 the text reports no error, 2 error.

Examples:
  signpost knowledge new traceback.txt --dir knowledge
  pbpaste | signpost knowledge new > draft.json
`;

/** `signpost knowledge new`: a draft of a known error out of a report. */
export const knowledgeNewCommand: CliCommand = {
  help,
  run,
};

/** Known errors that are named as neighbors. */
const mostNeighbours = 3;

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    dir: { type: "string" },
    id: { type: "string" },
    knowledge: { type: "string", multiple: true, default: [] as string[] },
  });
  const [file = "-", surplus] = positionals;
  if (surplus !== undefined) throw new UserError(`one text at a time, not also "${surplus}"`);
  if (file === "-" && io.stdin.isTTY)
    throw new UserError("there is no text: name a file, or pipe a traceback in");
  const text = await readText(file, io);
  const knowledge = await knowledgeFor(values.knowledge, io);
  const { extraction, verdict } = diagnose(text, knowledge, { locale: "en", requested: true });
  const neighbours = nearest(verdict).slice(0, mostNeighbours);
  const draft = draftKnownError(extraction, neighbours, (name) =>
    usualDomain(name, knownErrorsOf(knowledge)),
  );
  if (draft === null) {
    io.stderr.write("Nothing to draft: the text reports no error.\n");
    return exitCodes.nothing;
  }
  if (verdict.kind === "diagnosed")
    io.stderr.write(terminalText(`Known already: ${nearest(verdict).join(", ")}\n`));
  io.stderr.write(terminalText(`Wording with its variable parts open: ${draft.opened}\n`));
  const record = values.id === undefined ? draft.record : withId(draft.record, values.id);
  await deliver(record, values.dir, io);
  return exitCodes.ok;
}

function* knownErrorsOf({ size, preparedAt }: KnowledgeBase): Generator<KnownError> {
  for (let owner = 0; owner < size; owner += 1) yield preparedAt(owner).knownError;
}

/** Ids of the known errors named, then of those that came near. */
function nearest(verdict: Verdict): string[] {
  const matches = verdict.kind === "diagnosed" ? verdict.matches : [];
  return [...matches, ...verdict.runnersUp].map(({ knownError }) => knownError.id);
}

function withId(record: Record<string, unknown>, id: string): Record<string, unknown> {
  const [domain = "", ...slug] = id.split("/");
  if (slug.length === 0 || !/^[a-z0-9][a-z0-9._/-]*$/.test(id) || id.includes(".."))
    throw new UserError(
      `--id is domain/slug in lower case, such as pytorch/out-of-memory, not "${id}"`,
    );
  return { ...record, id, domain };
}

async function deliver(
  record: Record<string, unknown>,
  dir: string | undefined,
  io: CliIo,
): Promise<void> {
  const json = `${terminalJson(record, 2)}\n`;
  if (dir === undefined) {
    io.stdout.write(json);
    return;
  }
  const file = path.join(dir, `${String(record["id"])}.json`);
  if (!(await writeNewFile(file, json)))
    throw new UserError(`${file} is there already; choose another name with --id`);
  io.stdout.write(terminalText(`${file}\n`));
}
