import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import nock from "nock";
import type { IssuePort } from "../../src/publish/issue-port.ts";
import { octokitIssuePort } from "../../src/publish/octokit-issue-port.ts";
import {
  comment,
  githubDouble,
  issueNumber,
  labelEvent,
  probotOctokit,
  repository,
  self,
} from "../support/github-double.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const place = "/repos/octo-org/widgets";
const body = "<!-- marker 1 -->\nThe answer";

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

function port(): IssuePort {
  return octokitIssuePort({ octokit: probotOctokit(), self, repository, issue: issueNumber });
}

describe("reading an issue", () => {
  it("keeps what the bot needs", async () => {
    githubDouble({ issueLabels: ["bug"], issue: { body: "It fails.", locked: true } });
    expect(await port().readIssue()).toEqual({
      title: "Training stops at the first step",
      body: "It fails.",
      author: "reporter",
      writtenByBot: false,
      open: true,
      locked: true,
      isPullRequest: false,
      labels: ["bug"],
    });
  });

  it("copes with a deleted author, no body, bare label names and a pull request", async () => {
    const issue = { user: null, body: null, labels: ["a", { name: "b" }, {}], pull_request: {} };
    githubDouble({ issue: { ...issue, state: "closed" } });
    expect(await port().readIssue()).toMatchObject({
      author: null,
      writtenByBot: false,
      body: "",
      open: false,
      isPullRequest: true,
      labels: ["a", "b"],
    });
  });

  it.each([
    ["the type", { login: "renovate", type: "Bot" }],
    ["the login", { login: "dependabot[bot]", type: "User" }],
  ])("knows a bot by %s", async (_name, user) => {
    githubDouble({ issue: { user } });
    expect((await port().readIssue()).writtenByBot).toBe(true);
  });

  it("follows a renamed repository, not an issue moved to another one", async () => {
    const github = nock("https://api.github.com");
    const api = "https://api.github.com";
    const moved = (id: number): string => `${api}/repositories/${id}/issues/7`;
    const issue = { title: "T", user: null, state: "open", locked: false, labels: [] };
    github.get(`${place}/issues/7`).reply(301, {}, { location: moved(repository.id) });
    github.get(`/repositories/${repository.id}/issues/7`).reply(200, issue);
    expect((await port().readIssue()).title).toBe("T");

    github.get(`${place}/issues/7`).reply(301, {}, { location: moved(5) });
    github.get("/repositories/5/issues/7").reply(200, issue);
    await expect(port().readIssue()).rejects.toMatchObject({ name: "Refused", reason: "gone" });
  });

  it("works on the Octokit of @octokit/rest, too", async () => {
    githubDouble();
    const octokit = new Octokit();
    const issue = octokitIssuePort({ octokit, self, repository, issue: issueNumber });
    expect((await issue.readIssue()).author).toBe("reporter");
  });
});

describe("history", () => {
  it("lists what others took off, over all pages, and not what the bot took off", async () => {
    const filler = Array.from({ length: 120 }, () => ({ event: "subscribed", actor: null }));
    githubDouble({
      timeline: [
        labelEvent("labeled", "error: config", self.login),
        ...filler,
        { sha: "abc", event: "committed", author: { name: "A" } },
        labelEvent("unlabeled", "error: config", "maintainer"),
        labelEvent("unlabeled", "error: device", "Signpost[bot]"),
        { ...labelEvent("unlabeled", "error: data", "x"), performed_via_github_app: { id: 4242 } },
        { ...labelEvent("unlabeled", "error: build", "x"), actor: null },
      ],
    });
    expect(await port().readHistory()).toEqual({
      removedLabels: ["error: config", "error: build"],
      transferred: false,
    });
  });

  it("knows an issue that came from another repository", async () => {
    githubDouble({ timeline: [{ ...labelEvent("labeled", "", "m"), event: "transferred" }] });
    expect((await port().readHistory()).transferred).toBe(true);
  });
});

describe("own comments", () => {
  it("are found by login or App id, over all pages", async () => {
    const others = Array.from({ length: 130 }, (_, id) => comment(id, "someone", "hello"));
    const renamed = {
      ...comment(501, "old-name[bot]", "b"),
      performed_via_github_app: { id: 4242 },
    };
    githubDouble({ comments: [...others, comment(500, "Signpost[bot]", "a"), renamed] });
    expect(await port().listOwnComments()).toEqual([
      { id: 500, body: "a" },
      { id: 501, body: "b" },
    ]);
  });

  it("reads the body of anyone's comment", async () => {
    githubDouble({ comments: [comment(3, "someone", "/diagnose")] });
    expect(await port().readComment(3)).toBe("/diagnose");
  });
});

