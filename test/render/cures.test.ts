import { describe, expect, it } from "@jest/globals";
import { deadEnds } from "../../src/render/dead-ends.ts";
import { sectionContext } from "../../src/render/section-context.ts";
import { workarounds } from "../../src/render/workarounds.ts";
import { sampleExtraction, sampleKnownError, sampleMatch } from "./sample.ts";

type Part = typeof deadEnds;

function lines(part: Part, fields: Record<string, unknown>, locale: "en" | "zh" = "en"): string[] {
  const match = sampleMatch({ knownError: sampleKnownError(fields) });
  return part(sectionContext(match, sampleExtraction(), locale), 4)
    .split("\n")
    .slice(1);
}

describe("workarounds", () => {
  it.each([
    ["action", [{ action: "Do it" }], ["1. Do it."]],
    ["condition first", [{ condition: "it fits.", action: "do it." }], ["1. It fits: do it."]],
    ["a verb behind it", [{ condition: "it fits", action: "Do it" }], ["1. It fits: do it."]],
    [
      "a name behind it",
      [{ condition: "it fits", action: "Docker does" }],
      ["1. It fits: Docker does."],
    ],
    [
      "a type behind it",
      [{ condition: "it fits", action: "PyTorch does" }],
      ["1. It fits: PyTorch does."],
    ],
    [
      "a name first",
      [{ condition: "torch sees it", action: "do it" }],
      ["1. torch sees it: do it."],
    ],
    [
      "instructions",
      [{ action: "Do it:", how: "```sh\na\n```" }],
      ["1. Do it:", "   ```sh", "   a", "   ```"],
    ],
    ["instructions that repeat the action", [{ action: "Do it.", how: " Do it. " }], ["1. Do it."]],
    ["blank action", [{ action: " ", how: "Do this.\n`a`" }], ["1. Do this.", "   `a`"]],
    ["nothing but code", [{ action: "", how: "```\na\n```" }], []],
    ["nothing at all", [{ action: "" }], []],
    [
      "as written",
      [
        { action: "A", success_rate: 0.1 },
        { action: "B", success_rate: 0.9 },
      ],
      ["1. A.", "2. B."],
    ],
    [
      "four at most",
      ["A", "B", "C", "D", "E"].map((action) => ({ action })),
      ["1. A.", "2. B.", "3. C.", "4. D."],
    ],
  ])("%s", (_, written, expected) =>
    expect(lines(workarounds, { workarounds: written })).toEqual(expected),
  );

  it("of an unchecked known error: by rate, without the figure", () => {
    const written = [
      { action: "A", success_rate: 0.1 },
      { action: "B" },
      { action: "C", success_rate: 0.9 },
    ];
    const fields = { workarounds: written, verification_tier: "ai_generated" };
    expect(lines(workarounds, fields)).toEqual(["1. C.", "2. A.", "3. B."]);
  });

  it.each([
    [
      "Chinese fields",
      {
        workarounds: [
          { action: "Do it", action_zh: "这样做", condition: "it fits", condition_zh: "放得下" },
        ],
      },
      ["1. 放得下：这样做。"],
    ],
    [
      "code is the same in both",
      { workarounds: [{ action: "Do it", action_zh: "这样做", how: "```\na\n```" }] },
      ["1. 这样做。", "   ```", "   a", "   ```"],
    ],
    [
      "action that is code",
      {
        workarounds: [
          { action: "Do it", action_zh: "`a()`", condition: "x", condition_zh: "放得下" },
        ],
      },
      ["1. 放得下：`a()`。"],
    ],
    [
      "no Chinese: English as a whole",
      { workarounds: [{ action: "Do it", condition_zh: "放得下", condition: "it fits" }] },
      ["1. It fits: do it."],
    ],
    [
      "older form",
      { workarounds: [{ action: "Do it", how: "Do it" }], workarounds_zh: ["这样做"] },
      ["1. 这样做。"],
    ],
    [
      "older form in English",
      { workarounds: [{ action: "Do it" }], workarounds_zh: ["Do it"] },
      ["1. Do it."],
    ],
    [
      "older form that is not aligned",
      { workarounds: [{ action: "A" }, { action: "B" }], workarounds_zh: ["这样做"] },
      ["1. A.", "2. B."],
    ],
  ])("in Chinese: %s", (_, fields, expected) =>
    expect(lines(workarounds, fields, "zh")).toEqual(expected),
  );

  it("keeps the older form with its workaround when sorting by rate", () => {
    const fields = {
      workarounds: [
        { action: "A", success_rate: 0.1 },
        { action: "B", success_rate: 0.9 },
      ],
      workarounds_zh: ["做甲", "做乙"],
      verification_tier: "ai_generated",
    };
    expect(lines(workarounds, fields, "zh")).toEqual(["1. 做乙。", "2. 做甲。"]);
  });
});

describe("dead ends", () => {
  it.each([
    [
      "action and reason",
      [{ action: "Use B.", why_fails: "The same happens." }],
      ["- Use B: the same happens."],
    ],
    [
      "reason with a name first",
      [{ action: "Use B", why_fails: "PyTorch refuses" }],
      ["- Use B: PyTorch refuses."],
    ],
    ["blank action", [{ action: "", why_fails: "It is refused." }], ["- It is refused."]],
    ["blank reason", [{ action: "Use B", why_fails: " " }], []],
    [
      "condition",
      [{ action: "Use B", why_fails: "No.", condition: "on one GPU" }],
      ["- On one GPU: Use B: no."],
    ],
  ])("%s", (_, written, expected) =>
    expect(lines(deadEnds, { dead_ends: written })).toEqual(expected),
  );

  it.each([
    [
      "Chinese",
      [{ action: "Use B", action_zh: "用乙", why_fails: "x", why_fails_zh: "结果相同" }],
      ["- 用乙：结果相同。"],
    ],
    [
      "action that is code",
      [{ action: "`b=1`", why_fails: "x", why_fails_zh: "结果相同" }],
      ["- `b=1`：结果相同。"],
    ],
    [
      "English action is left out",
      [{ action: "Use B", why_fails: "x", why_fails_zh: "结果相同" }],
      ["- 结果相同。"],
    ],
    [
      "no Chinese",
      [{ action: "Use B", action_zh: "用乙", why_fails: "It fails." }],
      ["- Use B: it fails."],
    ],
  ])("in Chinese: %s", (_, written, expected) =>
    expect(lines(deadEnds, { dead_ends: written }, "zh")).toEqual(expected),
  );
});
