import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";
import { kilnIssue, runCli } from "./run-cli.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const own = ["--knowledge", knowledgeFolder({ "plan.json": ownRecord() })];
const route = "/repos/octo/widgets/issues/7";

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

function issue(changes: object = {}): object {
  const [title = "", ...body] = kilnIssue.split("\n");
  return {
    number: 7,
    title,
    body: body.slice(1).join("\r\n"),
    user: { login: "reporter", type: "User" },
    state: "open",
    locked: false,
    labels: [],
    ...changes,
  };
}

describe("signpost diagnose of an issue on GitHub", () => {
  it("reads it with the token", async () => {
    const github = nock("https://api.github.com", {
      reqheaders: { authorization: "token some-token" },
    });
    github.get(route).reply(200, issue());
    const env = { GITHUB_TOKEN: "some-token" };
    const { code, out } = await runCli(["diagnose", "octo/widgets#7", "--json", ...own], { env });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: "octo/widgets#7", verdict: "diagnosed" });
  });

  it("reads it without a token at another API", async () => {
    const github = nock("https://git.example.org", { badheaders: ["authorization"] });
    github.get(`/api/v3${route}`).reply(200, issue());
    const env = { GITHUB_API_URL: "https://git.example.org/api/v3/", GITHUB_TOKEN: "" };
    const url = "https://git.example.org/octo/widgets/issues/7#issuecomment-1";
    const { code, out } = await runCli(["diagnose", url, ...own], { env });
    expect(code).toBe(0);
    expect(out).toContain("A firing plan and a fixed kiln exclude each other");
  });

  it("takes an issue without a body", async () => {
    nock("https://api.github.com")
      .get(route)
      .reply(200, issue({ body: null }));
    const { code } = await runCli(["diagnose", "https://github.com/octo/widgets/issues/7"]);
    expect(code).toBe(1);
  });

  it("sends no token to a host that was not set", async () => {
    const env = { GITHUB_TOKEN: "some-token" };
    const { code, err } = await runCli(["diagnose", "https://evil.example/o/r/issues/1"], { env });
    expect(code).toBe(2);
    expect(err).toBe(
      "signpost diagnose: evil.example is not github.com; set GITHUB_API_URL (likely https://evil.example/api/v3)\n",
    );
  });

  it.each<[string, number, Record<string, string>, string]>([
    ["that is not there", 404, {}, "there is no such issue; if it is private, set GITHUB_TOKEN"],
    ["with a wrong token", 401, {}, "GitHub does not accept GITHUB_TOKEN"],
    ["with a token of too few rights", 403, {}, "GITHUB_TOKEN may not read this issue"],
    ["that was deleted", 410, {}, "the issue was deleted"],
    [
      "past the rate limit",
      403,
      { "retry-after": "30" },
      "GitHub's rate limit is used up; try again in 30 s, or set GITHUB_TOKEN",
    ],
  ])("says in one line what is wrong with an issue %s", async (_name, status, headers, message) => {
    nock("https://api.github.com").get(route).reply(status, { message: "No" }, headers);
    expect(await runCli(["diagnose", "octo/widgets#7"])).toEqual({
      code: 2,
      out: "",
      err: `signpost diagnose: octo/widgets#7: ${message}\n`,
    });
  });

  it("says that GitHub cannot be reached", async () => {
    nock("https://api.github.com").get(route).replyWithError("connection refused");
    const { code, err } = await runCli(["diagnose", "octo/widgets#7"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^signpost diagnose: octo\/widgets#7: GitHub cannot be reached \(.*\)\n$/);
  });

  it("refuses a pull request", async () => {
    nock("https://api.github.com")
      .get(route)
      .reply(200, issue({ pull_request: {} }));
    const { code, err } = await runCli(["diagnose", "octo/widgets#7"]);
    expect(code).toBe(2);
    expect(err).toBe("signpost diagnose: octo/widgets#7 is a pull request, not an issue\n");
  });
});
