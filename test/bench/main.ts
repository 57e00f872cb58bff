import type { CliIo, CommandEntry } from "../../src/cli/cli-io.ts";
import { runProgram } from "../../src/cli/run-program.ts";

const commands: readonly CommandEntry[] = [
  {
    name: "extract",
    summary: "time the extractor on hostile and on ordinary texts",
    load: async () => (await import("./extract-command.ts")).extractCommand,
  },
];

/** `npm run bench`: how fast the core is. */
export function main(argv: readonly string[], io: CliIo): Promise<number> {
  return runProgram({ name: "npm run bench --", commands }, argv, io);
}
