/** What a command needs of its process; Node's own `process` is one. */
export interface CliIo {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean | undefined };
  stdout: CliOutput;
  stderr: CliOutput;
  env: Readonly<Record<string, string | undefined>>;
}

export type CliOutput = NodeJS.WritableStream & { isTTY?: boolean | undefined };

/** Exit codes, the same for every command. */
export const exitCodes = {
  /** Diagnosed; for other commands: done. */
  ok: 0,
  /** Nothing to say; for `knowledge lint`: errors were found. */
  nothing: 1,
  /** Wrong use, or something could not be read. */
  error: 2,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command as the overview shows it; what it needs is loaded when it is called. */
export interface CommandEntry {
  /** As typed: `diagnose`, `knowledge lint`. */
  name: string;
  /** One line for the overview. */
  summary: string;
  load: () => Promise<CliCommand>;
}

/** One command of the command line. Adding one is one file and one entry in `commands.ts`. */
export interface CliCommand {
  /** What `--help` prints: usage, options, examples. */
  help: string;
  /** Throws a `UserError` for wrong use. */
  run(args: readonly string[], io: CliIo): Promise<ExitCode>;
}
