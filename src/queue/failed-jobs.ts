import type { JobWithMetadata } from "pg-boss";
import { z } from "zod";
import { recordFailure } from "../store/failures.ts";
import { queueNames } from "./queue.ts";
import type { Queue } from "./queue.ts";

/** As much of a job as can be read, whichever release wrote it. */
const FailedJob = z.looseObject({
  delivery: z.string().catch("unknown"),
  repository: z.looseObject({ id: z.number() }).catch({ id: 0 }),
  issue: z.number().catch(0),
  kind: z.string().catch("unknown"),
});

const Output = z
  .looseObject({ error: z.string() })
  .catch({ error: "the process ended in the middle of it" });

/**
 * Starts to put jobs that failed for good on record. Each is then deleted from the queue, where it
 * would otherwise hold back all later jobs of its issue.
 */
export async function startFailedJobs(queue: Queue): Promise<void> {
  const options = { includeMetadata: true, notifyPollingIntervalSeconds: 2 } as const;
  await queue.boss.work<unknown, unknown, typeof options>(
    queueNames.failed,
    options,
    async (jobs) => {
      for (const failed of jobs) await settle(failed, queue);
    },
  );
}

async function settle(failed: JobWithMetadata<unknown>, { boss, store }: Queue): Promise<void> {
  const job = FailedJob.parse(failed.data);
  await recordFailure(store.db, {
    delivery: job.delivery,
    repository: job.repository.id,
    issue: job.issue,
    kind: job.kind,
    error: Output.parse(failed.sourceOutput).error,
  });
  if (failed.sourceId !== null) await boss.deleteJob(queueNames.jobs, failed.sourceId);
}
