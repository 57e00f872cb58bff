import { readers } from "../app.ts";
import { UserError } from "../errors.ts";
import { createJobHandler } from "../job/handle-job.ts";
import type { Job } from "../job/job.ts";
import { parseArguments } from "./arguments.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { dryRunPort } from "./dry-run-port.ts";
import type { DryStep } from "./dry-run-port.ts";
import { knowledgeFor } from "./knowledge.ts";
import { readText } from "./read-text.ts";
import { parseRecordedDelivery } from "./recorded-delivery.ts";
import type { RecordedDelivery } from "./recorded-delivery.ts";
import { terminalJson, terminalText } from "./terminal-text.ts";

const help = `Usage: signpost replay FILE [options]

Takes a recorded delivery of GitHub through the app and prints what it would do. Nothing is
sent or fetched: the issue is read from the payload, without files it links to; earlier comments
and labels are taken to be absent.

FILE is {"event": "issues", "id": "...", "payload": {...}}, a delivery as GitHub's API or the
App's page shows it, or a bare payload (- is standard input).

Options:
      --knowledge DIR   a folder of known errors beside the bundled ones; may be repeated
  -h, --help            print this

Exit code: 0 something would be done, 1 nothing, 2 error.

Example:
  signpost replay delivery.json
`;

const options = {
  knowledge: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** `signpost replay`: a recorded delivery through the app, dry. */
export const replayCommand: CliCommand = {
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, options);
  const [file, surplus] = positionals;
  if (file === undefined) throw new UserError("name the file of a recorded delivery");
  if (surplus !== undefined) throw new UserError(`one delivery at a time, not also "${surplus}"`);
  const delivery = parseRecordedDelivery(await readText(file, io));
  const say = (line: string): unknown => io.stdout.write(`${terminalText(line)}\n`);
  say(`Delivery ${delivery.id}: ${delivery.event}`);
  const job = jobOf(delivery);
  if (typeof job === "string") {
    say(`Ignored: ${job}`);
    return exitCodes.nothing;
  }
  say(`Job: ${job.kind} for ${job.repository.owner}/${job.repository.name}#${job.issue}`);
  const { port, steps } = dryRunPort(delivery.payload);
  await createJobHandler({
    knowledge: await knowledgeFor(values.knowledge, io),
    diagnoses: { save: () => Promise.resolve(), find: () => Promise.resolve(null) },
    fetchAttachments: () => Promise.resolve([]),
    github: () => Promise.resolve(port),
    log: {
      info: (fields) =>
        say(`Outcome: ${terminalJson("outcome" in fields ? fields.outcome : null)}`),
    },
  })(job);
  for (const step of steps) say(describe(step));
  return steps.length > 0 ? exitCodes.ok : exitCodes.nothing;
}

/** The job that a delivery makes, or why it makes none. */
function jobOf({ id, event, payload }: RecordedDelivery): Job | string {
  const reader = readers.find((candidate) => candidate.event === event);
  if (!reader) return "not an event that Signpost listens to";
  const reading = reader.read(id, payload);
  if (reading.kind === "bad") {
    throw new UserError(`the payload is not as documented: ${reading.problem}`);
  }
  return reading.kind === "job" ? reading.job : reading.reason.replaceAll("_", " ");
}

function describe({ what, body }: DryStep): string {
  const quoted = body?.split("\n").map((line) => `  | ${line}`.trimEnd()) ?? [];
  return [`Would ${what}`, ...quoted].join("\n");
}
