import { deserialize, serialize } from "node:v8";
import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { compileErrors } from "../../src/match/compile-knowledge.ts";
import type { CompiledKnowledge } from "../../src/match/compiled-knowledge.ts";
import { arePackedRecords, isCompiledKnowledge } from "../../src/match/is-compiled.ts";
import type { KnowledgeBase } from "../../src/match/knowledge-base.ts";
import { match } from "../../src/match/match.ts";
import { itemOf, openKnowledge } from "../../src/match/open-knowledge.ts";
import { packRecords, unpackRecord } from "../../src/match/packed-records.ts";

const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
const compiled = compileErrors(knownErrors);
const records = packRecords(knownErrors);

/** What comes out of a file after `data` went in. */
function stored(data: unknown): unknown {
  return deserialize(serialize(data));
}

function readCompiled(): CompiledKnowledge {
  const value = stored(compiled);
  if (!isCompiledKnowledge(value)) throw new Error("this is no compiled knowledge");
  return value;
}

describe("compiled knowledge that was stored", () => {
  const direct = openKnowledge(compiled, itemOf(knownErrors));
  const read = openKnowledge(readCompiled(), (owner) => unpackRecord(records, owner));

  it.each(knownErrors)("answers the examples of $id as before", ({ examples }) => {
    const texts = examples.matches.concat(examples.near_misses);
    const answers = (knowledge: KnowledgeBase): unknown[] =>
      texts.map((text) => match(extract(text), knowledge, { requested: true }));
    expect(answers(read)).toEqual(answers(direct));
  });

  it("has the known errors as they were", () => {
    expect(arePackedRecords(stored(records), knownErrors.length)).toBe(true);
    expect(knownErrors.map((_, owner) => unpackRecord(records, owner))).toEqual(knownErrors);
  });
});

describe("compiled knowledge is told from", () => {
  const { patterns, errors, size } = compiled;
  it.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "signpost"],
    ["what lacks a part", { ...compiled, patterns: undefined }],
    ["another number of known errors", { ...compiled, size: size + 1 }],
    ["records that are cut", { ...compiled, errors: { ...errors, bytes: errors.bytes.slice(1) } }],
    ["an index of others", { ...compiled, wordings: compileErrors(knownErrors.slice(1)).wordings }],
    [
      "an index without entries",
      {
        ...compiled,
        patterns: { ...patterns, wide: { ...patterns.wide, entries: new Int32Array(3) } },
      },
    ],
  ])("%s", (_name, value) => {
    expect(isCompiledKnowledge(value)).toBe(false);
  });
});
