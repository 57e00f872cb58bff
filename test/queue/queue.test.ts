import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { RetryLater } from "../../src/errors.ts";
import type { DiagnoseIssueJob, Job } from "../../src/job/job.ts";
import { createQueue, queueNames } from "../../src/queue/queue.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { startWorker } from "../../src/queue/worker.ts";
import { listFailures } from "../../src/store/failures.ts";
import type { Store } from "../../src/store/store.ts";
import { testDatabases } from "../store/test-stores.ts";

const log = pino({ level: "silent" });

function jobFor(issue: number, delivery: string = randomUUID()): DiagnoseIssueJob {
  const repository = { id: 42, owner: "octo", name: "train" };
  return { kind: "diagnose_issue", delivery, installation: 7, repository, issue };
}

/** Waits until a condition holds, a minute at most. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let step = 0; step < 2_400; step += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("waited in vain");
}

describe.each(testDatabases)("the queue on $name", (database) => {
  let store: Store;
  let queue: Queue;

  beforeAll(async () => {
    store = await database.open();
  });
  afterAll(async () => {
    await store.close();
  });
  beforeEach(async () => {
    queue = await createQueue({ store, log });
  });
  afterEach(async () => {
    await queue.boss.deleteAllJobs(queueNames.jobs);
    await queue.stop(1_000);
  });

  it("gives the worker the job as it was put in", async () => {
    const done: Job[] = [];
    const job: Job = {
      ...jobFor(1),
      kind: "answer_comment",
      comment: { id: 9, author: "ada", association: "NONE" },
      commands: [{ verb: "diagnose" }, { verb: "apply", labels: ["error: device"] }],
    };
    await startWorker(queue, async (given) => void done.push(given));
    expect(await queue.enqueue(job)).toBe(true);
    await until(() => done.length === 1);
    expect(done).toEqual([job]);
  });

  it.each([
    { name: "a GUID", delivery: "0b989ba4-242f-11e5-81e1-c7b6966d2516" },
    { name: "another kind of id", delivery: "manual-3" },
  ])("makes one job of a delivery that comes twice, named by $name", async ({ delivery }) => {
    const done: number[] = [];
    const together = [queue.enqueue(jobFor(2, delivery)), queue.enqueue(jobFor(2, delivery))];
    expect((await Promise.all(together)).filter(Boolean)).toEqual([true]);
    await startWorker(queue, async ({ issue }) => void done.push(issue));
    await queue.enqueue(jobFor(3));
    await until(() => done.includes(3));
    expect(await queue.enqueue(jobFor(2, delivery))).toBe(false);
    await queue.enqueue(jobFor(4));
    await until(() => done.includes(4));
    expect(new Set(done)).toEqual(new Set([2, 3, 4]));
    expect(done).toHaveLength(3);
  });

  it("runs jobs of one issue one after the other, in order, while other issues go on", async () => {
    const events: string[] = [];
    const finish = new Map<string, () => void>();
    const jobs = [jobFor(5), jobFor(5), jobFor(6)] as const;
    for (const job of jobs) await queue.enqueue(job);
    const names = new Map(jobs.map((job, position) => [job.delivery, `${job.issue}.${position}`]));
    await startWorker(queue, async ({ delivery }) => {
      const name = names.get(delivery) ?? "?";
      events.push(`start ${name}`);
      if (name === "5.0") await new Promise<void>((resolve) => finish.set(name, resolve));
      events.push(`end ${name}`);
    });
    await until(() => events.includes("end 6.2"));
    expect(events.toSorted()).toEqual(["end 6.2", "start 5.0", "start 6.2"]);
    finish.get("5.0")?.();
    await until(() => events.includes("end 5.1"));
    expect(events.filter((event) => event.includes(" 5."))).toEqual([
      "start 5.0",
      "end 5.0",
      "start 5.1",
      "end 5.1",
    ]);
  });

  it("runs a job again after the wait that a rate limit asks for", async () => {
    const starts: number[] = [];
    await startWorker(queue, async () => {
      starts.push(Date.now());
      if (starts.length === 1) throw new RetryLater(1);
    });
    await queue.enqueue(jobFor(8));
    await until(() => starts.length === 2);
    const [first = 0, second = 0] = starts;
    expect(second - first).toBeGreaterThanOrEqual(1_000);
  });

  it("holds a job back for as long as a rate limit asks", async () => {
    const job = jobFor(9);
    await startWorker(queue, () => Promise.reject(new RetryLater(3_600)));
    await queue.enqueue(job);
    const wait = async (): Promise<number> => {
      const [stored] = await queue.boss.findJobs(queueNames.jobs, { id: job.delivery });
      return (stored?.startAfter.getTime() ?? 0) - Date.now();
    };
    await until(async () => (await wait()) > 3_500_000);
    expect(await wait()).toBeLessThanOrEqual(3_600_000);
  });

  it("records a job that GitHub refused and goes on with the next of the issue", async () => {
    const refused = jobFor(10);
    const done: string[] = [];
    await startWorker(queue, async ({ delivery }) => {
      if (delivery === refused.delivery) {
        throw Object.assign(new Error("Not Found"), { name: "HttpError", status: 404 });
      }
      done.push(delivery);
    });
    await queue.enqueue(refused);
    const next = jobFor(10);
    await queue.enqueue(next);
    await until(() => done.length === 1);
    expect(done).toEqual([next.delivery]);
    expect(await failureOf(store, refused.delivery)).toEqual({
      delivery: refused.delivery,
      repository: 42,
      issue: 10,
      kind: "diagnose_issue",
      error: "HttpError 404: Not Found",
    });
    expect(await queue.enqueue(refused)).toBe(false);
  });

  it("records a stored job that this release cannot read", async () => {
    const delivery = randomUUID();
    await queue.boss.send(
      queueNames.jobs,
      { kind: "dance", delivery, issue: 11 },
      { id: delivery, singletonKey: "42#11" },
    );
    await startWorker(queue, () => Promise.reject(new Error("must not be called")));
    await until(async () => (await failureOf(store, delivery)) !== undefined);
    expect(await failureOf(store, delivery)).toMatchObject({
      repository: 0,
      issue: 11,
      kind: "dance",
    });
  });

  it("runs a job again whose worker died in the middle of it", async () => {
    const job = jobFor(12);
    await queue.enqueue(job);
    // Taken and never heard of again, as by a process that was killed.
    expect(await queue.boss.fetch(queueNames.jobs)).toHaveLength(1);
    const done: string[] = [];
    await startWorker(queue, async ({ delivery }) => void done.push(delivery));
    await until(() => done.length === 1);
    expect(done).toEqual([job.delivery]);
  });

  it("waits at stop for the job in hand; what was not begun is done after the next start", async () => {
    const [first, second] = [jobFor(13), jobFor(13)];
    const done: string[] = [];
    let finish: (() => void) | undefined;
    await startWorker(queue, async ({ delivery }) => {
      if (delivery === first.delivery) await new Promise<void>((resolve) => (finish = resolve));
      done.push(delivery);
    });
    await queue.enqueue(first);
    await until(() => finish !== undefined);
    const stopped = queue.stop(20_000);
    finish?.();
    await stopped;
    expect(done).toEqual([first.delivery]);

    queue = await createQueue({ store, log });
    await queue.enqueue(second);
    await startWorker(queue, async ({ delivery }) => void done.push(delivery));
    await until(() => done.length === 2);
    expect(done).toEqual([first.delivery, second.delivery]);
  });
});

async function failureOf(store: Store, delivery: string): Promise<object | undefined> {
  const failures = await listFailures(store.db, 100);
  return failures.find((failure) => failure.delivery === delivery);
}
