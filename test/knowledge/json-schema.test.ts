import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "@jest/globals";
import { knownErrorJsonSchema } from "../../src/knowledge/json-schema.ts";
import { bundledKnowledgeDir } from "../../src/knowledge/load.ts";

it("knowledge/schema.json is what `signpost knowledge schema` prints", () => {
  const file = path.join(bundledKnowledgeDir(), "schema.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(knownErrorJsonSchema());
});

it("asks for what a record cannot do without, and lets foreign fields pass", () => {
  expect(knownErrorJsonSchema()).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    required: ["id", "signature", "domain", "category", "root_cause"],
    additionalProperties: {},
    properties: { id: { description: expect.stringContaining("domain/slug") } },
  });
});
