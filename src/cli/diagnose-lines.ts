import { once } from "node:events";
import { z } from "zod";
import type { Diagnosis } from "../diagnose.ts";
import { jsonReport } from "../render/json-report.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliIo, CliOutput, ExitCode } from "./cli-io.ts";
import { openText, readFailure } from "./read-text.ts";
import { terminalJson } from "./terminal-text.ts";
import { textLines } from "./text-lines.ts";
import type { TextLine } from "./text-lines.ts";

const Id = z.union([z.string(), z.number()]);

/** One line of the input. */
const Entry = z.looseObject({ id: Id.nullish(), text: z.string() });

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
  options: DiagnoseLinesOptions,
): Promise<ExitCode> {
  const { io, diagnose } = options;
  let done = 0;
  let bad = 0;
  try {
    for await (const line of textLines(openText(file, io))) {
      if (line.text?.trim() === "") continue;
      const answer = answerTo(line, diagnose);
      done += 1;
      if ("error" in answer) bad += 1;
      await write(io.stdout, `${terminalJson(answer)}\n`);
      if (io.stderr.isTTY && done % progressStep === 0) io.stderr.write(`\r${done} texts`);
    }
  } catch (error) {
    throw readFailure(file, error);
  }
  if (io.stderr.isTTY) io.stderr.write(`\r${done} texts, ${bad} of them unreadable\n`);
  return bad > 0 ? exitCodes.error : exitCodes.ok;
}

function answerTo({ number, text }: TextLine, diagnose: (text: string) => Diagnosis): object {
  if (text === null) return { id: null, error: `line ${number} is too long` };
  let value: unknown;
  try {
    value = JSON.parse(number === 1 ? text.replace(/^\ufeff/, "") : text);
  } catch {
    return { id: null, error: `line ${number} is not JSON` };
  }
  const entry = Entry.safeParse(value);
  if (entry.success) return jsonReport(entry.data.id ?? null, diagnose(entry.data.text));
  const { data } = z.looseObject({ id: Id }).safeParse(value);
  return { id: data?.id ?? null, error: `line ${number} is not {"id": ..., "text": "..."}` };
}

/** Waits while the reader of the output is slower than we are. */
async function write(output: CliOutput, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
