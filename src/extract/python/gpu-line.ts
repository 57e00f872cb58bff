import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { lineReading, singleLineReading } from "../reading/line-reading.ts";

/**
 * What GPU runtimes and the programs on top of them print without a type: HIP and HSA, cuBLAS and
 * cuDNN failures of onnxruntime, ggml and llama.cpp (`ggml_cuda_init: failed to ...`).
 */
export const gpuLine: Family = {
  name: "GPU line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text === "") return null;
    const text = line.text.trimStart();
    if (!initials.has(text.charAt(0)) && !text.includes("guarantee(")) return null;
    if (!beginnings.some((beginning) => text.startsWith(beginning)) && !isGuarantee(text))
      return null;
    if (!isVerbatim(line) || !isFailure(text)) return null;
    const found = { type: null, message: text, kind: "line", language: "c" } as const;
    // ggml's programs put a function's name before every line: none goes on with another.
    return isNamed(text) ? singleLineReading(lines, at, found) : lineReading(lines, at, found);
  },
};

const beginnings = [
  "CUDA error",
  "CUDA failure ",
  "CUDNN failure ",
  "CUBLAS failure ",
  "CUBLAS error",
  "cuBLAS error",
  "NCCL failure ",
  "NCCL error ",
  "HIP error",
  "HIP failure ",
  "ROCm error",
  "Memory access fault by GPU node",
  "ggml_",
  "llama_",
  "llm_load",
  "gguf_",
  "clip_",
  "whisper_",
];

const initials = new Set(beginnings.map((beginning) => beginning.charAt(0)));

function isFailure(text: string): boolean {
  if (isGuarantee(text) || text.startsWith("Memory access fault")) return true;
  if (!isNamed(text)) return /^\w+ (?:error|failure)(?:: | \d)/.test(text);
  const told = text.slice(text.indexOf(": ") + 2);
  return failure.test(told) && !/^warn|warning:/i.test(told);
}

function isNamed(text: string): boolean {
  return /^[a-z]+_\w{1,80}: \S/.test(text);
}

const failure =
  /\berror(?: \w+){0,3}:|^failed to |\bfailed(?: with|: |$)|^unable to |^unknown model|^invalid /;

/** HIP's own assertion: `hip_code_object.cpp:92: guarantee(false && "hipErrorNoBinaryForGpu: ...")`. */
function isGuarantee(text: string): boolean {
  return text.includes("guarantee(") && /^\S{1,300}\.cpp:\d{1,6}: guarantee\(/.test(text);
}
