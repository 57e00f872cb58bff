import { packageName } from "./package-name.ts";

/** Packages whose name before a number in running text means a version, as `packageName` spells them. */
const names = `
  torch torchvision torchaudio torchtext torchao torchtune torchdata triton pytorch-lightning lightning
  transformers accelerate peft trl datasets tokenizers safetensors huggingface-hub diffusers optimum
  sentence-transformers timm sentencepiece tiktoken einops
  bitsandbytes flash-attn xformers deepspeed megatron-core apex auto-gptq gptqmodel autoawq unsloth
  vllm sglang lmdeploy llamafactory llama-factory llama-cpp-python ollama tensorrt tensorrt-llm
  onnx onnxruntime onnxruntime-gpu openvino
  tensorflow keras jax jaxlib flax mxnet paddlepaddle
  numpy scipy pandas pyarrow scikit-learn matplotlib pillow opencv opencv-python fsspec numba cupy
  protobuf grpcio pydantic fastapi gradio streamlit langchain openai ray mlflow wandb
  setuptools pip conda poetry cmake gcc ninja
  python cuda cudnn nccl rocm
  node npm yarn pnpm typescript java maven gradle kotlin docker
`;

const known = new Set(names.trim().split(/\s+/));

/** Words in the longest known name (`hugging face hub`). */
export const longestName = 3;

/** The normalized name when it is a known package's, else `null`. */
export function knownPackage(written: string): string | null {
  const name = packageName(written);
  return known.has(name) ? name : null;
}
