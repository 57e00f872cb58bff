import { describe, expect, it } from "@jest/globals";
import type { Verdict } from "../../src/match/verdict.ts";
import { matchOf } from "./match-of.ts";
import { parseLabelledCases } from "./labelled-case.ts";
import type { CaseScore } from "./matching-score.ts";
import { scoreCase, summarizeMatching } from "./matching-score.ts";

function scoreOf(label: object, verdict: Verdict): CaseScore {
  const line = JSON.stringify({ id: "c", group: "hit", text: "x", expected: [], ...label });
  const [labelled] = parseLabelledCases(line, "x.jsonl");
  if (labelled === undefined) throw new Error("no case");
  return scoreCase(labelled, verdict);
}

const silent: Verdict = { kind: "abstained", reason: "unknown_error", runnersUp: [] };

function naming(first: string, ...others: string[]): Verdict {
  return {
    kind: "diagnosed",
    matches: [matchOf(first, 0.9), ...others.map((id) => matchOf(id, 0.8))],
    competing: others.length > 0,
    runnersUp: [],
  };
}

describe("scoreCase", () => {
  it.each([
    ["the expected answer", { expected: ["d/a"] }, naming("d/a"), true],
    ["one of several", { expected: ["d/b", "d/a"] }, naming("d/a"), true],
    ["another first", { expected: ["d/a"] }, naming("d/b", "d/a"), false],
    ["a stranger beside it", { expected: ["d/a"] }, naming("d/a", "d/b"), false],
    [
      "one that may stand beside it",
      { expected: ["d/a"], beside: ["d/b"] },
      naming("d/a", "d/b"),
      true,
    ],
    ["silence where there is an answer", { expected: ["d/a"] }, silent, false],
    ["silence where there is none", { group: "no_error" }, silent, true],
    ["an answer where there is none", { group: "no_error" }, naming("d/a"), false],
  ])("%s", (_, label, verdict, isRight) => {
    expect(scoreOf(label, verdict).isRight).toBe(isRight);
  });
});

describe("summarizeMatching", () => {
  it("counts answers, domains, bands and thresholds", () => {
    const scores = [
      scoreOf({ expected: ["d/a"] }, naming("d/a")),
      scoreOf({ expected: ["e/a"] }, silent),
      scoreOf({ group: "no_error" }, naming("d/a")),
    ];
    const { precision, recall, wrongWithoutError, domains, bands, thresholds } =
      summarizeMatching(scores);
    expect({ precision, recall, wrongWithoutError }).toEqual({
      precision: 0.5,
      recall: 0.5,
      wrongWithoutError: 1,
    });
    expect(domains).toEqual([
      { name: "d", cases: 1, answered: 1, right: 1 },
      { name: "e", cases: 1, answered: 0, right: 0 },
    ]);
    expect(bands.find(({ candidates }) => candidates > 0)).toEqual({
      from: 0.9,
      to: 0.95,
      candidates: 2,
      right: 1,
    });
    expect(thresholds.find(({ confidence }) => confidence === 0.9)).toEqual({
      confidence: 0.9,
      answered: 2,
      precision: 0.5,
      recall: 0.5,
    });
    expect(thresholds.at(-1)?.precision).toBeNull();
  });
});
