import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { pino } from "pino";
import { ConfigError, RetryLater } from "../src/errors.ts";
import { createGitHubApp } from "../src/github-app.ts";
import type { GitHubApp } from "../src/github-app.ts";
import type { Job } from "../src/job/job.ts";
import { makeAppKey } from "./app-key.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const privateKey = makeAppKey();
const baseUrl = "https://github.example.com/api/v3";
const log = pino({ level: "silent" });

const job: Job = {
  kind: "diagnose_issue",
  delivery: "d-1",
  installation: 7,
  repository: { id: 42, owner: "octo", name: "train" },
  issue: 12,
};

const soon = new Date(Date.now() + 3_600_000).toISOString();

describe("the App at GitHub", () => {
  let app: GitHubApp;

  beforeEach(() => {
    nock.disableNetConnect();
    app = createGitHubApp({ appId: 17, privateKey, baseUrl, log });
  });
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    if (unused.length > 0) throw new Error(`never asked for: ${unused.join(", ")}`);
  });

  it("works on an issue with a token for that repository only, asked for once", async () => {
    const asJob = nock(baseUrl, { reqheaders: { authorization: "token ghs_only42" } });
    nock(baseUrl, { reqheaders: { authorization: /^bearer ey/ } })
      .get("/app")
      .reply(200, { slug: "signpost" })
      .post("/app/installations/7/access_tokens", { repository_ids: [42] })
      .reply(201, {
        token: "ghs_only42",
        expires_at: soon,
        permissions: { issues: "write" },
        repository_selection: "selected",
        repositories: [{ id: 42, name: "train" }],
      });
    asJob.get("/repos/octo/train/issues/comments/5").twice().reply(200, { body: "/diagnose" });
    for (let time = 0; time < 2; time += 1) {
      const port = await app.issuePort(job);
      expect(await port.readComment(5)).toBe("/diagnose");
    }
  });

  it.each([
    { name: "an installation that is gone", status: 404, error: { reason: "gone" } },
    { name: "a suspended installation", status: 403, error: { reason: "forbidden" } },
    { name: "a server error, not tried again here", status: 502, error: { status: 502 } },
  ])("says so of $name", async ({ status, error }) => {
    nock(baseUrl)
      .get("/app")
      .reply(200, { slug: "signpost" })
      .post("/app/installations/7/access_tokens")
      .reply(status, { message: "no" });
    await expect(app.issuePort(job)).rejects.toMatchObject(error);
  });

  it("asks to come back when it may not ask for more tokens now", async () => {
    nock(baseUrl)
      .get("/app")
      .reply(200, { slug: "signpost" })
      .post("/app/installations/7/access_tokens")
      .reply(429, { message: "slow down" }, { "retry-after": "90" });
    await expect(app.issuePort(job)).rejects.toEqual(new RetryLater(90));
  });

  it("tells the operator when GitHub refuses the credentials", async () => {
    nock(baseUrl).get("/app").reply(401, { message: "A JSON web token could not be decoded" });
    await expect(app.checkCredentials()).rejects.toThrow(ConfigError);
  });

  it("starts all the same while GitHub is away", async () => {
    nock(baseUrl).get("/app").reply(503);
    await expect(app.checkCredentials()).resolves.toBeUndefined();
  });
});
