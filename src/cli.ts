import type { CliIo } from "./cli/cli-io.ts";
import { commands } from "./cli/commands.ts";
import { runProgram } from "./cli/run-program.ts";

/** The `signpost` command. Gives the exit code; throws on no input. */
export function main(argv: readonly string[], io: CliIo): Promise<number> {
  return runProgram({ name: "signpost", commands }, argv, io);
}
