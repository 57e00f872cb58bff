import { cwd } from "node:process";
import { fixKnowledge } from "../lint/fix.ts";
import { findingsJson, formatFindings, lintExitCode } from "../lint/format-findings.ts";
import { lintKnowledge } from "../lint/lint.ts";
import { parseArguments } from "./arguments.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { terminalJson, terminalText } from "./terminal-text.ts";

const help = `Usage: signpost knowledge lint [DIR...] [options]

Checks the known errors of the folders, or the bundled ones: that they load, that their
examples match and their near misses do not, that their wording tells them apart, that
readers find something to do, that links and sources are what they claim to be.

Options:
      --fix    mend first what needs no knowledge of the error (blank fields, a "how" that
               repeats the action, Chinese that is none, the printed type, package names, a
               tier that the sources do not earn); files are written as plain JSON
      --json   print the findings as JSON: {known_errors, findings: [{file, line, field,
               severity, rule, message, mend}], mended: [{file, field, what}]}
  -h, --help   print this

Exit code: 0 no errors (there may be warnings), 1 errors, 2 a folder cannot be read.

Examples:
  signpost knowledge lint
  signpost knowledge lint ./our-known-errors --fix
`;

/** `signpost knowledge lint`: what is wrong with a collection of known errors. */
export const knowledgeLintCommand: CliCommand = {
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    fix: { type: "boolean" },
    json: { type: "boolean" },
  });
  const mended = values.fix ? await fixKnowledge(positionals) : [];
  const report = await lintKnowledge(positionals);
  if (values.json) io.stdout.write(`${terminalJson(findingsJson(report, mended, cwd()), 2)}\n`);
  else io.stdout.write(`${terminalText(formatFindings(report, mended, cwd()))}\n`);
  return lintExitCode(report);
}
