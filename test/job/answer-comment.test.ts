import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { categories } from "../../src/knowledge/category.ts";
import { parseMarker } from "../../src/render/parse-marker.ts";
import {
  commentJob,
  newIssue,
  own,
  reactions,
  said,
  sureReport,
  uncheckedReport,
  unknownReport,
  workbench,
} from "./workbench.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const memory = categories.memory_error;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

describe("/diagnose", () => {
  const job = commentJob([{ verb: "diagnose" }]);

  it("diagnoses the issue again and edits the one comment only when it changed", async () => {
    const { github, handle } = workbench({
      issue: { body: uncheckedReport },
      comments: [said("/diagnose")],
    });
    await handle(newIssue);
    await handle(job);
    const changes = (): string[] => github.writes().map(({ method }) => method);
    expect(changes()).toEqual(["POST", "POST", "POST"]);
    expect(reactions(github)).toEqual(["eyes", "+1"]);

    github.state.issue["body"] = sureReport;
    await handle(job);
    expect(changes().filter((method) => method === "PATCH")).toHaveLength(1);
    expect(own(github).map((body) => parseMarker(body)?.knownError)).toEqual([
      "tests/distributed-training",
    ]);
    await handle(job);
    expect(changes().filter((method) => method === "PATCH")).toHaveLength(1);
  });

  it("takes the traceback in that very comment before the issue's", async () => {
    const { github, handle } = workbench({
      issue: { body: uncheckedReport },
      comments: [said(`/diagnose\n\nNow it says:\n\n${sureReport}`)],
    });
    await handle(job);
    expect(own(github).map((body) => parseMarker(body)?.knownError)).toEqual([
      "tests/distributed-training",
    ]);
  });

  it("falls back to the issue when the comment's own report is unknown", async () => {
    const { github, handle } = workbench({
      issue: { body: sureReport },
      comments: [said(`${unknownReport}\n\n/diagnose`)],
    });
    await handle(job);
    expect(own(github).map((body) => parseMarker(body)?.knownError)).toEqual([
      "tests/distributed-training",
    ]);
  });

  it("says once that nothing was found, without mentioning anybody", async () => {
    const { github, handle, outcomes } = workbench({
      issue: { body: "It hangs, ask @someone." },
      comments: [said("/diagnose")],
    });
    await handle(job);
    await handle(job);
    expect(own(github)).toHaveLength(1);
    expect(own(github)[0]).toMatch(
      /^<!-- signpost reply: 5001 diagnose -->\nNo error report found/,
    );
    expect(own(github)[0]).not.toContain("@");
    expect(reactions(github)).toEqual(["eyes", "confused", "eyes", "confused"]);
    expect(outcomes[0]).toEqual({ kind: "answered", verbs: ["diagnose"], done: false });
  });

  it("leaves an earlier diagnosis when it finds nothing anymore", async () => {
    const { github, handle, stored } = workbench({
      issue: { body: uncheckedReport },
      comments: [said("/diagnose")],
    });
    await handle(newIssue);
    github.state.issue["body"] = "never mind";
    await handle(job);
    expect(own(github)).toHaveLength(2);
    expect(stored.at(-1)?.labels).toEqual([memory.name]);
  });

  it("answers in the language of the issue", async () => {
    const { github, handle } = workbench({
      issue: { title: "训练时卡住", body: "运行之后没有任何输出，请问是什么原因？" },
      comments: [said("/diagnose")],
    });
    await handle(job);
    expect(own(github)[0]).toContain("没有找到报错");
  });

  it("does not take an earlier reply for the diagnosis", async () => {
    const { github, handle } = workbench({
      issue: { body: sureReport },
      comments: [said("/diagnose")],
    });
    await handle(commentJob([{ verb: "help" }]));
    await handle(job);
    expect(own(github).map((body) => parseMarker(body)?.knownError ?? null)).toEqual([
      null,
      "tests/distributed-training",
    ]);
  });

  it("works on a closed issue, too", async () => {
    const { github, handle } = workbench({
      issue: { body: sureReport, state: "closed" },
      comments: [said("/diagnose")],
    });
    await handle(job);
    expect(own(github)).toHaveLength(1);
  });
});

