import { UserError } from "../errors.ts";
import { knownErrorJsonSchema } from "../knowledge/json-schema.ts";
import { parseArguments } from "./arguments.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";

const help = `Usage: signpost knowledge schema

Prints the JSON Schema of a known error, for editors and other tools.

Options:
  -h, --help   print this

Example:
  signpost knowledge schema > known-error.schema.json
`;

/** `signpost knowledge schema`: the format of a known error. */
export const knowledgeSchemaCommand: CliCommand = {
  help,
  run,
};

function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [surplus] = parseArguments(args, {}).positionals;
  if (surplus !== undefined) throw new UserError(`nothing can be named here, not "${surplus}"`);
  io.stdout.write(`${JSON.stringify(knownErrorJsonSchema(), null, 2)}\n`);
  return Promise.resolve(exitCodes.ok);
}
