import { expect, it } from "@jest/globals";
import type { Match, Verdict } from "../../src/match/verdict.ts";
import { decideLabels } from "../../src/render/labels.ts";
import { sampleKnownError, sampleMatch, sampleVerdict } from "./sample.ts";

const match = (fields: Record<string, unknown>, confidence = 0.95): Match =>
  sampleMatch({ knownError: sampleKnownError(fields), confidence });
const memory = match({ category: "memory_error" });
const config = match({ category: "config_error" });

const cases: [name: string, verdict: Verdict, apply: string[], suggest: string[]][] = [
  ["checked and sure", sampleVerdict(config), ["error: config"], []],
  ["not sure", sampleVerdict(match({}, 0.8)), [], ["error: config"]],
  [
    "not checked",
    sampleVerdict(match({ verification_tier: "ai_generated" })),
    [],
    ["error: config"],
  ],
  ["foreign category", sampleVerdict(match({ category: "magic" })), ["error: runtime"], []],
  ["two errors", sampleVerdict(config, memory), ["error: config", "error: memory"], []],
  ["two of one category", sampleVerdict(config, config), ["error: config"], []],
  ["two of one category, one sure", sampleVerdict(match({}, 0.8), config), ["error: config"], []],
  [
    "competing",
    { ...sampleVerdict(config, memory), competing: true },
    [],
    ["error: config", "error: memory"],
  ],
  ["abstained", { kind: "abstained", reason: "low_confidence", runnersUp: [config] }, [], []],
];

it.each(cases)("%s", (_, verdict, apply, suggest) => {
  const labels = decideLabels(verdict);
  expect(labels.apply.map(({ name }) => name)).toEqual(apply);
  expect(labels.suggest.map(({ name }) => name)).toEqual(suggest);
});