describe("who may ask", () => {
  const read = [{ verb: "diagnose" } as const];

  it.each([
    ["the reporter, whatever the case", "Reporter", "NONE", true],
    ["a member", "someone", "MEMBER", true],
    ["a collaborator", "someone", "COLLABORATOR", true],
    ["a contributor", "someone", "CONTRIBUTOR", false],
    ["a stranger", "someone", "NONE", false],
  ])("%s", async (...[, author, association, may]) => {
    const { github, handle } = workbench({
      issue: { body: sureReport },
      comments: [said("/diagnose", author)],
    });
    await handle(commentJob(read, author, association));
    expect(reactions(github)).toEqual(may ? ["eyes", "+1"] : ["confused"]);
    expect(own(github)).toHaveLength(may ? 1 : 0);
  });

  it.each([
    ["a bot's command", "other[bot]", {}, "bot"],
    ["a locked issue", "reporter", { locked: true }, "locked"],
    ["a pull request", "reporter", { pull_request: {} }, "pull_request"],
  ])("%s is passed over", async (...[, author, issue, reason]) => {
    const { github, handle, outcomes } = workbench({ issue: { body: sureReport, ...issue } });
    await handle(commentJob(read, author, "MEMBER"));
    expect(github.writes()).toEqual([]);
    expect(outcomes).toEqual([{ kind: "skipped", reason }]);
  });

  it("a deleted command comment ends the job", async () => {
    const { github, handle, outcomes } = workbench({ issue: { body: sureReport } });
    github.faults.push({ method: "POST", path: /reactions$/, status: 404 });
    await handle(commentJob(read));
    expect(own(github)).toEqual([]);
    expect(outcomes).toMatchObject([{ kind: "refused", reason: "gone" }]);
  });
});

describe("other verbs", () => {
  it("explain shows the evidence once a comment", async () => {
    const { github, handle } = workbench({
      issue: { body: sureReport },
      comments: [said("/diagnose explain")],
    });
    const job = commentJob([{ verb: "explain" }]);
    await handle(job);
    await handle(job);
    expect(own(github)).toHaveLength(1);
    expect(own(github)[0]).toMatch(/^<!-- signpost reply: 5001 explain -->\n/);
    expect(own(github)[0]).toContain("tests/distributed-training");
  });

  it("help lists the verbs, none of them live", async () => {
    const { github, handle } = workbench();
    await handle(commentJob([{ verb: "help" }]));
    expect(own(github)[0]).toContain("`/diagnose explain`");
    expect(own(github)[0]).not.toMatch(/^\s*\//m);
    expect(reactions(github)).toEqual(["eyes", "+1"]);
  });

  it("an unknown verb gets one line and a confused face", async () => {
    const { github, handle } = workbench();
    await handle(commentJob([{ verb: "unknown", word: "aply" }]));
    expect(own(github)[0]?.split("\n")).toHaveLength(2);
    expect(reactions(github)).toEqual(["eyes", "confused"]);
  });

  it("several commands are carried out in order, those allowed", async () => {
    const { github, handle } = workbench({
      issue: { body: uncheckedReport },
      comments: [said("/diagnose\n/diagnose apply\n/diagnose help")],
    });
    await handle(
      commentJob([{ verb: "diagnose" }, { verb: "apply", labels: [] }, { verb: "help" }]),
    );
    expect(own(github).map((body) => body.split(" ", 4).join(" "))).toEqual([
      expect.stringContaining("<!-- signpost:"),
      "<!-- signpost reply: apply",
      "<!-- signpost reply: 5001",
    ]);
    expect(reactions(github)).toEqual(["eyes", "confused"]);
  });
});
