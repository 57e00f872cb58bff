import { describe, expect, it } from "@jest/globals";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";
import { kilnIssue, runCli } from "./run-cli.ts";
import type { CliRun } from "./run-cli.ts";

const own = ["--knowledge", knowledgeFolder({ "plan.json": ownRecord() })];
const [title = "", , ...body] = kilnIssue.split("\n");
const reporter = { login: "reporter", type: "User" };

const opened = {
  action: "opened",
  issue: { number: 7, title, body: body.join("\n"), user: reporter, state: "open", labels: [] },
  repository: { id: 1, name: "widgets", owner: { login: "octo" } },
  sender: reporter,
  installation: { id: 2 },
};

const commented = (text: string, association: string): object => ({
  ...opened,
  action: "created",
  sender: { login: "helper", type: "User" },
  comment: {
    id: 5,
    body: text,
    user: { login: "helper", type: "User" },
    author_association: association,
  },
});

function replay(delivery: unknown): Promise<CliRun> {
  return runCli(["replay", "-", ...own], { stdin: JSON.stringify(delivery) });
}

describe("signpost replay", () => {
  it("prints what a new issue would get", async () => {
    const { code, out, err } = await replay({ event: "issues", id: "d-1", payload: opened });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^Delivery d-1: issues\.opened\nJob: diagnose_issue for octo\/widgets#7\nOutcome: \{"kind":"published"/,
    );
    expect(out).toContain("\nWould post a comment\n  | <!-- signpost");
    expect(out).toContain("  | ### A firing plan and a fixed kiln exclude each other");
    expect(out).toContain('\nWould create the label "error: config"');
    expect(out).toContain('\nWould add the labels "error: config"');
  });

  it.each<[string, unknown]>([
    ["a bare payload", opened],
    ["GitHub's own record", { id: 9, guid: "g-1", event: "issues", request: { payload: opened } }],
    ["a payload as text", { name: "issues.opened", payload: JSON.stringify(opened) }],
  ])("takes %s", async (_name, delivery) => {
    const { code, out } = await replay(delivery);
    expect(code).toBe(0);
    expect(out).toContain("Job: diagnose_issue for octo/widgets#7");
  });

  it("answers a command as the app would", async () => {
    const { code, out } = await replay(commented("/diagnose", "MEMBER"));
    expect(code).toBe(0);
    expect(out).toContain("Would react to comment 5 with eyes");
    expect(out).toContain("  | ### A firing plan and a fixed kiln exclude each other");
    expect(out).toContain("Would react to comment 5 with +1");
  });

  it.each<[string, unknown, string]>([
    ["an event of others", { event: "push", payload: {} }, "not an event that Signpost listens to"],
    ["a bot's issue", { ...opened, sender: { login: "x[bot]", type: "Bot" } }, "bot"],
    ["a comment without a command", commented("thanks", "MEMBER"), "no command"],
  ])("does nothing for %s", async (_name, delivery, reason) => {
    const { code, out } = await replay(delivery);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`\nIgnored: ${reason}\n$`));
  });

  it("does nothing for an issue without an error", async () => {
    const { code, out } = await replay({ ...opened, issue: { ...opened.issue, body: "Nice!" } });
    expect(code).toBe(1);
    expect(out).toContain('Outcome: {"kind":"silent"');
    expect(out).not.toContain("Would");
  });

  it.each([
    ["", /^the file holds no delivery: it is not JSON$/],
    ["[]", /^the file holds no delivery: it is not a JSON object$/],
    ["{}", /^the file does not say which event it is: add an "event"$/],
    ['{"event":"issues","payload":"3"}', /^the payload of the delivery is not a JSON object$/],
    ['{"event":"issues","payload":{"action":"opened"}}', /^the payload is not as documented: /],
  ])("refuses %j", async (stdin, message) => {
    const { code, err } = await runCli(["replay", "-"], { stdin });
    expect(code).toBe(2);
    expect(err.replace("signpost replay: ", "").trimEnd()).toMatch(message);
  });
});
