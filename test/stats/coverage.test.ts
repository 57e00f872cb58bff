import { describe, expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { KnownError } from "../../src/knowledge/known-error.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { collectionStats } from "../../src/stats/collection-stats.ts";
import { countCoverage } from "../../src/stats/coverage.ts";
import { ownRecord } from "../support/own-record.ts";

const known = KnownError.parse(ownRecord());

describe("countCoverage", () => {
  it("counts answers, and gathers the errors without one by their fingerprint", () => {
    const knowledge = compileKnowledge([known]);
    const count = countCoverage();
    const texts = [
      known.examples.matches[0] ?? "",
      "```\nKilnError: kiln 3 is too cold to fire\n```",
      "```\nKilnError: kiln 4 is too cold to fire\n```",
      "```\nKilnError: no pots in the queue at all\n```",
      "What is a kiln?",
    ];
    for (const [index, text] of texts.entries())
      count.add(index, diagnose(text, knowledge, { locale: "en", requested: false }));
    expect(count.result()).toEqual({
      issues: 5,
      with_error: 4,
      diagnosed: 1,
      known_errors: { "kiln/plan-and-kiln": 1 },
      missing: [
        {
          fingerprint: expect.any(String),
          count: 2,
          example: "KilnError: kiln 3 is too cold to fire",
          issues: [1, 2],
        },
        expect.objectContaining({ count: 1, issues: [3] }),
      ],
    });
  });
});

describe("collectionStats", () => {
  it("counts by domain, category, tier, language and age", () => {
    const other = KnownError.parse(
      ownRecord({ id: "kiln/b", root_cause_zh: null, last_confirmed: null, aliases: [] }),
    );
    expect(collectionStats([known, other], new Date("2026-01-01"))).toEqual({
      known_errors: 2,
      wordings: 3,
      with_symptoms: 0,
      domains: { kiln: 2 },
      categories: { config_error: 2 },
      tiers: { source_checked: 2 },
      languages: { english: 2, chinese: 1 },
      age: { "never confirmed": 1, "under a year": 1 },
    });
  });
});
