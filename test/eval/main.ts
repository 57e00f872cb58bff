import type { CliIo } from "../../src/cli/cli-io.ts";
import { runProgram } from "../../src/cli/run-program.ts";
import { extractionCommand } from "./extraction-command.ts";
import { matchingCommand } from "./matching-command.ts";

/** `npm run eval`: how right the core is, on labelled texts. */
export function main(argv: readonly string[], io: CliIo): Promise<number> {
  return runProgram(
    { name: "npm run eval --", commands: [extractionCommand, matchingCommand] },
    argv,
    io,
  );
}
