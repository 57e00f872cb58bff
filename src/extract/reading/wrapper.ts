import type { ReportedError } from "../error-report.ts";
import { lastPart } from "./typed-message.ts";

/** True for errors that only say that another program failed. */
export function isWrapper({ type, message }: Pick<ReportedError, "type" | "message">): boolean {
  return launchers.has(lastPart(type ?? "")) || hints.some((hint) => message.includes(hint));
}

const launchers = new Set([
  "ChildFailedError",
  "CalledProcessError",
  "ProcessRaisedException",
  "ProcessExitedException",
  "SystemExit",
  "BrokenProcessPool",
  // npm's and pnpm's word for a script that failed.
  "ELIFECYCLE",
  "ERR_PNPM_RECURSIVE_RUN_FIRST_FAIL",
  // How many symbols the linker has named above.
  "LNK1120",
]);

const hints = [
  "See root cause above",
  "See stack trace for root cause",
  "Engine core initialization failed",
  "ommand failed with exit code",
  "ommand failed with signal",
  "did not complete successfully: exit code",
  "returned a non-zero code: ",
  "returned non-zero exit status",
  "Process completed with exit code",
  '" exited with ',
  // lerna, and Yarn 1 on a package's script.
  " exited 1 in ",
  ": Command failed.",
  // gulp's plugins, below the errors that the compiler printed.
  "TypeScript: Compilation failed",
  // esbuild's exception says below how many errors it printed.
  "Build failed with ",
  // node-gyp: "`make` failed with exit code: 2".
  "` failed with exit code: ",
];
