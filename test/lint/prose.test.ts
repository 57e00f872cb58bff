import { expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { ordinaryTexts } from "../../src/lint/prose.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";

const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
const knowledge = compileKnowledge(knownErrors);

it.each(ordinaryTexts.map((text) => [text.slice(0, 60), text]))(
  "nothing is said to: %s",
  (_, text) => {
    const { verdict } = diagnose(text, knowledge, { locale: "auto", requested: true });
    expect(verdict.kind).toBe("abstained");
  },
);
