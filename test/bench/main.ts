import type { CliIo, CommandEntry } from "../../src/cli/cli-io.ts";
import { runProgram } from "../../src/cli/run-program.ts";

const commands: readonly CommandEntry[] = [
  {
    name: "extract",
    summary: "time the extractor on hostile and on ordinary texts",
    load: async () => (await import("./extract-command.ts")).extractCommand,
  },
  {
    name: "match",
    summary: "time the index of literals against loops over regexes",
    load: async () => (await import("./match-command.ts")).matchCommand,
  },
  {
    name: "cold",
    summary: "time the command line on one issue, from its start to its end",
    load: async () => (await import("./cold-command.ts")).coldCommand,
  },
];

/** `npm run bench`: how fast the core is. */
export function main(argv: readonly string[], io: CliIo): Promise<number> {
  return runProgram({ name: "npm run bench --", commands }, argv, io);
}
