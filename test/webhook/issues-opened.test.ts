import { describe, expect, it } from "@jest/globals";
import { issuesOpened } from "../../src/webhook/issues-opened.ts";
import { bot, issueOpened } from "./payloads.ts";

const job = {
  kind: "diagnose_issue",
  delivery: "d-1",
  installation: 7,
  repository: { id: 42, owner: "octo", name: "train" },
  issue: 12,
};

const cases = [
  { name: "a new issue", payload: issueOpened(), reading: { kind: "job", job } },
  {
    name: "an issue of a deleted account",
    payload: issueOpened({ sender: null }, { user: null }),
    reading: { kind: "job", job },
  },
  {
    name: "an issue that says it is no pull request",
    payload: issueOpened({}, { pull_request: null }),
    reading: { kind: "job", job },
  },
  {
    name: "a pull request",
    payload: issueOpened({}, { pull_request: { url: "https://api.github.com/x" } }),
    reading: { kind: "ignored", reason: "pull_request" },
  },
  {
    name: "an issue that a bot wrote",
    payload: issueOpened({}, { user: bot }),
    reading: { kind: "ignored", reason: "bot" },
  },
  {
    name: "an issue that a bot sent",
    payload: issueOpened({ sender: bot }),
    reading: { kind: "ignored", reason: "bot" },
  },
  {
    name: "an issue of a bot told by its login alone",
    payload: issueOpened({}, { user: { login: "signpost[bot]" } }),
    reading: { kind: "ignored", reason: "bot" },
  },
  {
    name: "a delivery of a plain webhook, without an installation",
    payload: issueOpened({ installation: undefined }),
    reading: { kind: "ignored", reason: "no_installation" },
  },
  {
    name: "a payload without its issue",
    payload: issueOpened({ issue: undefined }),
    reading: { kind: "bad", problem: "issue (invalid_type)" },
  },
  {
    name: "a payload that is no object",
    payload: "opened",
    reading: { kind: "bad", problem: " (invalid_type)" },
  },
];

describe("issues.opened", () => {
  it.each(cases)("$name", ({ payload, reading }) => {
    expect(issuesOpened.read("d-1", payload)).toEqual(reading);
  });
});
