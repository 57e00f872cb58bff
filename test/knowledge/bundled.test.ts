import { beforeAll, describe, expect, it } from "@jest/globals";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { formatProblem } from "../../src/knowledge/problem.ts";
import { diagnosedIds } from "../../src/lint/collection.ts";
import { lintKnowledge } from "../../src/lint/lint.ts";
import type { LintReport } from "../../src/lint/lint.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";

const { knownErrors, problems } = await loadKnowledge([bundledKnowledgeDir()]);
const knowledge = compileKnowledge(knownErrors);

it("every bundled file loads", () => {
  expect(problems.map(formatProblem)).toEqual([]);
});

it("every bundled known error can be used as a whole", () => {
  expect(knowledge.problems).toEqual([]);
});

describe.each(knownErrors.map((knownError) => [knownError.id, knownError] as const))(
  "%s",
  (id, { examples, symptoms, symptoms_zh }) => {
    // What has symptoms may need a person to ask.
    const mayAsk = symptoms.length + symptoms_zh.length > 0;

    it("is the diagnosis of each of its examples", () => {
      const found = examples.matches.map((text) => {
        const [unasked] = diagnosedIds(text, knowledge, false);
        return unasked ?? (mayAsk ? diagnosedIds(text, knowledge, true)[0] : undefined);
      });
      expect(found).toEqual(examples.matches.map(() => id));
    });

    it("leaves its near misses alone", () => {
      const taken = examples.near_misses.filter((text) =>
        diagnosedIds(text, knowledge, true).includes(id),
      );
      expect(taken).toEqual([]);
    });
  },
);

describe("signpost knowledge lint", () => {
  let report: LintReport;

  beforeAll(async () => {
    report = await lintKnowledge();
  });

  it.each(knownErrors.map(({ id }) => id))("has no error about %s", (id) => {
    const errors = report.findings.filter(
      ({ file, severity }) => severity === "error" && file.endsWith(`/${id}.json`),
    );
    expect(errors.map(formatProblem)).toEqual([]);
  });
});
