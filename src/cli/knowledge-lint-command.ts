import { cwd } from "node:process";
import { formatFindings, lintExitCode } from "../lint/format-findings.ts";
import { lintKnowledge } from "../lint/lint.ts";
import { parseArguments } from "./arguments.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { terminalText } from "./terminal-text.ts";

const help = `Usage: signpost knowledge lint [DIR...]

Checks the known errors of the folders, or the bundled ones: that they load, that their
examples match and their near misses do not, that their wording tells them apart.

Options:
  -h, --help   print this

Exit code: 0 no errors (there may be warnings), 1 errors, 2 a folder cannot be read.

Examples:
  signpost knowledge lint
  signpost knowledge lint ./our-known-errors
`;

/** `signpost knowledge lint`: what is wrong with a collection of known errors. */
export const knowledgeLintCommand: CliCommand = {
  name: "knowledge lint",
  summary: "check folders of known errors",
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const report = await lintKnowledge(positionals);
  io.stdout.write(`${terminalText(formatFindings(report, cwd()))}\n`);
  return lintExitCode(report);
}
