import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { findTried } from "../../src/match/tried.ts";
import { knownError } from "./hand-built.ts";

const record = knownError({
  id: "test/stuck",
  title: 'A model loaded with `device_map="auto"` fails',
  signature: "RuntimeError: the cache of layer 3 does not fit",
  workarounds: [
    { action: "Upgrade transformers", how: "```bash\npip install -U transformers\n```" },
    {
      action: "Keep no cache",
      how: "```python\nmodel.generate(**inputs, use_cache=False)  # slower\n```",
    },
    {
      action: "Put the model on one GPU",
      how: '```python\nmodel = load(name, torch_dtype=torch.bfloat16, device_map={"": 0})\n```\n```bash\nCUDA_VISIBLE_DEVICES=0 python run.py\n```',
    },
    { action: "Load without `device_map`", how: "```python\nmodel = load(name)\n```" },
    { action: "Fetch the real files", how: "```bash\ngit lfs pull\n```" },
  ],
  dead_ends: [
    { action: "`CUDA_LAUNCH_BLOCKING=1`", why_fails: "It only moves the traceback." },
    { action: "`torch.cuda.empty_cache()` before the call", why_fails: "Nothing is cached." },
    { action: '`device_map="balanced"` instead of `"auto"`', why_fails: "The same layers." },
    { action: "Reinstalling PyTorch", why_fails: "The build is right." },
    { action: '`model.to("cuda")` after loading', why_fails: "It is refused." },
  ],
});

/** `W0@3 D1@4`: workarounds and dead ends by index, with the line. */
function tried(...lines: string[]): string {
  const { workarounds, deadEnds } = findTried(extract(["Title", "", ...lines].join("\n")), record);
  return [...told("W", workarounds), ...told("D", deadEnds)].join(" ");
}

function told(letter: string, found: ReadonlyMap<number, number>): string[] {
  return [...found].map(([index, line]) => `${letter}${index}@${line}`);
}

const fence = "```";

describe("findTried", () => {
  it.each<[string, string[], string]>([
    ["a setting", ["Setting `use_cache=False` does not help."], "W1@3"],
    ["a setting in words", ["I already tried to set use_cache to False, same error."], "W1@3"],
    ["an upgrade", ["Upgrading transformers to 4.44 didn't help."], "W0@3"],
    ["an upgrade by command", ["I have tried `pip install -U transformers` as well."], "W0@3"],
    ["a variable", ["Even with CUDA_LAUNCH_BLOCKING=1 it still fails."], "D0@3"],
    ["a call", ["I tried torch.cuda.empty_cache() before it, no luck."], "D1@3"],
    ["a method with its argument", ['I also tried model.to("cuda").'], "D4@3"],
    ["one value of a setting", ['Also tried device_map="balanced".'], "D2@3"],
    ["a reinstallation", ["Reinstalled torch twice, the problem persists."], "D3@3"],
    ["a command", ["I ran `git lfs pull`, nothing changed."], "W4@3"],
    [
      "most of what a cure's code sets",
      ['With device_map={"": 0} and CUDA_VISIBLE_DEVICES=0 I still get it.'],
      "W2@3",
    ],
    [
      "a list below a question",
      ["What I tried so far:", "", "- use_cache=False", "- upgrading transformers", "", "Thanks."],
      "W0@6 W1@5",
    ],
    [
      "a list that a sentence announces",
      ["I have tried:", "- use_cache=False", "- the latest transformers", "", "Thanks."],
      "W0@5 W1@4",
    ],
    [
      "what was in vain of such a list",
      ["I have tried:", "- use_cache=False: it works", "- the latest transformers: same error"],
      "W0@5",
    ],
    [
      "code that a sentence announces",
      ["I also tried this:", `${fence}python`, "model.generate(**x, use_cache=False)", fence],
      "W1@5",
    ],
    ["Chinese", ["已经试过 `use_cache=False`，没用。"], "W1@3"],
    ["Chinese, in words", ["把 use_cache 设为 False 也不行"], "W1@3"],
    ["Chinese, an upgrade", ["升级了 transformers，问题依然存在。"], "W0@3"],
    ["Chinese, a variable", ["尝试过 CUDA_LAUNCH_BLOCKING=1，还是报错"], "D0@3"],
  ])("finds %s", (_name, lines, expected) => {
    expect(tried(...lines)).toBe(expected);
  });

  it.each<[string, string]>([
    ["a question", "Should I try use_cache=False?"],
    ["a plan", "I will try use_cache=False tomorrow."],
    ["what was not tried", "I have not tried use_cache=False yet."],
    ["what helps", "I tried use_cache=False and it works."],
    ["a fact", "My script sets use_cache=False."],
    ["another value", "I tried use_cache=True, no luck."],
    ["the setting that fails", 'I tried to load it with device_map="auto".'],
    ["half of what a cure's code sets", "I tried CUDA_VISIBLE_DEVICES=0, same error."],
    ["an upgrade after which it began", "It fails since I upgraded transformers."],
    ["another package", "Upgrading accelerate didn't help."],
    ["a condition", "Without use_cache=False it still hangs."],
    ["another variable of that name", "I tried MY_CUDA_LAUNCH_BLOCKING=1 in vain."],
    ["a Chinese question", "要不要试试 use_cache=False？"],
    ["a Chinese success", "设置 use_cache=False 就好了，但是仍然想知道原因。"],
    ["Chinese, not tried", "还没有尝试 use_cache=False。"],
    ["a general complaint", "I tried everything, nothing works."],
  ])("does not take %s for a trial", (_name, line) => {
    expect(tried(line)).toBe("");
  });
});
