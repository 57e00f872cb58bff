import type { Logger } from "pino";
import { PgBoss } from "pg-boss";
import type { Job } from "../job/job.ts";
import { isRecorded, recordDelivery } from "../store/deliveries.ts";
import type { Store } from "../store/store.ts";
import { jobId } from "./job-id.ts";

/** Name of the queue of jobs, and of the one that takes what failed for good. */
export const queueNames = { jobs: "jobs", failed: "failed-jobs" } as const;

export interface QueueOptions {
  store: Store;
  log: Logger;
}

/** The durable queue; jobs of one issue run one at a time, in the order they came. */
export interface Queue {
  store: Store;
  log: Logger;
  /** The library's own handle, for the worker. */
  boss: PgBoss;
  /** Stores a job; false when its delivery has made one before. Throws when it cannot be stored. */
  enqueue: (job: Job) => Promise<boolean>;
  /** Takes no more jobs, waits for those in hand (milliseconds at most), gives back the rest. */
  stop: (timeout: number) => Promise<void>;
}

/**
 * About 50 minutes of trying again: 5 s, 10 s, 20 s, ... 15 minutes. A job whose process died stops
 * refreshing its heartbeat and runs again after 10 to 20 seconds.
 */
const jobOptions = {
  retryLimit: 10,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 900,
  heartbeatSeconds: 10,
  expireInSeconds: 600,
  deadLetter: queueNames.failed,
  notify: true,
};

/** Opens the queue on the store's database. */
export async function createQueue({ store, log }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    ...store.queueConnection,
    schema: store.queueSchema,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    // Both tend a server that others write to; the embedded one has no vacuum process to watch.
    reindex: store.kind === "postgres",
    monitorVacuum: store.kind === "postgres",
  });
  boss.on("error", (err) => log.error({ err }, "Queue error"));
  boss.on("warning", ({ message }) => log.warn({ warning: message }, "Queue warning"));
  await boss.start();
  await prepare(boss);
  return {
    store,
    log,
    boss,
    enqueue: (job) => enqueue(boss, store, job),
    stop: (timeout) => boss.stop({ graceful: true, timeout }),
  };
}

async function prepare(boss: PgBoss): Promise<void> {
  await boss.createQueue(queueNames.failed, { retryLimit: 10, retryBackoff: true, notify: true });
  await boss.createQueue(queueNames.jobs, { policy: "key_strict_fifo", ...jobOptions });
  // A queue that an earlier release made keeps its options until told otherwise.
  await boss.updateQueue(queueNames.jobs, jobOptions);
}

/**
 * The delivery is noted after its job is stored, never before: a crash in between makes GitHub's
 * next try find the job by its id.
 */
async function enqueue(boss: PgBoss, store: Store, job: Job): Promise<boolean> {
  if (await isRecorded(store.db, job.delivery)) return false;
  const id = await boss.send(queueNames.jobs, job, {
    id: jobId(job.delivery),
    singletonKey: `${job.repository.id}#${job.issue}`,
  });
  await recordDelivery(store.db, job.delivery, job.kind);
  return id !== null;
}
