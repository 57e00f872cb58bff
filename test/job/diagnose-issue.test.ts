import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { RetryLater } from "../../src/errors.ts";
import { categories } from "../../src/knowledge/category.ts";
import { parseMarker } from "../../src/render/parse-marker.ts";
import { comment, labelEvent, repository } from "../support/github-double.ts";
import {
  attachedReport,
  newIssue,
  own,
  sureReport,
  uncheckedReport,
  unknownReport,
  workbench,
} from "./workbench.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const place = "/repos/octo-org/widgets";
const config = categories.config_error;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

describe("a new issue whose error stands in an attached file", () => {
  const log = "https://github.com/user-attachments/files/1/train.log";
  const body = `It stops, see [train.log](${log}).`;

  it("is answered from the file, which the comment names", async () => {
    nock("https://github.com")
      .get("/user-attachments/files/1/train.log")
      .reply(200, attachedReport);
    const { github, handle } = workbench({ issue: { body } });
    await handle(newIssue);
    expect(parseMarker(own(github)[0] ?? "")?.knownError).toBe("tests/distributed-training");
    expect(own(github)[0]).toContain("(line 6 of `train.log`)");
  });

  it("is left alone when the file cannot be had", async () => {
    nock("https://github.com").get("/user-attachments/files/1/train.log").reply(404);
    const { handle, outcomes } = workbench({ issue: { body } });
    await handle(newIssue);
    expect(outcomes).toMatchObject([{ kind: "silent", reason: "no_error_report" }]);
  });

  it("is not fetched when the issue itself says enough", async () => {
    const file = nock("https://github.com")
      .get("/user-attachments/files/1/train.log")
      .reply(200, "");
    const { github, handle } = workbench({ issue: { body: `${body}\n\n${sureReport}` } });
    await handle(newIssue);
    expect(own(github)).toHaveLength(1);
    expect(file.isDone()).toBe(false);
  });
});

describe("a new issue with a known error", () => {
  it("gets one comment, then its label, created in its color", async () => {
    const { github, handle, stored, outcomes } = workbench({ issue: { body: sureReport } });
    await handle(newIssue);
    const [posted] = github.state.comments;
    expect(parseMarker(posted?.body ?? "")?.knownError).toBe("tests/distributed-training");
    expect(github.writes()).toEqual([
      { method: "POST", path: `${place}/issues/7/comments`, body: { body: posted?.body } },
      { method: "POST", path: `${place}/labels`, body: config },
      { method: "POST", path: `${place}/issues/7/labels`, body: { labels: [config.name] } },
    ]);
    expect(stored).toMatchObject([
      {
        repository: repository.id,
        issue: 7,
        comment: posted?.id,
        knownErrors: ["tests/distributed-training"],
        labels: [config.name],
        reason: null,
        fingerprint: expect.any(String),
      },
    ]);
    expect(outcomes).toMatchObject([{ kind: "published" }]);
  });

  it("is left as it is when the same job runs again", async () => {
    const { github, handle } = workbench({ issue: { body: sureReport } });
    await handle(newIssue);
    const writes = github.writes().length;
    await handle(newIssue);
    expect(github.writes()).toHaveLength(writes);
    expect(github.state.comments).toHaveLength(1);
  });

  it("has its label suggested only, when nobody has checked the known error", async () => {
    const { github, handle, stored } = workbench({ issue: { body: uncheckedReport } });
    await handle(newIssue);
    expect(github.writes().map(({ path }) => path)).toEqual([`${place}/issues/7/comments`]);
    expect(stored[0]?.labels).toEqual([categories.memory_error.name]);
  });

  it("does not get back a label that a person removed", async () => {
    const timeline = [
      labelEvent("labeled", config.name, "signpost[bot]"),
      labelEvent("unlabeled", config.name, "maintainer"),
    ];
    const { github, handle } = workbench({ issue: { body: sureReport }, timeline });
    await handle(newIssue);
    expect(github.writes().map(({ path }) => path)).toEqual([`${place}/issues/7/comments`]);
  });

  it("gets a comment beside one of somebody else that copies the marker", async () => {
    const first = workbench({ issue: { body: sureReport } });
    await first.handle(newIssue);
    const copied = comment(3, "mallory", first.github.state.comments[0]?.body ?? "");
    nock.cleanAll();
    const { github, handle } = workbench({ issue: { body: sureReport }, comments: [copied] });
    await handle(newIssue);
    expect(github.state.comments.map(({ user }) => user.login)).toEqual([
      "mallory",
      "signpost[bot]",
    ]);
  });
});

