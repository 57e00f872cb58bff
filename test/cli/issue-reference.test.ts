import { describe, expect, it } from "@jest/globals";
import { parseIssueReference } from "../../src/cli/issue-reference.ts";

describe("parseIssueReference", () => {
  it.each([
    ["octo/widgets#12", null],
    ["https://github.com/octo/widgets/issues/12", "github.com"],
    ["https://github.com/octo/widgets/issues/12/?a=b#issuecomment-3", "github.com"],
    ["http://localhost:4000/octo/widgets/issues/12", "localhost:4000"],
    ["https://git.example.org/some/where/octo/widgets/issues/12", "git.example.org"],
  ])("reads %s", (text, host) => {
    expect(parseIssueReference(text)).toEqual({ host, owner: "octo", repo: "widgets", number: 12 });
  });

  it.each([
    "issue.md",
    "octo/widgets",
    "#12",
    "octo/widgets#12a",
    "https://github.com/octo/widgets/pull/12",
    "https://github.com/octo/widgets/issues",
    "ftp://github.com/octo/widgets/issues/12",
  ])("leaves %s alone", (text) => {
    expect(parseIssueReference(text)).toBeNull();
  });
});
