import { types } from "node:util";
import { UserError } from "../errors.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliIo, CommandEntry } from "./cli-io.ts";
import { terminalText } from "./terminal-text.ts";

/** A command line: how it is called, and what it can do. */
export interface Program {
  /** As typed: `signpost`, `npm run eval --`. */
  name: string;
  /** In the order of the overview. */
  commands: readonly CommandEntry[];
}

/** Runs the command that the words name. Gives the exit code; throws on no input. */
export async function runProgram(
  { name: program, commands }: Program,
  argv: readonly string[],
  io: CliIo,
): Promise<number> {
  const command = commands.find(({ name }) => startsWith(argv, name.split(" ")));
  io.stdout.on("error", ignoreClosedPipe);
  try {
    if (command) return await runCommand(command, argv, io);
    return overview({ name: program, commands }, argv, io);
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.ok;
    const place = command ? `${program} ${command.name}` : program;
    io.stderr.write(terminalText(`${place}: ${explain(error)}\n`));
    return exitCodes.error;
  }
}

async function runCommand(
  { name, load }: CommandEntry,
  argv: readonly string[],
  io: CliIo,
): Promise<number> {
  const args = argv.slice(name.split(" ").length);
  const command = await load();
  if (asksForHelp(args)) {
    io.stdout.write(command.help);
    return exitCodes.ok;
  }
  return command.run(args, io);
}

/** No command, a group of them (`signpost knowledge`), and everything that is none. */
function overview(program: Program, argv: readonly string[], io: CliIo): number {
  const operands = argv.filter((word) => !word.startsWith("-"));
  const group = program.commands.filter(({ name }) => startsWith(name.split(" "), operands));
  const isKnown = argv.every((word) => operands.includes(word) || isHelp(word));
  if (!isKnown || group.length === 0) {
    throw new UserError(`there is no command "${argv.join(" ")}"; see ${program.name} --help`);
  }
  const asked = asksForHelp(argv);
  (asked ? io.stdout : io.stderr).write(overviewOf(program.name, group));
  return asked ? exitCodes.ok : exitCodes.error;
}

function overviewOf(program: string, group: readonly CommandEntry[]): string {
  const width = Math.max(...group.map(({ name }) => name.length)) + 2;
  const lines = group.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `Usage: ${program} COMMAND [options]

Commands:
${lines.join("\n")}

Options of every command:
  -h, --help   print how it is used, with examples

Examples:
  ${program} ${group[0]?.name} --help
  ${program} ${group.at(-1)?.name} --help
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
