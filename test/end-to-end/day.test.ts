import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { playDay, readIssue } from "../support/day.ts";
import type { Step } from "../support/day.ts";
import { people, startGitHubEmulator } from "../support/github-emulator.ts";
import type { GitHubEmulator } from "../support/github-emulator.ts";
import { startSignpost } from "../support/running-signpost.ts";
import type { RunningSignpost } from "../support/running-signpost.ts";

/** Waits until a condition holds; the test's own time limit ends it otherwise. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("a day of an emulated repository", () => {
  let github: GitHubEmulator;
  let signpost: RunningSignpost;

  beforeAll(async () => {
    github = await startGitHubEmulator();
    signpost = await startSignpost(github);
  });

  afterAll(async () => {
    await signpost.close();
    await github.close();
  });

  it("ends with everybody answered as they should be", async () => {
    const steps: Step[] = [];
    for await (const step of playDay(github, signpost)) steps.push(step);
    expect(steps.filter((step) => !step.happened)).toEqual([]);
    expect(steps).toHaveLength(7);
  });

  it("does not answer the same delivery twice", async () => {
    const opened = github.deliveries.find((delivery) => delivery.event === "issues");
    const ends = signpost.jobs().length;
    const answer = await fetch(`${signpost.url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-delivery": opened?.id ?? "",
        "x-github-event": "issues",
        "x-hub-signature-256": opened?.signature ?? "",
      },
      body: opened?.payload ?? "",
    });
    expect(answer.status).toBe(200);
    // A later job proves that the queue has gone on without a second one for the old delivery.
    const number = await github.openIssue(people.reporter, { title: "Question", body: "How?" });
    await until(() => signpost.jobs().some((job) => job.issue === number));
    expect(signpost.jobs()).toHaveLength(ends + 1);
  });

  it("refuses a delivery with a wrong signature", async () => {
    const answer = await fetch(`${signpost.url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-delivery": "5f3c3c1e-0000-4000-8000-000000000000",
        "x-github-event": "issues",
        "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
      },
      body: github.deliveries[0]?.payload ?? "",
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it("edits its comment on a second request only when something changed", async () => {
    const { title, body } = await readIssue("torchrun-device-map");
    const issue = await github.openIssue(people.reporter, { title, body });
    await until(() => signpost.jobs().some((job) => job.issue === issue));
    const [before] = await github.comments(issue);
    const asked = await github.comment(people.reporter, issue, "/diagnose");
    await until(() => github.reactions(asked).includes("+1"));
    const bots = (await github.comments(issue)).filter(({ user }) => user.login.endsWith("[bot]"));
    expect(bots).toEqual([before]);
  });

  it("never puts back a label that a person removed", async () => {
    const { owner, name } = github.repository;
    const { title, body } = await readIssue("torchrun-device-map");
    const issue = await github.openIssue(people.reporter, { title, body });
    await until(() => signpost.jobs().some((job) => job.issue === issue));
    const [label = ""] = await github.labels(issue);
    expect(label).toMatch(/^error: /);
    const path = `/repos/${owner}/${name}/issues/${issue}`;
    await github.as(people.maintainer, `DELETE ${path}/labels/${encodeURIComponent(label)}`);
    const asked = await github.comment(people.reporter, issue, "/diagnose");
    await until(() => github.reactions(asked).includes("+1"));
    expect(await github.labels(issue)).toEqual([]);
  });
});