describe("posting a comment", () => {
  it("sends the body and gives the id", async () => {
    const github = githubDouble();
    expect(await port().createComment(body)).toBe(900_000);
    expect(github.writes()).toEqual([
      { method: "POST", path: `${place}/issues/7/comments`, body: { body } },
    ]);
  });

  it("posts once and finds the comment when it was stored behind a 502", async () => {
    const github = githubDouble({ comments: [comment(1, "someone", body)] });
    github.faults.push({ method: "POST", path: /comments$/, status: 502, stored: true });
    expect(await port().createComment(body)).toBe(900_001);
    expect(github.writes()).toHaveLength(1);
    expect(github.state.comments).toHaveLength(2);
  });

  it("leaves the next try to the queue when a 502 stored nothing", async () => {
    const github = githubDouble();
    github.faults.push({ method: "POST", path: /comments$/, status: 502 });
    await expect(port().createComment(body)).rejects.toMatchObject({ status: 502 });
    expect(github.writes()).toHaveLength(1);

    await port().createComment(body);
    expect(github.state.comments.map((one) => one.body)).toEqual([body]);
  });

  it("looks for the comment when the connection broke", async () => {
    const github = nock("https://api.github.com");
    github.post(`${place}/issues/7/comments`).replyWithError(new Error("socket hang up"));
    github
      .get(`${place}/issues/7/comments?per_page=100`)
      .reply(200, [comment(77, self.login, body.replace("\n", "\r\n"))]);
    expect(await port().createComment(body)).toBe(77);
    expect(github.isDone()).toBe(true);
  });
});

describe("labels", () => {
  const label = { name: "error: config", color: "fbca04", description: "Options" };

  it("are found without regard to case, in the repository's spelling", async () => {
    githubDouble({ repositoryLabels: [{ ...label, name: "Error: Config" }] });
    expect(await port().findLabel("error: config")).toBe("Error: Config");
    expect(await port().findLabel("error: device")).toBeNull();
  });

  it("are created with color and description, and added as a set", async () => {
    const github = githubDouble();
    await port().createLabel(label);
    await port().addLabels(["error: config"]);
    expect(github.writes()).toEqual([
      { method: "POST", path: `${place}/labels`, body: label },
      { method: "POST", path: `${place}/issues/7/labels`, body: { labels: ["error: config"] } },
    ]);
  });

  it("that somebody else has just created are as good", async () => {
    const github = githubDouble({ repositoryLabels: [label] });
    const errors = [{ resource: "Label", code: "already_exists", field: "name" }];
    const refusal = { message: "Validation Failed", errors };
    github.faults.push({ method: "POST", path: /labels$/, status: 422, body: refusal });
    await expect(port().createLabel(label)).resolves.toBeUndefined();
  });

  it("that GitHub finds invalid are a bug of ours and throw", async () => {
    const github = githubDouble();
    github.faults.push({ method: "POST", path: /labels$/, status: 422 });
    await expect(port().createLabel(label)).rejects.toMatchObject({ status: 422 });
  });
});

describe("reactions", () => {
  it("go to the comment", async () => {
    const github = githubDouble();
    await port().react(3, "eyes");
    expect(github.writes()).toEqual([
      {
        method: "POST",
        path: `${place}/issues/comments/3/reactions`,
        body: { content: "eyes" },
      },
    ]);
  });
});

describe("roles", () => {
  it("are read for one person", async () => {
    const response = { permission: "read", role_name: "triage", user: null };
    const github = githubDouble({ permissions: { someone: response } });
    expect(await port().readRole("someone")).toBe("triage");
    expect(github.seen.map(({ path }) => path)).toEqual([
      `${place}/collaborators/someone/permission`,
    ]);
  });

  it("gives none to whom GitHub does not know", async () => {
    const github = githubDouble();
    github.faults.push({ method: "GET", path: /permission$/, status: 404 });
    expect(await port().readRole("ghost")).toBe("none");
  });
});
