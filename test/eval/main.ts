import type { CliIo, CommandEntry } from "../../src/cli/cli-io.ts";
import { runProgram } from "../../src/cli/run-program.ts";

const commands: readonly CommandEntry[] = [
  {
    name: "extraction",
    summary: "measure the extractor on labelled issues",
    load: async () => (await import("./extraction-command.ts")).extractionCommand,
  },
  {
    name: "matching",
    summary: "measure the answers on labelled texts, and how reliable their confidence is",
    load: async () => (await import("./matching-command.ts")).matchingCommand,
  },
];

/** `npm run eval`: how right the core is, on labelled texts. */
export function main(argv: readonly string[], io: CliIo): Promise<number> {
  return runProgram({ name: "npm run eval --", commands }, argv, io);
}
