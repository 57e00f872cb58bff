import { describe, expect, it } from "@jest/globals";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { formatProblem } from "../../src/knowledge/problem.ts";
import { lintKnowledge } from "../../src/lint/lint.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";

const { knownErrors, problems } = await loadKnowledge([bundledKnowledgeDir()]);
const { findings } = await lintKnowledge();
const errors = findings.filter(({ severity }) => severity === "error");

it("every bundled file loads", () => {
  expect(problems.map(formatProblem)).toEqual([]);
});

it("every bundled known error can be used as a whole", () => {
  expect(compileKnowledge(knownErrors).problems).toEqual([]);
});

// The rules `examples-match` and `examples-miss` diagnose each record's own examples.
describe("nothing is wrong with", () => {
  it.each(knownErrors.map(({ id }) => id))("%s", (id) => {
    const about = errors.filter(({ file }) => file.endsWith(`/${id}.json`));
    expect(about.map(formatProblem)).toEqual([]);
  });
});
