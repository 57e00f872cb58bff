import { describe, expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { answer, knownError } from "./hand-built.ts";

const knowledge = compileKnowledge([
  knownError({
    id: "test/generation-hangs",
    signature: 'model.generate() hangs and prints nothing after loading with device_map="auto"',
    symptoms: [
      'generate() hangs with device_map="auto"',
      "model.generate hangs and never returns",
      "generation is stuck with device_map auto on multiple GPUs",
      "the model loads on the GPUs but generate produces no output",
      'works on a single GPU but hangs with device_map="auto"',
      "generation stuck forever, GPU utilization at 100%, no tokens",
    ],
    symptoms_zh: [
      "generate 卡住没有任何输出",
      "模型加载成功，显存占用正常，生成却没有输出",
      "单卡正常，多卡推理卡死",
      "推理停在 model.generate 不动",
    ],
    packages: ["accelerate", "transformers", "torch"],
  }),
  knownError({
    id: "test/adapter-without-effect",
    signature: "outputs with the loaded LoRA adapter are identical to the base model",
    symptoms: [
      "the LoRA adapter has no effect",
      "output with the adapter is identical to the base model",
      "loading the LoRA weights changes nothing",
    ],
    symptoms_zh: [
      "加载 LoRA 后没有效果",
      "LoRA 输出与基座模型完全相同",
      "加载适配器后结果没有变化",
    ],
    packages: ["peft"],
  }),
  knownError({
    id: "test/host-memory-grows",
    signature: "host memory grows until the process is killed",
    symptoms: [
      "host memory grows during training until it is killed",
      "RAM usage keeps increasing every epoch",
      "memory leak in the DataLoader workers, killed after hours",
    ],
    symptoms_zh: ["训练过程中内存不断增长直到被杀", "内存泄漏，每个 epoch 内存都增加"],
    packages: ["torch"],
  }),
]);

function ask(title: string, body: string, requested: boolean): string[] | string {
  const { verdict } = diagnose(`${title}\n\n${body}`, knowledge, { locale: "en", requested });
  return answer(verdict);
}

const hangs = ["test/generation-hangs"];
const noEffect = ["test/adapter-without-effect"];
const grows = ["test/host-memory-grows"];

describe("a described problem", () => {
  it.each<[string, string, string[]]>([
    [
      "model.generate just sits there",
      "With device_map='auto' the weights are on all three cards, then model.generate(**inputs) never comes back. No output.",
      hangs,
    ],
    [
      "Inference stuck on 2x4090",
      'With device_map="auto" the generation freezes at the first token. On one GPU it generates fine.',
      hangs,
    ],
    ["多卡推理卡死", '单卡没问题，device_map="auto" 放到两张卡以后执行生成就停住了。', hangs],
    [
      "generate 没反应",
      'device_map="auto" 加载正常，调用 model.generate 后没有任何输出，一直卡住。',
      hangs,
    ],
    [
      "Adapter seems to be ignored",
      "After PeftModel.from_pretrained the answers are identical to those of the base model, the LoRA has no effect.",
      noEffect,
    ],
    ["LoRA 不生效", "用 peft 加载训练好的 LoRA，结果和基座模型一模一样，没有变化。", noEffect],
    [
      "RAM grows until the job is killed",
      "During training the host memory keeps increasing every epoch, then the process is killed.",
      grows,
    ],
  ])("is recognized when asked: %s", (title, body, expected) => {
    expect(ask(title, body, true)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      "generate() hangs on two GPUs",
      'The model loads on the GPUs but generate produces no output. It hangs with device_map="auto", a single GPU works.',
      hangs,
    ],
    [
      "LoRA has no effect",
      "Loading the adapter with peft changes nothing: the output is identical to the base model.",
      noEffect,
    ],
  ])("is recognized unasked when two phrases and a name agree: %s", (title, body, expected) => {
    expect(ask(title, body, false)).toEqual(expected);
  });

  it.each([
    [
      "training, not generation",
      "Training hangs with two GPUs",
      'I use Trainer with device_map="auto". Training hangs at the first step, no output, GPU utilization at 100%. On a single GPU it works.',
    ],
    [
      "loading, not generation",
      "Loading hangs",
      'from_pretrained with device_map="auto" hangs while it loads the shards on several GPUs. It never finishes.',
    ],
    [
      "训练",
      "训练卡住",
      '使用 Trainer 训练，device_map="auto"，两张卡，第一步就卡住，没有任何输出。',
    ],
    ["加载", "加载模型卡住", 'from_pretrained 用 device_map="auto" 加载分片时卡住不动。'],
    [
      "saving after generation",
      "save_pretrained is stuck",
      'Generation works with device_map="auto". Saving the model is stuck forever on both GPUs, no output.',
    ],
    [
      "a wish",
      "Feature request: progress bar for generate",
      'With device_map="auto" one never knows whether generation is stuck or gives no output yet on several GPUs.',
    ],
    [
      "a wish in Chinese",
      "希望增加生成进度条",
      '用 device_map="auto" 多卡推理，不知道是不是卡住了，没有任何输出。',
    ],
    [
      "another complaint about the same",
      "Slow generation",
      'model.generate with device_map="auto" over several GPUs is slower than on a single GPU.',
    ],
    [
      "an option without effect",
      "learning_rate has no effect",
      "The log always shows 5e-5. We use peft with LoRA.",
    ],
    [
      "memory of the GPU",
      "Memory grows with the sequence length",
      "GPU memory grows during training with eager attention. Is that expected?",
    ],
    [
      "a question",
      "How do I choose max_memory?",
      'I load 70B with device_map="auto" on two GPUs and generate.',
    ],
    [
      "another killed process",
      "Killed by the time limit",
      "The training job was killed by SLURM after 24 hours.",
    ],
  ])("is not taken for %s", (_name, title, body) => {
    expect(Array.isArray(ask(title, body, true))).toBe(false);
  });
});
