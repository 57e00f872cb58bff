import type { Locale } from "../extract/extraction.ts";
import { diagnose } from "../diagnose.ts";
import type { DiagnoseOptions, Diagnosis } from "../diagnose.ts";
import { UserError } from "../errors.ts";
import { diagnoseText } from "../job/diagnose-text.ts";
import { issueText } from "../job/issue-text.ts";
import { leastConfidence } from "../match/decide.ts";
import type { AbstainReason } from "../match/verdict.ts";
import { renderExplanation } from "../render/explain.ts";
import { jsonReport } from "../render/json-report.ts";
import { parseArguments } from "./arguments.ts";
import { attachmentsFor, nothingAttached } from "./attachments.ts";
import { exitCodes } from "./cli-io.ts";
import type { CliCommand, CliIo, ExitCode } from "./cli-io.ts";
import { formatIssueReference, parseIssueReference } from "./issue-reference.ts";
import { knowledgeFor } from "./knowledge.ts";
import { readText } from "./read-text.ts";
import { terminalJson, terminalText } from "./terminal-text.ts";

const help = `Usage: signpost diagnose [FILE | - | OWNER/REPO#NUMBER | URL] [options]
       signpost diagnose --jsonl FILE [options]

Finds the known error in the text of an issue and prints the comment that answers it.
The text is read from FILE or standard input (its first line is the title if a blank line
follows), or from GitHub.

Options:
      --explain         print the evidence instead of the comment: what was read, what speaks for
                        and against each candidate, what it lacks, and the threshold
      --json            print the diagnosis as JSON
      --jsonl FILE      diagnose many texts: one {"id": ..., "text": ...} a line (- is standard
                        input); prints one line of JSON for each, in the same order
      --lang LANG       language of the comment: en, zh or auto (the issue's, the default)
      --knowledge DIR   a folder of known errors beside the bundled ones; may be repeated
  -h, --help            print this

Environment:
  GITHUB_TOKEN          for private repositories and a higher rate limit
  GITHUB_API_URL        API of another GitHub, such as https://HOST/api/v3
  ATTACHMENTS           off: do not read the logs and gists that an issue on GitHub links to
  KNOWLEDGE_DIRS        folders as with --knowledge, separated as in PATH
  SIGNPOST_CACHE_DIR    keeps what was prepared between runs; off: keep nothing

Exit code: 0 diagnosed, 1 nothing to say, 2 error.
With --jsonl: 0 all lines were read, 2 some could not be.

JSON, with lines counted from 1 in the given text:
  id           the line's id, the file's name, owner/repo#number, or null
  verdict      "diagnosed" or "abstained"
  reason       null, or why not: "no_error_report", "unknown_error", "low_confidence",
               "ambiguous"
  matches      [{id, confidence, evidence: [{line, text, kind}], versions}], best first;
               versions is "in_range", "out_of_range" or "unknown"
  reports      [{language, kind, type, message, first_line, last_line, frames, causes,
               fingerprint, attachment}] with frames [{file, line, function, package,
               in_library}], outermost first, and causes [{type, message}], nearest first;
               attachment is null, or the attached file in which the lines count
  primary      index in reports of the error that the issue is about, or null
  references   [{kind, url, name, line}]: attached texts and gists that the issue links to
  environment  {versions: [{name, version, line}], os}
  labels       {apply: [name], suggest: [name]}
  comment      Markdown, or null
A line of --jsonl that cannot be read gives {id, error} instead.

Examples:
  signpost diagnose issue.md
  pbpaste | signpost diagnose --lang zh
  signpost diagnose --explain issue.md
  signpost diagnose huggingface/transformers#12345 --json
  signpost diagnose --jsonl issues.jsonl > diagnoses.jsonl
`;

const options = {
  explain: { type: "boolean" },
  json: { type: "boolean" },
  jsonl: { type: "string" },
  lang: { type: "string", default: "auto" },
  knowledge: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** `signpost diagnose`: the core on a file, standard input, an issue of GitHub or many texts. */
export const diagnoseCommand: CliCommand = {
  help,
  run,
};

async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, options);
  const [source, surplus] = positionals;
  const wanted: DiagnoseOptions = { locale: parseLocale(values.lang), requested: true };
  if (surplus !== undefined) throw new UserError(`one text at a time, not also "${surplus}"`);
  if (values.explain && (values.json || values.jsonl !== undefined)) {
    throw new UserError("--explain prints text; JSON has the evidence in any case");
  }
  if (values.jsonl !== undefined) {
    if (source !== undefined) throw new UserError(`--jsonl has its own file, not also "${source}"`);
    const { diagnoseLines } = await import("./diagnose-lines.ts");
    const knowledge = await knowledgeFor(values.knowledge, io);
    return diagnoseLines(values.jsonl, {
      io,
      diagnose: (text) => diagnose(text, knowledge, wanted),
    });
  }
  const { id, text, isOnGitHub } = await readSource(source, io);
  const knowledge = await knowledgeFor(values.knowledge, io);
  const fetchAttachments = isOnGitHub ? attachmentsFor(io) : nothingAttached;
  const diagnosis = await diagnoseText({ knowledge, fetchAttachments }, text, wanted);
  if (values.json) io.stdout.write(`${terminalJson(jsonReport(id, diagnosis), 2)}\n`);
  else if (values.explain) explain(diagnosis, io);
  else print(diagnosis, io);
  return diagnosis.verdict.kind === "diagnosed" ? exitCodes.ok : exitCodes.nothing;
}

function parseLocale(text: string): Locale | "auto" {
  if (text === "en" || text === "zh" || text === "auto") return text;
  throw new UserError(`--lang is en, zh or auto, not "${text}"`);
}

async function readSource(
  source: string | undefined,
  io: CliIo,
): Promise<{ id: string | null; text: string; isOnGitHub: boolean }> {
  const reference = source === undefined ? null : parseIssueReference(source);
  if (reference) {
    const { readIssue } = await import("./read-issue.ts");
    const issue = await readIssue(reference, io.env);
    return { id: formatIssueReference(reference), text: issueText(issue), isOnGitHub: true };
  }
  if (source !== undefined && /^https?:\/\//.test(source)) {
    throw new UserError(`"${source}" is not the URL of an issue (.../owner/repo/issues/123)`);
  }
  if (source === undefined && io.stdin.isTTY) {
    throw new UserError("there is no text: name a file or an issue, or pipe the text in");
  }
  const file = source ?? "-";
  return { id: file === "-" ? null : file, text: await readText(file, io), isOnGitHub: false };
}

const reasons: Record<AbstainReason, string> = {
  no_error_report: "the text holds no error report",
  unknown_error: "no known error is near this one",
  low_confidence: "the nearest known error is too uncertain",
  ambiguous: "several known errors fit equally well",
};

function explain({ verdict, extraction, locale }: Diagnosis, io: CliIo): void {
  const text = renderExplanation(verdict, extraction, { locale, threshold: leastConfidence });
  io.stdout.write(`${terminalText(text).trimEnd()}\n`);
}

function print({ comment, verdict }: Diagnosis, io: CliIo): void {
  if (comment !== null) io.stdout.write(`${terminalText(comment).trimEnd()}\n`);
  if (verdict.kind === "abstained")
    io.stderr.write(`Nothing to say: ${reasons[verdict.reason]}.\n`);
}
