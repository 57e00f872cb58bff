import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";

const issue = [
  "Trainer hangs",
  "",
  "### System Info",
  "",
  "_No response_",
  "",
  "- [x] I searched",
  "- it stops at step 3",
  "",
  "<!-- describe it -->",
  "",
  "```python",
  ">>> import torch",
  "trainer.train()",
  "```",
  "",
  "```",
  "loading the model",
  "ValueError: bad value",
  "```",
  "",
  "**Logs**",
  "Thanks",
].join("\n");

describe("prose and code", () => {
  it("takes the reporter's own words", () => {
    expect(extract(issue).prose).toEqual([
      { line: 1, text: "Trainer hangs" },
      { line: 8, text: "- it stops at step 3" },
      { line: 23, text: "Thanks" },
    ]);
  });

  it("takes code, not output", () => {
    expect(extract(issue).code).toEqual([
      { line: 13, text: "import torch" },
      { line: 14, text: "trainer.train()" },
    ]);
  });

  it("keeps what stands in a fence beside calls that lead to no error", () => {
    const text = [
      "It warns",
      "",
      "```",
      "The module was built for another release.",
      "Traceback (most recent call last):",
      '  File "a.py", line 3, in f',
      "    g()",
      '  File "b.py", line 7, in g',
      "```",
    ].join("\n");
    expect(extract(text).code).toEqual([
      { line: 4, text: "The module was built for another release." },
    ]);
  });
});

describe("locale", () => {
  it.each([
    ["English", "Training stops with an error", "en"],
    ["Chinese", "训练时报错，请帮忙看看", "zh"],
    [
      "Chinese among English names",
      "使用 transformers 和 peft 微调 Llama 时报错，device_map 设置有问题吗",
      "zh",
    ],
    [
      "an English issue that quotes Chinese",
      'The tokenizer splits "你好世界" into too many tokens when I call it twice in a row',
      "en",
    ],
    ["Japanese", "モデルを読み込むときにエラーが発生します。設定の問題でしょうか", "en"],
    [
      "a Chinese error in an English issue",
      "It fails on my machine\n\n```\n错误：找不到指定的模块，请检查路径\n```",
      "en",
    ],
    ["a short Chinese title above a fence", "uv sync 报错\n\n```\nx failed\n```", "zh"],
    [
      "a Chinese name in an English sentence",
      "Training 千问 fails with the default settings",
      "en",
    ],
  ])("%s", (_, text, locale) => {
    expect(extract(text).locale).toBe(locale);
  });
});

describe("caps", () => {
  it("reads a text of nothing", () => {
    expect(extract("")).toEqual({
      reports: [],
      primary: null,
      references: [],
      packageLines: [],
      environment: { versions: [], os: null },
      prose: [],
      code: [],
      locale: "en",
    });
  });

  it("keeps the outermost and the innermost calls of a deep stack, and 100 reports", () => {
    const calls = Array.from(
      { length: 900 },
      (_, depth) => `  File "a.py", line ${depth + 1}, in f`,
    );
    const deep =
      extract(
        ["```", "Traceback (most recent call last):", ...calls, "ValueError: x", "```"].join("\n"),
      ).reports[0]?.frames ?? [];
    expect([deep.length, deep[0]?.line, deep[199]?.line]).toEqual([200, 1, 900]);
    const many = Array.from({ length: 300 }, (_, index) => `KeyError: ${index}`);
    expect(extract(["```", ...many, "```"].join("\n")).reports).toHaveLength(100);
  });
});
