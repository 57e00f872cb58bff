import { once } from "node:events";
import type { Diagnosis } from "../diagnose.ts";
import { jsonReport } from "../render/json-report.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliIo, CliOutput, ExitCode } from "./cli-io.ts";
import { readIssueLines } from "./issue-lines.ts";
import type { IssueLine } from "./issue-lines.ts";
import { terminalJson } from "./terminal-text.ts";

/** Lines between two notes on the progress. */
const progressStep = 100;

export interface DiagnoseLinesOptions {
  io: CliIo;
  diagnose: (text: string) => Diagnosis;
}

/**
 * Diagnoses each line of a file of `{"id", "text"}` and writes one line of JSON for it, in order,
 * while it reads. A line that cannot be read yields `{id, error}`, and exit code 2 in the end;
 * blank lines are passed over.
 */
export async function diagnoseLines(
  file: string,
  { io, diagnose }: DiagnoseLinesOptions,
): Promise<ExitCode> {
  let done = 0;
  let bad = 0;
  for await (const line of readIssueLines(file, io)) {
    done += 1;
    if (line.kind === "bad") bad += 1;
    await write(io.stdout, `${terminalJson(answerTo(line, diagnose))}\n`);
    if (io.stderr.isTTY && done % progressStep === 0) io.stderr.write(`\r${done} texts`);
  }
  if (io.stderr.isTTY) io.stderr.write(`\r${done} texts, ${bad} of them unreadable\n`);
  return bad > 0 ? exitCodes.error : exitCodes.ok;
}

function answerTo(line: IssueLine, diagnose: (text: string) => Diagnosis): object {
  return line.kind === "bad"
    ? { id: line.id, error: line.problem }
    : jsonReport(line.id, diagnose(line.text));
}

/** Waits while the reader of the output is slower than we are. */
async function write(output: CliOutput, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
