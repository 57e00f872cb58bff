import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Job } from "../job/job.ts";
import { describeError } from "./describe-error.ts";
import { queueNames } from "./queue.ts";
import type { Queue } from "./queue.ts";
import { startFailedJobs } from "./failed-jobs.ts";
import { decideRetry } from "./retry.ts";
import { StoredJob } from "./stored-job.ts";

/** Does one job; may be called again for a job that it has done in part or whole. */
export type HandleJob = (job: Job) => Promise<void>;

/**
 * Two workers of two jobs each, so that one slow repository does not hold up the rest. A worker that
 * fetches one job at a time takes only one a poll.
 */
const workOptions = {
  localConcurrency: 2,
  batchSize: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  // Not only a fallback: a job that waited for another of its issue, or for a retry, is not announced.
  notifyPollingIntervalSeconds: 2,
  includeMetadata: true,
  perJobResults: true,
} as const;

/** Starts to work the queue; `queue.stop` ends it. */
export async function startWorker(queue: Queue, handle: HandleJob): Promise<void> {
  const { boss, log } = queue;
  await startFailedJobs(queue);
  await boss.work<unknown, unknown, typeof workOptions>(queueNames.jobs, workOptions, (jobs) =>
    Promise.all(jobs.map((stored) => run(stored, { boss, log, handle }))),
  );
}

interface Workplace {
  boss: PgBoss;
  log: Logger;
  handle: HandleJob;
}

async function run(stored: JobWithMetadata<unknown>, place: Workplace): Promise<JobResult> {
  const parsed = StoredJob.safeParse(stored.data);
  if (!parsed.success) {
    place.log.error({ job: stored.id, err: parsed.error }, "Stored job is not understood");
    return outcome(stored, "deadletter", parsed.error);
  }
  const job = parsed.data;
  const log = place.log.child({
    delivery: job.delivery,
    installation: job.installation,
    repository: `${job.repository.owner}/${job.repository.name}`,
    issue: job.issue,
    kind: job.kind,
    attempt: stored.retryCount + 1,
  });
  try {
    await place.handle(job);
    return { id: stored.id, status: "completed" };
  } catch (error) {
    return failed(stored, error, { ...place, log });
  }
}

async function failed(
  stored: JobWithMetadata<unknown>,
  error: unknown,
  { boss, log }: Workplace,
): Promise<JobResult> {
  const decision = decideRetry(error);
  if (decision.kind === "give_up") {
    log.error({ err: error }, "Job failed for good");
    return outcome(stored, "deadletter", error);
  }
  log.warn({ err: error, after_seconds: decision.afterSeconds }, "Job failed, will run again");
  if (decision.afterSeconds !== null) await postpone(boss, stored, decision.afterSeconds, error);
  return outcome(stored, "failed", error);
}

/**
 * Settles the attempt here, so that the time of the next can be set; the result that the worker
 * returns for it afterwards finds nothing left to settle.
 */
async function postpone(
  boss: PgBoss,
  stored: JobWithMetadata<unknown>,
  seconds: number,
  error: unknown,
): Promise<void> {
  const attempt = { id: stored.id, retryCount: stored.retryCount };
  await boss.fail(queueNames.jobs, attempt, { error: describeError(error) });
  await boss.update(queueNames.jobs, undefined, { id: stored.id, startAfter: seconds });
}

function outcome(
  stored: JobWithMetadata<unknown>,
  status: "failed" | "deadletter",
  error: unknown,
): JobResult {
  return { id: stored.id, status, output: { error: describeError(error) } };
}
