import { describe, expect, it } from "@jest/globals";
import { renderExplanation } from "../../src/render/explain.ts";
import { renderNotFound } from "../../src/render/not-found.ts";
import {
  sampleExtraction,
  sampleKnownError,
  sampleMatch,
  sampleReport,
  sampleVerdict,
} from "./sample.ts";

const found = sampleExtraction(
  sampleReport({ message: "no access with token=abc @team" }),
  sampleReport({ type: null, message: "axle broke", line: 9 }),
);
const near = sampleMatch({ knownError: sampleKnownError({ id: "sample/near" }), confidence: 0.5 });

describe("explain", () => {
  it("a diagnosis: reports, evidence, versions, threshold, runners-up", () => {
    const match = sampleMatch({
      evidence: [
        { kind: "wording", line: 3, text: "the `wheel` is on the wrong axle", weight: 0.6 },
        { kind: "version", line: 12, text: "peft==0.3", weight: -0.05 },
      ],
      versions: [
        {
          package: "peft",
          stated: "0.3",
          line: 12,
          status: "out_of_range",
          range: ">=0.4",
          fixed: null,
        },
      ],
    });
    const verdict = { ...sampleVerdict(match), runnersUp: [near] };
    expect(renderExplanation(verdict, found, { locale: "en", threshold: 0.7 }).split("\n")).toEqual(
      [
        "### Why this diagnosis",
        "",
        "**Error reports found**",
        "- line 3: `ValueError: no access with token=*** @team`",
        "- line 9: `axle broke`",
        "",
        "**Chosen: `sample/error`**, confidence 0.95",
        "- line 3, the wording (+0.60): ``the `wheel` is on the wrong axle``",
        "- line 12, the stated version (−0.05): `peft==0.3`",
        "- You run peft 0.3, but this is known for versions `>=0.4`: the cause may be another one.",
        "",
        "A diagnosis needs a confidence of 0.70; 1.00 would be certain.",
        "",
        "**Not chosen**",
        "- `sample/near`, confidence 0.50 (the wording)",
      ],
    );
  });

  it("no diagnosis: what speaks for and against the nearest, and what it lacks", () => {
    const lacking = sampleMatch({
      confidence: 0.44,
      knownError: sampleKnownError({
        exception: ["KeyError"],
        packages: ["axlelib", "wheels"],
        versions: [{ version: "axlelib>=2" }],
      }),
      evidence: [
        { kind: "wording", line: 3, text: "the wheel", weight: 0.54 },
        { kind: "library", line: 3, text: "the wheel", weight: -0.1 },
      ],
    });
    const verdict = {
      kind: "abstained",
      reason: "low_confidence",
      runnersUp: [lacking, near],
    } as const;
    const reply = renderExplanation(
      { ...verdict, runnersUp: [lacking, near] },
      sampleExtraction(sampleReport()),
      { locale: "en", threshold: 0.7 },
    );
    expect(reply.split("\n").slice(7)).toEqual([
      "**Nearest: `sample/error`**, confidence 0.44",
      "- line 3, the wording (+0.54): `the wheel`",
      "- line 3, the library in use (−0.10): `the wheel`",
      "- not seen: the exception type (`KeyError`)",
      "- not seen: the library in use (`axlelib`, `wheels`)",
      "- not seen: the stated version (`axlelib>=2`)",
      "",
      "A diagnosis needs a confidence of 0.70; 1.00 would be certain.",
      "",
      "**Not chosen**",
      "- `sample/near`, confidence 0.50 (the wording)",
    ]);
  });

  it("redacts the whole line before it cuts it", () => {
    const secret = `hf_${"a1".repeat(20)}`;
    const match = sampleMatch({
      evidence: [
        { kind: "wording", line: 3, text: `${"x ".repeat(142)}${secret} went wrong`, weight: 0.6 },
      ],
    });
    const reply = renderExplanation(sampleVerdict(match), found, { locale: "en", threshold: 0.7 });
    expect(reply).toContain("x hf_*** went wr");
    expect(reply).not.toContain("a1a1");
  });

  it.each([
    ["no_error_report", "The text holds no error report, and no symptoms of a known error."],
    ["unknown_error", "There is an error report, but no known error is near it."],
    ["low_confidence", "The nearest known error is not near enough."],
    ["ambiguous", "More than two known errors are equally near, so naming one would be a guess."],
  ] as const)("no diagnosis: %s", (reason, sentence) => {
    const verdict = { kind: "abstained", reason, runnersUp: [] } as const;
    const reply = renderExplanation({ ...verdict, runnersUp: [] }, sampleExtraction(), {
      locale: "en",
      threshold: 0.7,
    });
    expect(reply).toBe(
      `### Why there is no diagnosis\n\n${sentence}\n\nNo error report was found in the text.\n\n` +
        "A diagnosis needs a confidence of 0.70; 1.00 would be certain.\n\nNo other known error came near.",
    );
  });

  it("in Chinese", () => {
    const verdict = {
      kind: "abstained" as const,
      reason: "low_confidence" as const,
      runnersUp: [near],
    };
    expect(renderExplanation(verdict, found, { locale: "zh", threshold: 0.7 }).split("\n")).toEqual(
      [
        "### 为什么没有诊断",
        "",
        "最相近的已知错误仍不够相近。",
        "",
        "**找到的报错**",
        "- 第 3 行：`ValueError: no access with token=*** @team`",
        "- 第 9 行：`axle broke`",
        "",
        "**最相近的是 `sample/near`**，置信度 0.50",
        "- 第 3 行，报错文字（+0.60）：`the wheel is on the wrong axle`",
        "",
        "给出诊断所需的置信度为 0.70，1.00 表示完全确定。",
      ],
    );
  });

  it("names six reports and counts the rest", () => {
    const many = sampleExtraction(
      ...Array.from({ length: 8 }, (_, line) => sampleReport({ line })),
    );
    const verdict = { kind: "abstained" as const, reason: "unknown_error" as const, runnersUp: [] };
    const reply = renderExplanation(verdict, many, { locale: "en", threshold: 0.7 });
    expect(reply.match(/^- line/gm)).toHaveLength(6);
    expect(reply).toContain("\n- and 2 more\n");
  });
});

describe("nothing found", () => {
  it("no report: says what to paste, with no command at a line's start", () => {
    const reply = renderNotFound(
      { kind: "abstained", reason: "no_error_report", runnersUp: [] },
      sampleExtraction(),
      "en",
    );
    expect(reply).toBe(
      "No error report found in this text, so there is nothing to compare. If there is one, paste it whole, from its first line to the error itself, in a code block, and put `/diagnose` on a line of its own in the same comment.",
    );
  });

  it("an unknown error: quotes the one the issue is about", () => {
    const reply = renderNotFound(
      { kind: "abstained", reason: "unknown_error", runnersUp: [] },
      { ...found, primary: 1 },
      "en",
    );
    expect(reply).toBe(
      "Read on line 9: `axle broke`\n\nThis error is not among the known ones, so there is no diagnosis.",
    );
  });

  it("a near one: points to the explanation", () => {
    const reply = renderNotFound(
      { kind: "abstained", reason: "low_confidence", runnersUp: [near] },
      found,
      "zh",
    );
    expect(reply).toBe(
      "读到的报错（第 3 行）：`ValueError: no access with token=*** @team`\n\n有一个已知错误与之相近，但不足以断定是原因，因此没有诊断。`/diagnose explain` 会列出比对的内容。",
    );
  });
});
