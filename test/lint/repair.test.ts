import { describe, expect, it } from "@jest/globals";
import { mechanicalSteps, repairRecord } from "../../src/lint/repair.ts";
import { ownRecord } from "../support/own-record.ts";

describe("mechanical repairs", () => {
  it("leave a sound record as it is", () => {
    const record = ownRecord();
    expect(repairRecord(record, mechanicalSteps)).toEqual({ record, repairs: [] });
  });

  const cases: { name: string; changes: object; mended: object; told: string[] }[] = [
    {
      name: "blank fields",
      changes: { subcategory: "", workarounds: [{ action: "Do it", how: " ", condition: null }] },
      mended: { workarounds: [{ action: "Do it" }] },
      told: ["subcategory", "workarounds[0].how", "workarounds[0].condition"],
    },
    {
      name: "a blank action beside its reason stays",
      changes: { dead_ends: [{ action: "", why_fails: "It does not." }] },
      mended: { dead_ends: [{ action: "", why_fails: "It does not." }] },
      told: [],
    },
    {
      name: "a how that repeats the action",
      changes: { workarounds: [{ action: "Remove `x`.", how: "remove `x`" }] },
      mended: { workarounds: [{ action: "Remove `x`." }] },
      told: ["workarounds[0].how"],
    },
    {
      name: "Chinese by position, English in one place",
      changes: {
        workarounds: [{ action: "One" }, { action: "Two" }],
        workarounds_zh: ["去掉参数", "Remove it"],
      },
      mended: { workarounds: [{ action: "One", action_zh: "去掉参数" }, { action: "Two" }] },
      told: ["workarounds_zh"],
    },
    {
      name: "English where Chinese is meant",
      changes: { signature_zh: "The kiln is taken", root_cause_zh: "窑炉被占用" },
      mended: { root_cause_zh: "窑炉被占用" },
      told: ["signature_zh"],
    },
    {
      name: "a type that is printed and not listed",
      changes: { signature: "KilnError: the kiln is taken", exception: [] },
      mended: { signature: "KilnError: the kiln is taken", exception: ["KilnError"] },
      told: ["exception"],
    },
    {
      name: "package names",
      changes: { packages: ["Kiln_Lib", "glaze"] },
      mended: { packages: ["kiln-lib", "glaze"] },
      told: ["packages"],
    },
    {
      name: "a tier that the sources do not earn",
      changes: { verification_tier: "source_checked", sources: [] },
      mended: { verification_tier: "ai_generated", sources: [] },
      told: ["verification_tier"],
    },
    {
      name: "a tier of which a part is earned",
      changes: {
        verification_tier: "source_checked",
        sources: ["https://github.com/a/b/issues/1"],
      },
      mended: { verification_tier: "issue_seen", sources: ["https://github.com/a/b/issues/1"] },
      told: ["verification_tier"],
    },
  ];

  it.each(cases)("mend $name", ({ changes, mended, told }) => {
    const base = { id: "a/b", signature: "the kiln is taken", root_cause: "" };
    const { record, repairs } = repairRecord({ ...base, ...changes }, mechanicalSteps);
    expect(record).toEqual({ ...base, ...mended });
    expect(repairs.map(({ field }) => field)).toEqual(told);
  });
});
