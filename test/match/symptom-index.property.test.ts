import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { findSymptoms } from "../../src/match/symptoms.ts";
import { extraction } from "./hand-built.ts";

const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
const { size, symptomsAt, symptomsIn } = compileKnowledge(knownErrors);
const all = Array.from({ length: size }, (_, owner) => owner).flatMap(symptomsAt);

const symptoms = knownErrors.flatMap((each) => each.symptoms.concat(each.symptoms_zh));
const words = symptoms.flatMap((text) => text.split(/[ ，。]/));
const lines = fc.oneof(
  fc.constantFrom(...symptoms),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(" ")),
);

it("the index of symptoms misses none that a text describes", () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), (texts) => {
      const prose = texts.map((text, index) => ({ line: index + 1, text }));
      const described = extraction({ prose });
      expect(findSymptoms(described, symptomsIn)).toEqual(findSymptoms(described, () => all));
    }),
    { numRuns: 300 },
  );
});
