import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { diagnose } from "../src/diagnose.ts";
import type { Diagnosis } from "../src/diagnose.ts";
import { bundledKnowledgeDir, loadKnowledge } from "../src/knowledge/load.ts";
import { compileKnowledge } from "../src/match/knowledge-base.ts";
import type { KnowledgeBase } from "../src/match/knowledge-base.ts";
import { unsafeParts } from "./render/unsafe-parts.ts";
import { readIssue } from "./support/day.ts";

let knowledge: KnowledgeBase;

beforeAll(async () => {
  const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
  knowledge = compileKnowledge(knownErrors);
});

function ask(text: string, requested = false): Diagnosis {
  return diagnose(text, knowledge, { locale: "auto", requested });
}

function answer(text: string, requested = false): string {
  const { verdict } = ask(text, requested);
  return verdict.kind === "diagnosed" ? verdict.matches[0].knownError.id : verdict.reason;
}

const pipeline = "huggingface/pipeline-device-map-conflict";
const launcher = "huggingface/accelerate-multi-gpu-device-map-conflict";
const trainer = "huggingface/device-map-auto-conflict-with-trainer";
const hang = "huggingface/generation-hangs-device-map-auto";
const peft = "huggingface/peft-tensors-on-different-devices";

const cases: [id: string, name: string, text: string][] = [
  [
    pipeline,
    "in a traceback",
    `pipeline() refuses device=0

\`\`\`
Traceback (most recent call last):
  File "chat.py", line 9, in <module>
    pipe = pipeline("text-generation", model=model, tokenizer=tokenizer, device=0)
  File "/opt/venv/lib/python3.11/site-packages/transformers/pipelines/base.py", line 845, in __init__
    raise ValueError(
ValueError: The model has been loaded with \`accelerate\` and therefore cannot be moved to a specific device. Please discard the \`device\` argument when creating your pipeline object.
\`\`\``,
  ],
  [
    pipeline,
    "as a message in a Chinese sentence",
    "加载后用 pipeline 推理报错\n\n调用 pipeline 时提示：ValueError: The model has been loaded with `accelerate` and therefore cannot be moved to a specific device. Please discard the `device` argument when creating your pipeline object.，去掉 device 就好了吗？",
  ],
  [
    launcher,
    "in the title alone",
    "ValueError: You can't train a model that has been loaded with `device_map='auto'` in any distributed mode.\n\nSee the title. Two GPUs, accelerate launch.",
  ],
  [
    launcher,
    "in a Chinese issue",
    "单机四卡训练失败\n\n用 torchrun 启动，报错如下：\n\n```\n[rank1]: ValueError: You can't train a model that has been loaded with `device_map='auto'` in any distributed mode. Please rerun your script specifying `--num_processes=1` or by launching with `python {{myscript.py}}`.\n```",
  ],
  [
    trainer,
    "by the wording of another collection",
    "Trainer does not work\n\nRuntimeError: device_map='auto' is not supported when using Trainer with a model that has been loaded with device_map='auto'. Please set device_map=None or load the model on a single device.",
  ],
  [
    trainer,
    "by that wording in Chinese",
    "Trainer 报错\n\nRuntimeError：使用 Trainer 时，模型已通过 device_map='auto' 加载，不支持 device_map='auto'。请设置 device_map=None 或在单个设备上加载模型。",
  ],
  [
    peft,
    "in a log with time stamps",
    `QLoRA on one T4 fails

\`\`\`
2025-05-12 18:29:09,101 ERROR Traceback (most recent call last):
2025-05-12 18:29:09,101 ERROR   File "/kaggle/working/train.py", line 40, in <module>
2025-05-12 18:29:09,101 ERROR     trainer.train()
2025-05-12 18:29:09,101 ERROR   File "/opt/conda/lib/python3.10/site-packages/peft/tuners/lora/layer.py", line 569, in forward
2025-05-12 18:29:09,101 ERROR     result = result + lora_B(lora_A(dropout(x))) * scaling
2025-05-12 18:29:09,101 ERROR RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!
\`\`\``,
  ],
  [
    peft,
    "quoted in Chinese prose",
    "PEFT 微调 Mistral-7B 设备不匹配\n\n在 T4 上用 QLoRA 微调时，系统报错“Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu”，模型是 4-bit 量化加载的，用了 bitsandbytes。",
  ],
];

describe("diagnose", () => {
  it.each(cases)("finds %s %s", (id, _name, text) => {
    expect(answer(text)).toBe(id);
  });

  it.each([
    'Model loads but generate hangs\n\nWith device_map="auto" the model loads and GPU memory is used, but model.generate() never returns and prints no output. No error either.',
    "使用 device_map='auto' 加载后生成卡住\n\nQwen2.5-3B-Instruct 能正常加载到 GPU，显存占用也正常，但执行 model.generate 时没有任何输出，程序一直卡住。",
  ])("recognizes generation that hangs, without an error text: %#", (text) => {
    expect(answer(text, true)).toBe(hang);
  });

  it("answers in the language of the issue", async () => {
    const { title, body } = await readIssue("qlora-devices-zh");
    const { locale, comment } = ask(`${title}\n\n${body}`);
    expect(locale).toBe("zh");
    expect(comment).toContain("**原因**");
    expect(ask(cases[0]?.[2] ?? "").comment).toContain("**Why.**");
  });

  it("is silent on a feature request, asked or not", async () => {
    const { title, body } = await readIssue("feature-request");
    expect(answer(`${title}\n\n${body}`)).toBe("no_error_report");
    expect(answer(`${title}\n\n${body}`, true)).toBe("no_error_report");
  });

  it("throws on no text, and says only what is safe", () => {
    const pieces = fc.constantFrom(
      "Traceback (most recent call last):\n",
      '  File "/home/someone/@a/x.py", line 3, in <module>\n',
      "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu! @octocat #12\n",
      "ValueError: You can't train a model that has been loaded with `device_map='auto'` in any distributed mode. hf_abcdefghijklmnopqrstuvwxyzABCDEFGH\n",
      "[rank3]: ",
      "> ",
      "```\n",
      "~~~\n",
      "    ",
      "<pre>",
      "<details>",
      "-->",
      "\u001b[31m",
      "\\n",
      "\r\n",
      "\uD800",
      "\u0000",
      "报错：",
      "╭─ Traceback (most recent call last) ─╮\n",
      "E   ",
      "During handling of the above exception, another exception occurred:\n",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        const { comment, extraction } = ask(parts.join(""), true);
        const lines = parts.join("").split("\n").length;
        expect(comment === null ? [] : unsafeParts(comment)).toEqual([]);
        expect(comment ?? "").not.toContain("hf_abcdefghijkl");
        for (const { firstLine, lastLine } of extraction.reports) {
          expect(firstLine).toBeGreaterThanOrEqual(1);
          expect(lastLine).toBeGreaterThanOrEqual(firstLine);
          expect(lastLine).toBeLessThanOrEqual(lines);
        }
      }),
    );
  });
});