describe("silence", () => {
  it.each([
    ["no error report", "Please add a dark theme.", "no_error_report"],
    ["an unknown error", unknownReport, "unknown_error"],
  ])("about %s, with the reason kept", async (_name, body, reason) => {
    const { github, handle, stored, outcomes } = workbench({ issue: { body } });
    await handle(newIssue);
    expect(github.seen).toHaveLength(1);
    expect(stored).toMatchObject([{ comment: null, knownErrors: [], labels: [], reason }]);
    expect(outcomes).toEqual([{ kind: "silent", reason }]);
  });

  it.each([
    ["a locked issue", { locked: true }, "locked"],
    ["a closed issue", { state: "closed" }, "closed"],
    ["a bot's issue", { user: { login: "renovate[bot]", type: "Bot" } }, "bot"],
    ["a pull request", { pull_request: { url: "https://x" } }, "pull_request"],
  ])("on %s", async (_name, issue, reason) => {
    const { github, handle, outcomes } = workbench({ issue: { body: sureReport, ...issue } });
    await handle(newIssue);
    expect(github.seen).toHaveLength(1);
    expect(outcomes).toEqual([{ kind: "skipped", reason }]);
  });

  it("on an issue that came from another repository", async () => {
    const timeline = [
      { ...labelEvent("labeled", "", "m"), event: "transferred", label: undefined },
    ];
    const { github, handle, outcomes } = workbench({ issue: { body: sureReport }, timeline });
    await handle(newIssue);
    expect(github.writes()).toEqual([]);
    expect(outcomes).toEqual([{ kind: "skipped", reason: "transferred" }]);
  });
});

describe("trouble with GitHub", () => {
  const forbidden = { message: "Resource not accessible by integration" };

  it.each([
    ["a deleted issue", "GET", 410, "gone"],
    ["an issue out of reach", "GET", 404, "gone"],
    ["a missing permission", "POST", 403, "forbidden"],
  ])("%s ends the job without another try", async (_name, method, status, reason) => {
    const { github, handle, outcomes } = workbench({ issue: { body: sureReport } });
    github.faults.push({ method, path: /./, status, body: forbidden, always: true });
    await handle(newIssue);
    expect(outcomes).toMatchObject([{ kind: "refused", reason }]);
    expect(github.seen.filter((seen) => seen.method === method)).toHaveLength(1);
  });

  it("locking while the job runs ends it", async () => {
    const { github, handle, outcomes } = workbench({ issue: { body: sureReport } });
    const body = {
      message: "Unable to create comment because issue is locked.",
      documentation_url: "https://docs.github.com/articles/locking-conversations/",
    };
    github.faults.push({ method: "POST", path: /comments$/, status: 403, body });
    await handle(newIssue);
    expect(outcomes).toMatchObject([{ kind: "refused", reason: "forbidden" }]);
    expect(github.writes()).toHaveLength(1);
  });

  it("a 502 behind which the comment was stored posts one comment", async () => {
    const { github, handle } = workbench({ issue: { body: sureReport } });
    github.faults.push({ method: "POST", path: /comments$/, status: 502, stored: true });
    await handle(newIssue);
    await handle(newIssue);
    const posts = github.writes().filter(({ path }) => path.endsWith("/comments"));
    expect(posts).toHaveLength(1);
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.issueLabels).toEqual([config.name]);
  });

  it("a 502 that stored nothing throws, and the next run posts the one comment", async () => {
    const { github, handle, stored } = workbench({ issue: { body: sureReport } });
    github.faults.push({ method: "POST", path: /comments$/, status: 502 });
    await expect(handle(newIssue)).rejects.toMatchObject({ status: 502 });
    expect(stored).toEqual([]);
    await handle(newIssue);
    expect(github.state.comments).toHaveLength(1);
  });

  it("a secondary rate limit throws with GitHub's seconds, and the next run goes on", async () => {
    const { github, handle } = workbench({ issue: { body: sureReport } });
    const body = { message: "You have exceeded a secondary rate limit." };
    const headers = { "retry-after": "33" };
    github.faults.push({ method: "POST", path: /\/labels$/, status: 403, body, headers });
    const error: unknown = await handle(newIssue).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ afterSeconds: 33 });
    await handle(newIssue);
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.issueLabels).toEqual([config.name]);
  });
});
