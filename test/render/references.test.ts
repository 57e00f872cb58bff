import { describe, expect, it } from "@jest/globals";
import type { VersionFinding } from "../../src/match/verdict.ts";
import { furtherReading } from "../../src/render/further-reading.ts";
import { neighbourNote } from "../../src/render/neighbours.ts";
import { sectionContext } from "../../src/render/section-context.ts";
import type { SectionContext } from "../../src/render/section-context.ts";
import { versionNotes } from "../../src/render/version-notes.ts";
import { sampleExtraction, sampleKnownError, sampleMatch } from "./sample.ts";

function context(
  fields: Record<string, unknown>,
  versions: VersionFinding[] = [],
  locale: "en" | "zh" = "en",
): SectionContext {
  const match = sampleMatch({ knownError: sampleKnownError(fields), versions });
  return sectionContext(match, sampleExtraction(), locale);
}

describe("links", () => {
  const issue = "https://github.com/o/r/issues/1";
  it.each([
    ["none", {}, ""],
    ["documentation", { official_doc_url: "https://a.org/x" }, "[Documentation](https://a.org/x)"],
    [
      "page of documentation among the sources",
      { sources: ["https://a.org/blog/x", "https://a.org/docs/x", "https://docs.b.org/"] },
      "[Documentation](https://a.org/docs/x)",
    ],
    ["other page among the sources", { sources: ["https://a.org/blog/x"] }, ""],
    ["change log of a library", { sources: ["o/r:CHANGES.md", "o/r:docs/x.rst"] }, ""],
    [
      "report",
      { sources: [issue] },
      "[seen in another report](https://redirect.github.com/o/r/issues/1)",
    ],
    [
      "reports, without repeats",
      { sources: [issue, issue, "https://discuss.pytorch.org/t/x/7"] },
      "seen in other reports: [1](https://redirect.github.com/o/r/issues/1), [2](https://discuss.pytorch.org/t/x/7)",
    ],
    [
      "file of a library",
      { sources: ["o/r:src/a b/x.py", "o/r:src/x_y.py:12"] },
      "[where it is raised](https://github.com/o/r/blob/HEAD/src/x_y.py#L12)",
    ],
    ["script", { official_doc_url: "javascript:alert(1)", sources: ["data:x"] }, ""],
    ["password", { official_doc_url: "https://u:p@a.org/" }, ""],
    [
      "brackets",
      { official_doc_url: "https://a.org/x)[y](z" },
      "[Documentation](https://a.org/x%29[y]%28z)",
    ],
  ])("%s", (_, fields, markdown) => expect(furtherReading(context(fields))).toBe(markdown));
});

describe("versions", () => {
  const finding: VersionFinding = {
    package: "peft",
    stated: "0.5.0",
    line: 4,
    status: "in_range",
    range: ">=0.4",
    fixed: null,
  };
  const fixed: VersionFinding = { ...finding, package: "trl", fixed: "0.8" };
  const outside: VersionFinding = {
    ...finding,
    package: "torch",
    status: "out_of_range",
    range: "<2.0",
  };
  it.each([
    ["nothing compared", [], "en", ""],
    ["in range", [finding], "en", "You run peft 0.5.0, one of the versions this is known for."],
    ["fixed", [fixed], "en", "You run trl 0.5.0; this was fixed in 0.8."],
    ["fixed, in Chinese", [fixed], "zh", "你使用的是 trl 0.5.0，0.8 已修复此问题。"],
    [
      "outside",
      [outside],
      "en",
      "You run torch 0.5.0, but this is known for versions `<2.0`: the cause may be another one.",
    ],
    [
      "only the fix is known",
      [{ ...outside, range: "", fixed: "1.9" }],
      "en",
      "You run torch 0.5.0, but this is known for versions before 1.9: the cause may be another one.",
    ],
    [
      "doubt first, two at most",
      [finding, fixed, outside],
      "en",
      "You run torch 0.5.0, but this is known for versions `<2.0`: the cause may be another one. You run trl 0.5.0; this was fixed in 0.8.",
    ],
    [
      "a stranger's version",
      [{ ...finding, stated: "`@x`" }],
      "en",
      "You run peft `` `@x` ``, one of the versions this is known for.",
    ],
  ] as const)("%s", (_, versions, locale, markdown) => {
    expect(versionNotes(context({}, [...versions], locale))).toBe(markdown);
  });

  it("of an unchecked known error are only told where they raise doubt", () => {
    const fields = { verification_tier: "ai_generated" };
    expect(versionNotes(context(fields, [finding, fixed]))).toBe("");
    expect(versionNotes(context(fields, [outside]))).toContain("You run torch 0.5.0, but");
  });
});

describe("neighbours", () => {
  const told = {
    id: "a/b",
    how_to_tell: "There the wheel is round",
    how_to_tell_zh: "那里的轮子是圆的",
  };
  it.each([
    ["none", null, "en", ""],
    ["an id alone", { frequently_confused_with: ["a/b"], leads_to: ["c/d"] }, "en", ""],
    [
      "both",
      {
        frequently_confused_with: [told],
        leads_to: [{ id: "c/d", how_to_tell: "The wheel rolls." }],
      },
      "en",
      "Easily confused with `a/b`: there the wheel is round. What may come next is `c/d`: the wheel rolls.",
    ],
    [
      "confused with",
      { frequently_confused_with: ["c/d", told] },
      "en",
      "Easily confused with `a/b`: there the wheel is round.",
    ],
    [
      "leads to",
      { leads_to: [told] },
      "en",
      "What may come next is `a/b`: there the wheel is round.",
    ],
    [
      "Chinese",
      { frequently_confused_with: [told] },
      "zh",
      "容易与 `a/b` 混淆：那里的轮子是圆的。",
    ],
  ] as const)("%s", (_, graph, locale, markdown) => {
    expect(neighbourNote(context({ transition_graph: graph }, [], locale))).toBe(markdown);
  });

  it("explains the neighbor that came near in this issue", () => {
    const other = { id: "c/d", how_to_tell: "The wheel rolls." };
    const graph = { frequently_confused_with: [told, other] };
    const near = new Set(["c/d"]);
    const note = neighbourNote({ ...context({ transition_graph: graph }), near });
    expect(note).toBe("Easily confused with `c/d`: the wheel rolls.");
  });
});
