import { describe, expect, it } from "@jest/globals";
import { align } from "../../src/match/alignment.ts";
import { wordingText } from "../../src/match/fold.ts";
import { compileWording, weighWording } from "../../src/match/wording.ts";
import { wordWeights } from "../../src/match/word-weights.ts";

const weights = wordWeights(new Map(), 0);

function extent(wording: string, message: string): string | null {
  const compiled = compileWording(wording);
  return compiled === null
    ? null
    : (align(weighWording(compiled, weights), wordingText(message).text, weights)?.extent ?? null);
}

const devices =
  "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!";
const dispatched =
  "Some modules are dispatched on the CPU or the disk. Make sure you have enough GPU RAM to fit the quantized model. " +
  "If you want to dispatch the model, you need to set `load_in_8bit_fp32_cpu_offload=True`.";

describe("align", () => {
  it.each([
    [
      "other devices",
      devices,
      "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cuda:1! (when checking mat2)",
      "whole",
    ],
    [
      "no quotes",
      "argument `device` of 'pipeline' must go",
      "argument device of pipeline must go",
      "whole",
    ],
    [
      "hard wraps",
      devices,
      "Expected all tensors to be on\n    the same device, but found at\nleast two devices, cpu and cuda:0!",
      "whole",
    ],
    [
      "another name among many words",
      "Tokenizer files of 'bert' need sentencepiece conversion weights",
      "Tokenizer files of 'gpt2' need sentencepiece conversion weights",
      "whole",
    ],
    [
      "another name among few words",
      "No module named 'flash_attn'",
      "No module named 'xformers'",
      null,
    ],
    ["another key", "KeyError: 'qwen2'", "KeyError: 'mistral'", null],
    [
      "a message cut by the reporter",
      devices,
      "Expected all tensors to be on the same device, but found at least two dev...",
      "cut",
    ],
    ["too short a piece", devices, "Expected all tensors to be", null],
    [
      "another ending after a whole sentence",
      dispatched,
      dispatched
        .replace("load_in_8bit_fp32", "llm_int8_enable_fp32")
        .replace("If you want", "When wanting"),
      "diverged",
    ],
    [
      "another ending within the first sentence",
      dispatched,
      "Some modules are dispatched on the CPU or the tape, which is not supported here",
      null,
    ],
    [
      "a longer word at the end",
      "SFTTrainer got an unexpected keyword argument 'tokenizer'",
      "SFTTrainer got an unexpected keyword argument 'tokenizers'",
      null,
    ],
    [
      "a longer word at the beginning",
      "Client got an unexpected keyword argument 'proxies'",
      "InferenceClient got an unexpected keyword argument 'proxies'",
      null,
    ],
    ["other words in between", "You cannot set both here", "You cannot ever set both here", null],
  ])("%s", (_name, wording, message, expected) => {
    expect(extent(wording, message)).toBe(expected);
  });

  it.each([
    ["the first sentence alone", " Make", true],
    ["two sentences of three", " If", true],
    ["a sentence that breaks off", " you need", false],
  ])("%s", (_name, end, isWhole) => {
    const message = dispatched.slice(0, dispatched.indexOf(end));
    const wording = weighWording(compileWording(dispatched) ?? fail(), weights);
    const found = align(wording, wordingText(message).text, weights);
    expect(found?.extent).toBe("cut");
    expect(found?.share === 1).toBe(isWhole);
  });

  it("knows a first sentence by its end, short as that is behind a number", () => {
    const memory =
      "MPS backend ran out of memory (allocated: 15.72 GiB). Tried to allocate 5.81 GiB more";
    const wording = weighWording(compileWording(memory) ?? fail(), weights);
    const message = "MPS backend ran out of memory (allocated: 9.07 GB).";
    expect(align(wording, wordingText(message).text, weights)).toMatchObject({
      extent: "cut",
      share: 1,
    });
  });

  it("counts what agrees", () => {
    const compiled = compileWording(
      "Tokenizer files of 'bert' need sentencepiece conversion weights",
    );
    const wording = weighWording(compiled ?? fail(), weights);
    const same = align(
      wording,
      wordingText("tokenizer files of bert need sentencepiece conversion weights").text,
      weights,
    );
    const other = align(
      wording,
      wordingText("tokenizer files of gpt2 need sentencepiece conversion weights").text,
      weights,
    );
    expect(same?.weight).toBeCloseTo(wording.totalWeight);
    expect(other?.weight).toBeLessThan(wording.totalWeight);
    expect([same?.characters, other?.characters]).toEqual([61, 57]);
  });
});

function fail(): never {
  throw new Error("no wording");
}
