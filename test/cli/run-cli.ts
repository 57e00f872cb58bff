import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { main } from "../../src/cli.ts";

export interface CliRun {
  code: number;
  out: string;
  err: string;
}

export interface CliSurroundings {
  stdin?: string;
  /** Whether standard input and standard error are a terminal. */
  isTerminal?: boolean;
  env?: Record<string, string>;
}

/** Runs the command line in this process. */
export async function runCli(
  args: readonly string[],
  { stdin = "", isTerminal = false, env = {} }: CliSurroundings = {},
): Promise<CliRun> {
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), { isTTY: isTerminal });
  const input = Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: isTerminal });
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await main(args, { stdin: input, stdout, stderr, env });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, out, err };
}

/** The text of an issue about the error of `ownRecord()`. */
export const kilnIssue = `The kiln refuses every plan

- kilnlib version: 4.31.0

\`\`\`
Traceback (most recent call last):
  File "bake.py", line 3, in <module>
    fire(pots, plan="auto")
kilnlib.FiringError: Cannot use the plan 'auto' while the kiln 7 is reserved for glazing. Release the kiln first.
\`\`\`
`;
