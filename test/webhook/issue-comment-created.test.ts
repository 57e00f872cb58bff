import { describe, expect, it } from "@jest/globals";
import { issueCommentCreated } from "../../src/webhook/issue-comment-created.ts";
import { bot, commentCreated, issueOpened } from "./payloads.ts";

const job = {
  kind: "answer_comment",
  delivery: "d-2",
  installation: 7,
  repository: { id: 42, owner: "octo", name: "train" },
  issue: 12,
  comment: { id: 9_000_000_001, author: "grace", association: "MEMBER" },
  commands: [{ verb: "diagnose" }],
};

const noCommand = { kind: "ignored", reason: "no_command" };

const cases = [
  { name: "a command", payload: commentCreated(), reading: { kind: "job", job } },
  {
    name: "several commands",
    payload: commentCreated({ body: "/diagnose\n/diagnose apply `error: device`" }),
    reading: {
      kind: "job",
      job: {
        ...job,
        commands: [{ verb: "diagnose" }, { verb: "apply", labels: ["error: device"] }],
      },
    },
  },
  { name: "no command", payload: commentCreated({ body: "Thanks!" }), reading: noCommand },
  {
    name: "a command of another bot",
    payload: commentCreated({ body: "/retest" }),
    reading: noCommand,
  },
  { name: "no text", payload: commentCreated({ body: null }), reading: noCommand },
  {
    name: "a command of a deleted account",
    payload: commentCreated({ user: null }),
    reading: noCommand,
  },
  {
    name: "our own comment, which quotes a command",
    payload: commentCreated({ user: { login: "signpost[bot]", type: "Bot" } }),
    reading: { kind: "ignored", reason: "bot" },
  },
  {
    name: "a command that a bot sent",
    payload: commentCreated({}, { sender: bot }),
    reading: { kind: "ignored", reason: "bot" },
  },
  {
    name: "a command on a pull request",
    payload: commentCreated({}, { issue: { number: 12, user: null, pull_request: {} } }),
    reading: { kind: "ignored", reason: "pull_request" },
  },
  {
    name: "a delivery without an installation",
    payload: commentCreated({}, { installation: undefined }),
    reading: { kind: "ignored", reason: "no_installation" },
  },
  {
    name: "a payload without its comment",
    payload: issueOpened(),
    reading: { kind: "bad", problem: "comment (invalid_type)" },
  },
];

describe("issue_comment.created", () => {
  it.each(cases)("$name", ({ payload, reading }) => {
    expect(issueCommentCreated.read("d-2", payload)).toEqual(reading);
  });
});
