import { types } from "node:util";
import { exitCodes } from "./cli/cli-io.ts";
import type { CliCommand, CliIo } from "./cli/cli-io.ts";
import { commands } from "./cli/commands.ts";
import { terminalText } from "./cli/terminal-text.ts";
import { UserError } from "./errors.ts";

/** The `signpost` command. Gives the exit code; throws on no input. */
export async function main(argv: readonly string[], io: CliIo): Promise<number> {
  const command = commands.find(({ name }) => startsWith(argv, name.split(" ")));
  io.stdout.on("error", ignoreClosedPipe);
  try {
    if (command) return await runCommand(command, argv, io);
    return overview(argv, io);
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.ok;
    const place = command ? `signpost ${command.name}` : "signpost";
    io.stderr.write(terminalText(`${place}: ${explain(error)}\n`));
    return exitCodes.error;
  }
}

async function runCommand(
  command: CliCommand,
  argv: readonly string[],
  io: CliIo,
): Promise<number> {
  const args = argv.slice(command.name.split(" ").length);
  if (asksForHelp(args)) {
    io.stdout.write(command.help);
    return exitCodes.ok;
  }
  return command.run(args, io);
}

/** `signpost`, `signpost knowledge`, and everything that is no command. */
function overview(argv: readonly string[], io: CliIo): number {
  const operands = argv.filter((word) => !word.startsWith("-"));
  const group = commands.filter(({ name }) => startsWith(name.split(" "), operands));
  const isKnown = argv.every((word) => operands.includes(word) || isHelp(word));
  if (!isKnown || group.length === 0) {
    throw new UserError(`there is no command "${argv.join(" ")}"; see signpost --help`);
  }
  const asked = asksForHelp(argv);
  (asked ? io.stdout : io.stderr).write(overviewOf(group));
  return asked ? exitCodes.ok : exitCodes.error;
}

function overviewOf(group: readonly CliCommand[]): string {
  const width = Math.max(...group.map(({ name }) => name.length)) + 2;
  const lines = group.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `Usage: signpost COMMAND [options]

Commands:
${lines.join("\n")}

Options of every command:
  -h, --help   print how it is used, with examples

Examples:
  signpost ${group[0]?.name} --help
  signpost ${group.at(-1)?.name} --help
`;
}

function startsWith(words: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((word, position) => words[position] === word);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? words.length : end).some(isHelp);
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

/** A person's mistake in its own words; anything else is a bug and shows where it happened. */
function explain(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Whoever reads our output may stop early, as `head` does. */
function ignoreClosedPipe(error: unknown): void {
  if (!isClosedPipe(error)) throw error;
}

function isClosedPipe(error: unknown): boolean {
  return types.isNativeError(error) && "code" in error && error.code === "EPIPE";
}
