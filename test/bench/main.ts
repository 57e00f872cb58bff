import type { CliIo } from "../../src/cli/cli-io.ts";
import { runProgram } from "../../src/cli/run-program.ts";
import { extractCommand } from "./extract-command.ts";

/** `npm run bench`: how fast the core is. */
export function main(argv: readonly string[], io: CliIo): Promise<number> {
  return runProgram({ name: "npm run bench --", commands: [extractCommand] }, argv, io);
}
