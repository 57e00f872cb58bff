import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import webhookExamples from "@octokit/webhooks-examples" with { type: "json" };
import { pino } from "pino";
import { Probot } from "probot";
import { parse } from "yaml";
import { createApp } from "../src/app.ts";
import type { AppOptions } from "../src/app.ts";
import type { Job } from "../src/job/job.ts";
import type { HttpServer } from "../src/web/http-server.ts";
import { makeAppKey } from "./app-key.ts";
import { serve } from "./web/web-server.ts";
import { bot, commentCreated, issueOpened } from "./webhook/payloads.ts";
import { deliver } from "./webhook/signed-delivery.ts";

const secret = "a long random one";
const webhookPath = "/api/github/webhooks";
const log = pino({ level: "silent" });

/** GitHub's own examples; the package's types describe a module, not the list that it is. */
const documented = webhookExamples as unknown as {
  name: string;
  examples: { action?: string }[];
}[];

describe("the app over HTTP", () => {
  let server: HttpServer;
  let url: string;
  let jobs: Job[];
  let storing: AppOptions["enqueue"];

  beforeAll(async () => {
    const probot = new Probot({ appId: 17, privateKey: makeAppKey(), secret, webhookPath, log });
    await probot.load(createApp({ enqueue: (job) => storing(job), log }));
    server = await serve(await probot.getNodeMiddleware());
    url = server.url + webhookPath;
  });
  afterAll(async () => {
    await server.close(100);
  });
  beforeEach(() => {
    jobs = [];
    storing = (job) => Promise.resolve(jobs.push(job) > 0);
  });

  it("stores a new issue's job and answers 200", async () => {
    const delivery = "72d3162e-cc78-11e3-81ab-4c9367dc0958";
    const payload = issueOpened();
    const response = await deliver(url, { event: "issues", payload, secret, delivery });
    expect(response.status).toBe(200);
    expect(jobs).toEqual([
      {
        kind: "diagnose_issue",
        delivery,
        installation: 7,
        repository: { id: 42, owner: "octo", name: "train" },
        issue: 12,
      },
    ]);
  });

  it("stores a command's job", async () => {
    await deliver(url, { event: "issue_comment", payload: commentCreated(), secret });
    expect(jobs).toMatchObject([{ kind: "answer_comment", commands: [{ verb: "diagnose" }] }]);
  });

  it.each([
    { name: "an issue of a bot", event: "issues", payload: issueOpened({ sender: bot }) },
    {
      name: "a pull request",
      event: "issues",
      payload: issueOpened({}, { pull_request: { url: "x" } }),
    },
    { name: "an edited issue", event: "issues", payload: issueOpened({ action: "edited" }) },
    {
      name: "an edited comment",
      event: "issue_comment",
      payload: commentCreated({}, { action: "edited" }),
    },
    { name: "an event it did not ask for", event: "push", payload: { ref: "refs/heads/main" } },
    { name: "a payload it cannot read", event: "issues", payload: { action: "opened" } },
  ])("answers 200 to $name and does nothing", async ({ event, payload }) => {
    const response = await deliver(url, { event, payload, secret });
    expect(response.status).toBe(200);
    expect(jobs).toEqual([]);
  });

  it("answers 200 to every event that GitHub documents", async () => {
    let opened = 0;
    for (const { name: event, examples } of documented) {
      for (const example of examples) {
        const payload = { ...example, installation: { id: 7, node_id: "x" } };
        const { status } = await deliver(url, { event, payload, secret });
        expect([event, status]).toEqual([event, 200]);
        if (event === "issues" && example.action === "opened") opened += 1;
      }
    }
    expect(jobs.map(({ kind }) => kind)).toEqual(Array(opened).fill("diagnose_issue"));
    expect(opened).toBeGreaterThan(0);
  });

  it.each(["development", "another secret"])("refuses a delivery signed with %j", async (wrong) => {
    const response = await deliver(url, { event: "issues", payload: issueOpened(), secret: wrong });
    expect(response.status).toBe(400);
    expect(jobs).toEqual([]);
  });

  it("refuses a delivery that is not signed", async () => {
    const response = await fetch(url, {
      method: "POST",
      body: JSON.stringify(issueOpened()),
      headers: {
        "content-type": "application/json",
        "x-github-event": "issues",
        "x-github-delivery": "d-1",
      },
    });
    expect(response.status).toBe(400);
    expect(jobs).toEqual([]);
  });

  it("answers 500 when the job cannot be stored, so that GitHub marks the delivery as failed", async () => {
    storing = () => Promise.reject(new Error("the database is away"));
    const response = await deliver(url, { event: "issues", payload: issueOpened(), secret });
    expect(response.status).toBe(500);
  });

  it.each(["/probot", "/probot/setup", "/probot/import", "/probot/success"])(
    "has no page of Probot's setup at %s",
    async (path) => {
      for (const method of ["GET", "POST"]) {
        expect((await fetch(server.url + path, { method })).status).toBe(404);
      }
    },
  );
});

describe("app.yml", () => {
  const settings: unknown = parse(readFileSync(new URL("../app.yml", import.meta.url), "utf8"));

  it("asks for the least that the app needs", () => {
    expect(settings).toMatchObject({
      public: false,
      default_permissions: { issues: "write", metadata: "read", single_file: "read" },
      single_file_paths: [".github/signpost.yml", ".github/signpost-knowledge.yml"],
      default_events: ["issues", "issue_comment"],
    });
  });

  it("sends deliveries where the server listens", () => {
    expect(settings).toMatchObject({
      hook_attributes: { url: expect.stringMatching(/^https:\/\/[^/]+\/api\/github\/webhooks$/) },
    });
  });
});
