import { describe, expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { sampleKnownError } from "./sample.ts";

const fence = "```";

const knowledge = compileKnowledge([
  sampleKnownError({
    id: "sample/cache-too-small",
    title: "The cache is smaller than the prompt",
    title_zh: "缓存小于提示词",
    signature: "RuntimeError: the attention cache of layer 3 cannot hold the prompt",
    packages: ["kilnlib"],
    root_cause: "The cache is allocated before the prompt is known.",
    root_cause_zh: "缓存在得知提示词之前就已分配。",
    workarounds: [
      {
        action: "Keep no cache",
        action_zh: "不使用缓存",
        how: `${fence}python\nmodel.generate(**inputs, use_cache=False)\n${fence}`,
      },
      {
        action: "Allocate it later",
        action_zh: "推迟分配",
        how: `${fence}python\nmodel.generate(**inputs, cache_policy="late")\n${fence}`,
      },
    ],
    dead_ends: [
      {
        action: "`CUDA_LAUNCH_BLOCKING=1`",
        action_zh: "设置 `CUDA_LAUNCH_BLOCKING=1`",
        why_fails: "The traceback is right already",
        why_fails_zh: "现有的堆栈本来就是准的",
      },
      {
        action: "A smaller batch",
        action_zh: "减小批大小",
        why_fails: "The cache is allocated per prompt",
        why_fails_zh: "缓存按提示词分配",
      },
    ],
  }),
]);

const error = [
  fence,
  "Traceback (most recent call last):",
  '  File "/venv/lib/python3.11/site-packages/kilnlib/cache.py", line 9, in hold',
  "RuntimeError: the attention cache of layer 5 cannot hold the prompt",
  fence,
];

function cures(locale: "en" | "zh", ...lines: string[]): string[] {
  const text = ["Generation fails", "", ...error, "", ...lines].join("\n");
  const comment = diagnose(text, knowledge, { locale, requested: false }).comment ?? "";
  const start = comment.search(/\*\*(?:What works|有效的做法)\*\*/);
  return (
    comment
      .slice(start, comment.indexOf("[where it is raised]"))
      .split("\n<details>")[0]
      ?.trim()
      .split("\n") ?? []
  );
}

describe("a cure that the reporter has tried", () => {
  it("comes last, marked and without instructions", () => {
    const found = cures(
      "en",
      "Setting `use_cache=False` does not help.",
      "I also tried CUDA_LAUNCH_BLOCKING=1, same error.",
    );
    expect(found).toEqual([
      "**What works**",
      "1. Allocate it later.",
      "   ```python",
      '   model.generate(**inputs, cache_policy="late")',
      "   ```",
      "2. Keep no cache (you tried this, line 9).",
      "",
      "**What does not**",
      "- A smaller batch: the cache is allocated per prompt.",
      "- `CUDA_LAUNCH_BLOCKING=1` (you tried this, line 10): the traceback is right already.",
    ]);
  });

  it("is marked in Chinese as well", () => {
    const found = cures(
      "zh",
      "已经试过 `use_cache=False`，没用。",
      "加了 CUDA_LAUNCH_BLOCKING=1 还是报错。",
    );
    expect(found).toEqual([
      "**有效的做法**",
      "1. 推迟分配。",
      "   ```python",
      '   model.generate(**inputs, cache_policy="late")',
      "   ```",
      "2. 不使用缓存（你已试过，第 9 行）。",
      "",
      "**无效的做法**",
      "- 减小批大小：缓存按提示词分配。",
      "- 设置 `CUDA_LAUNCH_BLOCKING=1`（你已试过，第 10 行）：现有的堆栈本来就是准的。",
    ]);
  });

  it("is advised as ever when the reporter only asks about it", () => {
    const found = cures("en", "Should I try use_cache=False?");
    expect(found.slice(0, 5)).toEqual([
      "**What works**",
      "1. Keep no cache.",
      "   ```python",
      "   model.generate(**inputs, use_cache=False)",
      "   ```",
    ]);
  });
});
