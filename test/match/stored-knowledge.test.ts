import { deserialize, serialize } from "node:v8";
import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { compileErrors } from "../../src/match/compile-knowledge.ts";
import { match } from "../../src/match/match.ts";
import { openKnowledge } from "../../src/match/open-knowledge.ts";
import {
  isStoredKnowledge,
  restoreKnowledge,
  storeKnowledge,
} from "../../src/match/stored-knowledge.ts";
import type { StoredKnowledge } from "../../src/match/stored-knowledge.ts";

const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
const compiled = compileErrors(knownErrors);
const stored: unknown = deserialize(serialize(storeKnowledge(compiled)));

function known(value: unknown): StoredKnowledge {
  if (!isStoredKnowledge(value)) throw new Error("this is no stored knowledge");
  return value;
}

describe("stored knowledge", () => {
  const direct = openKnowledge(compiled);
  const restored = openKnowledge(restoreKnowledge(known(stored)));

  it("is the same when it is taken apart again", () => {
    const again = restoreKnowledge(known(stored));
    for (let owner = 0; owner < compiled.size; owner++)
      expect(again.errorAt(owner)).toEqual(compiled.errorAt(owner));
  });

  it.each(knownErrors)("answers the examples of $id as before", ({ examples }) => {
    const texts = examples.matches.concat(examples.near_misses);
    const answers = (knowledge: typeof direct): unknown[] =>
      texts.map((text) => match(extract(text), knowledge, { requested: true }));
    expect(answers(restored)).toEqual(answers(direct));
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "signpost"],
    ["a part that is missing", { ...known(stored), patterns: undefined }],
    ["another number of known errors", { ...known(stored), size: known(stored).size + 1 }],
    ["records that are cut", { ...known(stored), records: known(stored).records.subarray(1) }],
    [
      "an index of another collection",
      { ...known(stored), wordings: compileErrors(knownErrors.slice(1)).wordings },
    ],
    [
      "an index that lacks entries",
      {
        ...known(stored),
        patterns: {
          ...known(stored).patterns,
          wide: { ...known(stored).patterns.wide, entries: new Int32Array(3) },
        },
      },
    ],
  ])("is told from %s", (_name, value) => {
    expect(isStoredKnowledge(value)).toBe(false);
  });
});
