import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { scoreIssue, summarize } from "./extraction-score.ts";
import type { IssueScore } from "./extraction-score.ts";
import { parseLabelledIssues } from "./labelled-issue.ts";

const text = [
  "Training stops",
  "",
  "```",
  "Traceback (most recent call last):",
  '  File "a.py", line 3, in f',
  "torch.OutOfMemoryError: CUDA out of memory.  Tried 2 GiB",
  "```",
].join("\n");

function scoreOf(label: object | null): IssueScore {
  const errors = label === null ? [] : [{ kind: "tb", first_line: 4, last_line: 7, ...label }];
  const issue = { id: "a", text, has_error: label !== null, errors, primary: label && 0 };
  const [parsed] = parseLabelledIssues(JSON.stringify(issue), "x.jsonl");
  const { reports, primary } = extract(text);
  if (parsed === undefined) throw new Error("no issue");
  return scoreIssue(parsed, reports, primary);
}

describe("scoreIssue", () => {
  it.each([
    [
      "the last part of a type, white space folded",
      "OutOfMemoryError",
      "CUDA out of memory. Tried 2 GiB",
      true,
    ],
    ["quotes around a message", "outofmemoryerror", "`CUDA out of memory. Tried 2 GiB`", true],
    ["another type", "RuntimeError", "CUDA out of memory. Tried 2 GiB", false],
    ["another message", "OutOfMemoryError", "CUDA out of memory", false],
  ])("%s", (_, type, message, isExact) => {
    expect(scoreOf({ type, message })).toMatchObject({ isExact, spanLines: 4, coveredLines: 3 });
  });

  it("takes another accepted answer", () => {
    const accepted = { type: "torch.OutOfMemoryError", message: "CUDA out of memory. Tried 2 GiB" };
    expect(scoreOf({ type: null, message: "x", also_accept: [accepted] }).isExact).toBe(true);
  });
});

describe("summarize", () => {
  it("counts a report without a label against precision, a label without a report against recall", () => {
    const right = scoreOf({ type: "OutOfMemoryError", message: "CUDA out of memory. Tried 2 GiB" });
    const alarm = scoreOf(null);
    const missed = { ...right, found: null, isExact: false, coveredLines: 0 };
    const { precision, recall, groups } = summarize([right, alarm, missed]);
    expect([precision, recall]).toEqual([0.5, 0.5]);
    expect(groups[0]).toEqual({
      name: "all",
      tally: { issues: 2, exact: 1, spanLines: 8, coveredLines: 3 },
    });
  });
});

describe("parseLabelledIssues", () => {
  it.each([
    ["{", /^x\.jsonl:1: this line is no JSON/],
    ['{"id": 1}', /^x\.jsonl:1: this is no labelled issue:/],
  ])("names the line: %s", (line, message) => {
    expect(() => parseLabelledIssues(line, "x.jsonl")).toThrow(message);
  });
});
