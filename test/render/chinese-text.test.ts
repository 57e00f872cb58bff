import { describe, expect, it } from "@jest/globals";
import { isChinese, isOnlyCode } from "../../src/render/chinese-text.ts";

describe("isChinese", () => {
  it.each([
    ["sentence", "模型被放在两张卡上", true],
    ["full of names", "使用 accelerate 启动器且多 GPU 时，设置 `device_map`", true],
    [
      "code in it",
      "移除 device 参数：pipe = pipeline('text-generation', model='name', device_map='auto')。",
      true,
    ],
    ["short title", "`device_map` 冲突", true],
    ["English copy", "Remove the `device` argument.", false],
    ["English with one character", "Set device to 0 and call the model again 好", false],
    ["code alone", '`device_map="设备"`', false],
    [
      "code with Chinese comments that hold backticks, and a sentence",
      "```python\ngather(x)  # 不能放在 `if rank == 0:` 里\n```\n每个进程都要执行",
      true,
    ],
    ["empty", "", false],
    ["missing", null, false],
  ])("%s", (_, text, expected) => expect(isChinese(text)).toBe(expected));
});

it.each([
  ["`a=1`, `b`", true],
  ["`a=1` and `b`", false],
  ["`a=1` 或 `b`", false],
  ["```python\ngather(x)  # 不能放在 `if rank == 0:` 里\n```", true],
])("isOnlyCode %s", (text, expected) => expect(isOnlyCode(text)).toBe(expected));
