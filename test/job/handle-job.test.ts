import { expect, it } from "@jest/globals";
import { createJobHandler } from "../../src/job/handle-job.ts";
import type { Job } from "../../src/job/job.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { Refused } from "../../src/publish/refused.ts";
import { commentJob, newIssue } from "./workbench.ts";

function handlerThat(github: (job: Job) => never, logged: object[]): (job: Job) => Promise<void> {
  return createJobHandler({
    knowledge: compileKnowledge([]),
    diagnoses: { save: () => Promise.resolve(), find: () => Promise.resolve(null) },
    fetchAttachments: () => Promise.resolve([]),
    github: async (job) => github(job),
    log: { info: (fields) => logged.push(fields) },
  });
}

it("each job gets a port of its own, and a refused one ends with a line in the log", async () => {
  const asked: Job[] = [];
  const logged: object[] = [];
  const handle = handlerThat((job) => {
    asked.push(job);
    throw new Refused("forbidden", "This installation has been suspended");
  }, logged);
  const other = { ...commentJob([]), repository: { id: 2, owner: "octo-org", name: "gadgets" } };
  await handle(newIssue);
  await handle(other);
  expect(asked).toEqual([newIssue, other]);
  expect(logged).toEqual([
    {
      delivery: "d-1",
      installation: 11,
      repository: "octo-org/widgets",
      issue: 7,
      kind: "diagnose_issue",
      outcome: {
        kind: "refused",
        reason: "forbidden",
        message: "This installation has been suspended",
      },
    },
    expect.objectContaining({ repository: "octo-org/gadgets", kind: "answer_comment" }),
  ]);
});

it("a bug is thrown on for the queue", async () => {
  const logged: object[] = [];
  const bug = new TypeError("undefined is not a function");
  const handle = handlerThat(() => {
    throw bug;
  }, logged);
  await expect(handle(newIssue)).rejects.toBe(bug);
  expect(logged).toEqual([]);
});
