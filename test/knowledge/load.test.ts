import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ConfigError } from "../../src/errors.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { formatProblem } from "../../src/knowledge/problem.ts";
import { foreignRecord, knowledgeFolder } from "../support/knowledge-folder.ts";

const minimal = {
  id: "kiln/cold",
  signature: "KilnError: too cold",
  domain: "kiln",
  category: "runtime_error",
  root_cause: "Nobody lit it.",
};

describe("loadKnowledge", () => {
  it("loads records of the flat public form as they are, foreign fields kept", async () => {
    const dir = knowledgeFolder({ "000_a.json": foreignRecord() });
    const { knownErrors, problems } = await loadKnowledge([dir]);
    expect(problems).toEqual([]);
    expect(knownErrors).toHaveLength(1);
    expect(knownErrors[0]).toMatchObject(foreignRecord());
  });

  it("fills what a short record leaves out", async () => {
    const dir = knowledgeFolder({ "cold.json": minimal });
    const { knownErrors } = await loadKnowledge([dir]);
    expect(knownErrors).toEqual([
      {
        ...minimal,
        aliases: [],
        symptoms: [],
        symptoms_zh: [],
        exception: [],
        packages: [],
        versions: [],
        dead_ends: [],
        workarounds: [],
        workarounds_zh: [],
        verification_tier: "ai_generated",
        sources: [],
        examples: { matches: [], near_misses: [] },
        tags: [],
      },
    ]);
  });

  it("reads folders below, in order of their paths, and passes over what is no known error", async () => {
    const dir = knowledgeFolder({
      "b/two.json": { ...minimal, id: "b/two" },
      "a/deep/one.json": { ...minimal, id: "a/one" },
      "schema.json": { type: "object" },
      "README.md": "# Not a record",
      "..data/a/one.json": { ...minimal, id: "a/one" },
    });
    const { knownErrors, problems } = await loadKnowledge([dir]);
    expect(knownErrors.map(({ id }) => id)).toEqual(["a/one", "b/two"]);
    expect(problems).toEqual([]);
  });

  it("follows links to files, as a mounted ConfigMap has them", async () => {
    const dir = knowledgeFolder({ "..data/cold.json": minimal });
    symlinkSync(path.join("..data", "cold.json"), path.join(dir, "cold.json"));
    symlinkSync("gone.json", path.join(dir, "broken.json"));
    const { knownErrors, problems } = await loadKnowledge([dir]);
    expect(knownErrors.map(({ id }) => id)).toEqual(["kiln/cold"]);
    expect(problems).toEqual([]);
  });

  it("lets no broken file stop the others, and says what is wrong where", async () => {
    const dir = knowledgeFolder({
      "bytes.json": Buffer.from('{\n"id": "\u00e9"}', "latin1"),
      "comma.json": '{\n  "id": "kiln/x",\n}',
      "empty.json": "",
      "fields.json": { ...minimal, id: "Kiln Cold", aliases: ["one", 2], root_cause: undefined },
      "huge.json": `{"id": "${"x".repeat(300_000)}"}`,
      "list.json": [minimal],
      "tier.json": '{\n  "verification_tier": "sure"\n}',
      "word.json": '{\n  "id": kiln\n}',
      "zgood.json": minimal,
    });
    const { knownErrors, problems } = await loadKnowledge([dir]);
    expect(knownErrors.map(({ id }) => id)).toEqual(["kiln/cold"]);
    const lines = problems.map((problem) =>
      formatProblem(problem).replace(`${dir}${path.sep}`, ""),
    );
    expect(lines).toEqual([
      "bytes.json:2: error: the file is not UTF-8. Save it as UTF-8 text.",
      "comma.json:3: error: the file is not JSON: Expected double-quoted property name. Correct the JSON (double quotes, no comments, no comma before a closing bracket).",
      "empty.json: error: the file is not JSON: Unexpected end of JSON input. Correct the JSON (double quotes, no comments, no comma before a closing bracket).",
      'fields.json:2: error: id: "Kiln Cold" is not an id. Write it as domain/slug in lower-case letters, digits, dots, _ and hyphens.',
      "fields.json:8: error: aliases[1]: it is a number. Write it as a string.",
      "fields.json:1: error: root_cause: the field is missing. Add it as a string.",
      "huge.json: error: the file has 300010 bytes, more than 262144. Keep one known error a file and shorten its examples.",
      'list.json:1: error: the file does not hold a JSON object. Write one known error a file: { "id": ..., "signature": ..., ... }.',
      "tier.json:1: error: id: the field is missing. Add it as a string.",
      "tier.json:1: error: signature: the field is missing. Add it as a string.",
      "tier.json:1: error: domain: the field is missing. Add it as a string.",
      "tier.json:1: error: category: the field is missing. Add it as a string.",
      "tier.json:1: error: root_cause: the field is missing. Add it as a string.",
      'tier.json:2: error: verification_tier: "sure" is not one of the values allowed. Use one of ai_generated, issue_seen, source_checked, reproduced, maintainer_confirmed.',
      "word.json:2: error: the file is not JSON: Unexpected token 'k'. Correct the JSON (double quotes, no comments, no comma before a closing bracket).",
    ]);
  });

  it("keeps the first of two records with one id in a folder", async () => {
    const dir = knowledgeFolder({
      "1.json": { ...minimal, root_cause: "first" },
      "2.json": { ...minimal, root_cause: "second" },
    });
    const { knownErrors, problems } = await loadKnowledge([dir]);
    expect(knownErrors.map((known) => known.root_cause)).toEqual(["first"]);
    expect(problems).toEqual([
      {
        file: path.join(dir, "2.json"),
        line: 2,
        field: "id",
        severity: "error",
        message: `kiln/cold stands in ${path.join(dir, "1.json")} already, which is the one used`,
        mend: "Give one of them another id, or merge them",
      },
    ]);
  });

  it("lets a later folder replace a record, with a note", async () => {
    const bundled = knowledgeFolder({ "cold.json": minimal });
    const own = knowledgeFolder({ "mine.json": { ...minimal, root_cause: "ours" } });
    const { knownErrors, problems } = await loadKnowledge([bundled, own]);
    expect(knownErrors.map((known) => known.root_cause)).toEqual(["ours"]);
    expect(problems).toMatchObject([{ file: path.join(own, "mine.json"), severity: "note" }]);
  });

  it("reads a folder once that is named twice", async () => {
    const dir = knowledgeFolder({ "cold.json": minimal });
    const { knownErrors, problems } = await loadKnowledge([dir, `${dir}${path.sep}`]);
    expect(knownErrors).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it.each([
    ["that does not exist", "nowhere", "does not exist"],
    ["that is a file", "cold.json", "is not a folder"],
  ])("refuses a folder %s, by name", async (_, name, reason) => {
    const dir = path.join(knowledgeFolder({ "cold.json": minimal }), name);
    const loading = loadKnowledge([dir]);
    await expect(loading).rejects.toThrow(ConfigError);
    await expect(loading).rejects.toThrow(`${dir} ${reason}`);
  });

  it("does not let a record reach the prototype of objects", async () => {
    const text = JSON.stringify(minimal).replace("{", '{"__proto__": {"polluted": true}, ');
    const { knownErrors } = await loadKnowledge([knowledgeFolder({ "cold.json": text })]);
    expect(knownErrors).toHaveLength(1);
    expect(Reflect.get(knownErrors[0] ?? {}, "polluted")).toBeUndefined();
  });
});

describe("bundledKnowledgeDir", () => {
  it("is the folder with the README and the schema", () => {
    expect(existsSync(path.join(bundledKnowledgeDir(), "schema.json"))).toBe(true);
  });
});
