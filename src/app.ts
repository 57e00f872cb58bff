import type { Probot } from "probot";
import type { Logger } from "pino";
import type { Job } from "./job/job.ts";
import { issueCommentCreated } from "./webhook/issue-comment-created.ts";
import { issuesOpened } from "./webhook/issues-opened.ts";
import type { WebhookReader } from "./webhook/payload.ts";

export interface AppOptions {
  /** Stores a job; false when its delivery has made one before. */
  enqueue: (job: Job) => Promise<boolean>;
  log: Logger;
}

/** Every event that Signpost listens to. */
export const readers: readonly WebhookReader[] = [issuesOpened, issueCommentCreated];

/** The Probot application: each event's payload becomes a job or is left; nothing is done here. */
export function createApp(options: AppOptions): (probot: Probot) => void {
  return (probot) => {
    for (const reader of readers) {
      probot.on(reader.event, ({ id, payload }) => receive(reader, { id, payload }, options));
    }
  };
}

/**
 * Throws when the job cannot be stored: GitHub is then answered 500 and marks the delivery as
 * failed. A payload that cannot be read would not get better by coming again and is answered 200.
 */
async function receive(
  reader: WebhookReader,
  { id, payload }: { id: string; payload: unknown },
  { enqueue, log }: AppOptions,
): Promise<void> {
  const fields = { delivery: id, event: reader.event };
  const reading = reader.read(id, payload);
  switch (reading.kind) {
    case "bad":
      log.error({ ...fields, problem: reading.problem }, "Payload is not as documented");
      return;
    case "ignored":
      log.debug({ ...fields, reason: reading.reason }, "Delivery ignored");
      return;
    case "job": {
      const isNew = await enqueue(reading.job);
      log.info({ ...fields, new: isNew, issue: reading.job.issue }, "Delivery accepted");
    }
  }
}
