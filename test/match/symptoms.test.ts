import { describe, expect, it } from "@jest/globals";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { match } from "../../src/match/match.ts";
import { answer, extraction, knownError, report } from "./hand-built.ts";

const knowledge = compileKnowledge([
  knownError({
    id: "test/generation-hangs",
    signature: "generation with device_map hangs and prints nothing at all",
    symptoms: [
      'model.generate hangs with device_map="auto"',
      "the weights load onto the GPU but generate gives no output",
      "generation on several GPUs is stuck forever",
    ],
    symptoms_zh: [
      "模型能加载到显卡，但 generate 没有输出",
      "多卡推理时卡住",
      "执行生成任务时陷入停滞",
    ],
    packages: ["accelerate"],
  }),
]);

function ask(title: string, body: string, requested: boolean): string[] | string {
  const prose = [title, ...body.split("\n")].map((text, index) => ({ line: index + 1, text }));
  return answer(match(extraction({ prose }), knowledge, { requested }));
}

const found = ["test/generation-hangs"];

describe("symptoms", () => {
  it.each([
    [
      "English",
      "generate() hangs",
      'I load Qwen with device_map="auto". The weights go onto the GPU, but there is no output and no error.',
    ],
    [
      "other words for the same",
      "Nothing is generated",
      'With device_map="auto" the generation froze; model.generate never returns.',
    ],
    [
      "Chinese",
      "生成卡住",
      '用 device_map="auto" 加载模型，显存正常，但执行生成任务时没有任何输出，代码陷入停滞。',
    ],
  ])("are found when asked: %s", (_name, title, body) => {
    expect(ask(title, body, true)).toEqual(found);
  });

  it("need more than one phrase when nobody asked", () => {
    const body = 'model.generate with device_map="auto" got stuck.';
    expect(ask("A question", body, true)).toEqual(found);
    expect(ask("A question", body, false)).toBe("low_confidence");
    const more = `${body}\nThe weights load onto the GPU, then there is no output.`;
    expect(ask("Generation on two GPUs hangs", more, false)).toEqual(found);
  });

  it.each([
    [
      "a feature request",
      "Support device_map in generate",
      'Please let model.generate choose device_map="auto" on several GPUs.',
    ],
    [
      "another complaint",
      "Slow generation",
      'model.generate with device_map="auto" is slower than on one GPU.',
    ],
    [
      "another program that hangs",
      "Server hangs",
      "The server is stuck forever and gives no output. It reads device_map.",
    ],
    [
      "no word of what the record is about",
      "generate hangs",
      "model.generate is stuck forever on several GPUs, no output.",
    ],
    [
      "a Chinese question",
      "device_map 文档",
      '文档没有说明 generate 如何使用 device_map="auto"，希望补充。',
    ],
  ])("are not found in %s", (_name, title, body) => {
    expect(Array.isArray(ask(title, body, true))).toBe(false);
  });

  it("give way to an error report, but not to an interrupt by hand", () => {
    const prose = [
      { line: 1, text: 'model.generate hangs with device_map="auto"' },
      {
        line: 3,
        text: "The weights load onto the GPU, then generation gives no output, stuck forever.",
      },
    ];
    const withError = (type: string): string[] | string =>
      answer(
        match(extraction({ prose, reports: [report({ type })] }), knowledge, { requested: false }),
      );
    expect(withError("ValueError")).toBe("low_confidence");
    expect(withError("KeyboardInterrupt")).toEqual(found);
  });
});
