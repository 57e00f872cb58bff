import type { Diagnosis } from "../diagnose.ts";
import type { CommandContext } from "./command-context.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { issueText } from "./issue-text.ts";

/**
 * Diagnoses for somebody who asked: an error report in the very comment comes first, then the issue,
 * then what the comment tells in prose. Without any diagnosis, the text with a report is spoken of.
 */
export async function requestedDiagnosis(context: CommandContext): Promise<Diagnosis> {
  const { port, job, issue, locale } = context;
  const options = { locale, requested: true };
  const said = withoutCommands(await port.readComment(job.comment.id));
  const ofComment = await diagnoseText(context, said, options);
  const quotesReport = ofComment.extraction.reports.length > 0;
  if (quotesReport && isDiagnosed(ofComment)) return ofComment;

  const ofIssue = await diagnoseText(context, issueText(issue), options);
  if (isDiagnosed(ofIssue)) return ofIssue;
  return quotesReport || isDiagnosed(ofComment) ? ofComment : ofIssue;
}

function isDiagnosed({ verdict }: Diagnosis): boolean {
  return verdict.kind === "diagnosed";
}

/** Command lines become empty ones, so that the other lines keep their numbers. */
function withoutCommands(body: string): string {
  const lines = body.split("\n");
  return lines.map((line) => (/^\s*\/diagnose\b/i.test(line) ? "" : line)).join("\n");
}
