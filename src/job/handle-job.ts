import type { IssuePort } from "../publish/issue-port.ts";
import { Refused } from "../publish/refused.ts";
import { answerComment } from "./answer-comment.ts";
import { diagnoseIssue } from "./diagnose-issue.ts";
import type { Job } from "./job.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Makes the function that does one job. It may run twice for the same job and then adds nothing the
 * second time. Throws only what another try may mend (`RetryLater`, a failed call) and bugs.
 */
export function createJobHandler(dependencies: JobDependencies): (job: Job) => Promise<void> {
  return async (job) => {
    const outcome = await endOf(job, dependencies);
    dependencies.log.info({ ...fieldsOf(job), outcome }, "Job ended");
  };
}

async function endOf(job: Job, dependencies: JobDependencies): Promise<Outcome> {
  try {
    return await perform(job, await dependencies.github(job), dependencies);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: "refused", reason: error.reason, message: error.message };
  }
}

function perform(job: Job, port: IssuePort, dependencies: JobDependencies): Promise<Outcome> {
  const { knowledge, diagnoses, fetchAttachments } = dependencies;
  const context = { knowledge, diagnoses, fetchAttachments, port };
  return job.kind === "diagnose_issue"
    ? diagnoseIssue({ ...context, job })
    : answerComment({ ...context, job });
}

function fieldsOf(job: Job): object {
  return {
    delivery: job.delivery,
    installation: job.installation,
    repository: `${job.repository.owner}/${job.repository.name}`,
    issue: job.issue,
    kind: job.kind,
  };
}
