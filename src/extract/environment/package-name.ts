/** Names that people write for a package whose distribution is called otherwise, as PEP 503 spells them. */
const aliases: Readonly<Record<string, string>> = {
  pytorch: "torch",
  tf: "tensorflow",
  bnb: "bitsandbytes",
  "hugging-face-hub": "huggingface-hub",
  "hugging-face-transformers": "transformers",
  "huggingface-transformers": "transformers",
  "hf-transformers": "transformers",
  "hf-accelerate": "accelerate",
  "huggingface-accelerate": "accelerate",
  flashattention: "flash-attn",
  flashattn: "flash-attn",
  "flash-attention": "flash-attn",
  sklearn: "scikit-learn",
  cv2: "opencv-python",
  pil: "pillow",
  "cuda-toolkit": "cuda",
  cudatoolkit: "cuda",
  "pytorch-cuda": "cuda",
  nodejs: "node",
  "node-js": "node",
  jdk: "java",
  openjdk: "java",
  jre: "java",
  python3: "python",
  cpython: "python",
};

/**
 * Name of a package in the one spelling that is compared: PEP 503 (lower case, runs of `-`, `_` and
 * `.` become one `-`; a blank counts as well), with the usual other names (`pytorch`) resolved.
 */
export function packageName(written: string): string {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[-_. ]+/g, "-");
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}
