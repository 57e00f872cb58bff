import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { categories } from "../../src/knowledge/category.ts";
import { labelEvent } from "../support/github-double.ts";
import {
  commentJob,
  newIssue,
  own,
  reactions,
  sureReport,
  uncheckedReport,
  workbench,
} from "./workbench.ts";

// Test files share a process: the next one gets its own network back.
afterAll(() => nock.restore());

const memory = categories.memory_error;
const config = categories.config_error;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

describe("/diagnose apply", () => {
  const permissions = {
    helper: { permission: "read", role_name: "triage", user: null },
    dev: { permission: "write", role_name: "write", user: null },
  };

  it("puts the suggested label on for a triager", async () => {
    const { github, handle } = workbench({ issue: { body: uncheckedReport }, permissions });
    await handle(newIssue);
    await handle(commentJob([{ verb: "apply", labels: [] }], "helper"));
    expect(github.state.issueLabels).toEqual([memory.name]);
    expect(github.state.repositoryLabels).toEqual([memory]);
    expect(reactions(github)).toEqual(["eyes", "+1"]);
    expect(own(github)).toHaveLength(1);
  });

  it("diagnoses again when nothing is on record", async () => {
    const { github, handle } = workbench({ issue: { body: uncheckedReport }, permissions });
    await handle(commentJob([{ verb: "apply", labels: [] }], "dev"));
    expect(github.state.issueLabels).toEqual([memory.name]);
  });

  it("puts back a label that a person removed, since a person asks for it", async () => {
    const timeline = [labelEvent("unlabeled", config.name, "maintainer")];
    const { github, handle } = workbench({ issue: { body: sureReport }, timeline, permissions });
    await handle(newIssue);
    expect(github.state.issueLabels).toEqual([]);
    await handle(commentJob([{ verb: "apply", labels: ["Error: Config"] }], "dev"));
    expect(github.state.issueLabels).toEqual([config.name]);
  });

  it("applies only what it suggested, and says what that is", async () => {
    const { github, handle } = workbench({ issue: { body: uncheckedReport }, permissions });
    const job = commentJob([{ verb: "apply", labels: ["security", memory.name] }], "dev");
    await handle(job);
    await handle(job);
    expect(github.state.issueLabels).toEqual([memory.name]);
    expect(own(github)).toEqual([
      "<!-- signpost reply: 5001 apply -->\nLabels that can be applied to this issue: `error: memory`.",
    ]);
    expect(reactions(github).slice(0, 2)).toEqual(["eyes", "confused"]);
  });

  it("says so when nothing is suggested", async () => {
    const { github, handle } = workbench({ issue: { body: "A question" }, permissions });
    await handle(commentJob([{ verb: "apply", labels: [] }], "dev"));
    expect(github.state.issueLabels).toEqual([]);
    expect(own(github)[0]).toContain("No label is suggested");
  });

  it("is refused to strangers, in one line and once on an issue", async () => {
    const { github, handle } = workbench({ issue: { body: uncheckedReport } });
    await handle(commentJob([{ verb: "apply", labels: [] }], "stranger", "NONE"));
    await handle(commentJob([{ verb: "apply", labels: [] }], "reporter", "CONTRIBUTOR"));
    expect(github.state.issueLabels).toEqual([]);
    expect(reactions(github)).toEqual(["confused", "confused"]);
    expect(own(github)).toEqual([
      "<!-- signpost reply: apply refused -->\nOnly people with the triage role or higher in this repository can use `/diagnose apply`.",
    ]);
  });

  it("goes by the role in the repository, not by the association", async () => {
    const { github, handle } = workbench({ issue: { body: uncheckedReport } });
    await handle(commentJob([{ verb: "apply", labels: [] }], "someone", "MEMBER"));
    expect(github.state.issueLabels).toEqual([]);
  });
});
