import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { parseLabelledCases } from "./labelled-case.ts";
import { summarizeMatching } from "./matching-score.ts";
import type { CaseScore } from "./matching-score.ts";
import { scoreCases } from "./score-cases.ts";

const name = "test/fixtures/matching.jsonl";
const file = new URL("../fixtures/matching.jsonl", import.meta.url);
const cases = parseLabelledCases(readFileSync(file, "utf8"), name);
let knownIds: ReadonlySet<string>;
let scores: CaseScore[];

beforeAll(async () => {
  const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
  knownIds = new Set(knownErrors.map(({ id }) => id));
  scores = scoreCases(cases, compileKnowledge(knownErrors));
});

function sizeOf(group: CaseScore["group"]): number {
  return cases.filter((each) => each.group === group).length;
}

describe("the labelled set", () => {
  it("is large enough, and most of it has no answer", () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(sizeOf("no_error")).toBeGreaterThanOrEqual(sizeOf("hit"));
  });

  it("names each case once, and only known errors", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const named = new Set(cases.flatMap(({ expected, beside }) => expected.concat(beside)));
    expect([...named.difference(knownIds)]).toEqual([]);
  });

  it("gets no answer where there is no error", () => {
    const answered = scores.filter((score) => score.answered.length > 0);
    expect(answered.filter(({ group }) => group === "no_error")).toEqual([]);
  });

  it("gets the right answer 98 times of 100, and one to most known errors", () => {
    const { precision, recall } = summarizeMatching(scores);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
