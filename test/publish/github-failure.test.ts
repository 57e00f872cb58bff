import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { RetryLater } from "../../src/errors.ts";
import type { IssuePort } from "../../src/publish/issue-port.ts";
import { octokitIssuePort } from "../../src/publish/octokit-issue-port.ts";
import { Refused } from "../../src/publish/refused.ts";
import {
  githubDouble,
  issueNumber,
  probotOctokit,
  repository,
  self,
} from "../support/github-double.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const body = "<!-- marker 1 -->\nThe answer";

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

function port(): IssuePort {
  return octokitIssuePort({ octokit: probotOctokit(), self, repository, issue: issueNumber });
}

describe("what GitHub refuses", () => {
  const forbidden = "Resource not accessible by integration";

  it.each([
    ["a deleted issue", 410, "This issue was deleted", "gone"],
    ["an issue out of reach", 404, "Not Found", "gone"],
    ["a blocked repository", 451, "Repository access blocked", "gone"],
    ["a missing permission", 403, forbidden, "forbidden"],
    ["a locked issue", 403, "Unable to create comment because issue is locked.", "forbidden"],
    ["an archived repository", 403, "Repository was archived so is read-only.", "forbidden"],
  ])("%s is not tried again", async (_name, status, message, reason) => {
    const github = githubDouble();
    const headers = { "x-ratelimit-remaining": "4999" };
    github.faults.push({ method: "POST", path: /./, status, body: { message }, headers });
    const error: unknown = await port()
      .createComment(body)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ reason, message: expect.stringContaining(message) });
    expect(github.seen).toHaveLength(1);
  });
});

describe("rate limits", () => {
  const secondary =
    "You have exceeded a secondary rate limit and have been temporarily blocked from content creation.";

  interface Limit {
    status: number;
    message: string;
    headers: Record<string, string>;
  }

  async function secondsAfter({ status, message, headers }: Limit): Promise<number> {
    const github = githubDouble();
    github.faults.push({ method: "POST", path: /./, status, body: { message }, headers });
    const error: unknown = await port()
      .createComment(body)
      .catch((thrown: unknown) => thrown);
    expect(github.seen).toHaveLength(1);
    if (!(error instanceof RetryLater)) throw new Error("not a RetryLater", { cause: error });
    return error.afterSeconds;
  }

  it.each([
    ["403 with retry-after", 17, { status: 403, headers: { "retry-after": "17" } }],
    ["429 with retry-after", 90, { status: 429, headers: { "retry-after": "90" } }],
    ["403 without a header", 60, { status: 403, headers: {} }],
    ["429 without a header", 60, { status: 429, headers: {} }],
    ["an answer that names a date", 60, { status: 429, headers: { "retry-after": "Fri, 31 Dec" } }],
  ])("%s: the job comes back after %i seconds", async (_name, seconds, limit) => {
    expect(await secondsAfter({ message: secondary, ...limit })).toBe(seconds);
  });

  it("an exhausted quota is waited for until it is filled again", async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 600);
    const seconds = await secondsAfter({
      status: 403,
      message: "API rate limit exceeded for installation ID 1.",
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
    });
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(602);
  });
});
