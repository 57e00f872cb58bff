import type { Issue } from "../publish/issue-port.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { issueText } from "./issue-text.ts";
import type { DiagnoseIssueJob } from "./job.ts";
import type { JobContext } from "./job-dependencies.ts";
import type { Outcome, SkipReason } from "./outcome.ts";
import { publishDiagnosis } from "./publish-diagnosis.ts";
import { toStored } from "./stored.ts";

/** Diagnoses a new issue: one comment and its labels, or silence. */
export async function diagnoseIssue(context: JobContext<DiagnoseIssueJob>): Promise<Outcome> {
  const { job, port, diagnoses } = context;
  const issue = await port.readIssue();
  const skip = reasonToSkip(issue);
  if (skip !== null) return { kind: "skipped", reason: skip };

  const options = { locale: "auto", requested: false } as const;
  const diagnosis = await diagnoseText(context, issueText(issue), options);
  if (diagnosis.verdict.kind === "abstained") {
    await diagnoses.save(toStored(job, diagnosis, null));
    return { kind: "silent", reason: diagnosis.verdict.reason };
  }
  const history = await port.readHistory();
  if (history.transferred) return { kind: "skipped", reason: "transferred" };
  return publishDiagnosis(context, { issue, diagnosis, history });
}

function reasonToSkip(issue: Issue): SkipReason | null {
  if (issue.isPullRequest) return "pull_request";
  if (issue.writtenByBot) return "bot";
  if (issue.locked) return "locked";
  return issue.open ? null : "closed";
}
