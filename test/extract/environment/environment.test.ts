import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { extractEnvironment } from "../../../src/extract/environment/environment.ts";

/** Versions as `name version` strings, in order of their lines. */
function versionsOf(text: string): string[] {
  return extractEnvironment(text.split("\n")).versions.map(
    ({ name, version }) => `${name} ${version}`,
  );
}

function osOf(text: string): string | null {
  return extractEnvironment(text.split("\n")).os;
}

describe("extractEnvironment", () => {
  it("reads transformers-cli env with line numbers", () => {
    const text = [
      "### System Info",
      "",
      "- `transformers` version: 4.38.1",
      "- Platform: Linux-5.15.0-91-generic-x86_64-with-glibc2.35",
      "- Python version: 3.10.12",
      "- Huggingface_hub version: 0.20.3",
      "- Accelerate version: 0.27.2",
      "- Accelerate config: \tnot found",
      "- PyTorch version (GPU?): 2.2.0+cu121 (True)",
      "- Tensorflow version (GPU?): not installed (NA)",
      "- Flax version (CPU?/GPU?/TPU?): 0.7.0 (cpu)",
      "- Using GPU in script?: <fill in>",
    ];
    expect(extractEnvironment(text)).toEqual({
      versions: [
        { name: "transformers", version: "4.38.1", line: 3 },
        { name: "python", version: "3.10.12", line: 5 },
        { name: "huggingface-hub", version: "0.20.3", line: 6 },
        { name: "accelerate", version: "0.27.2", line: 7 },
        { name: "torch", version: "2.2.0+cu121", line: 9 },
        { name: "flax", version: "0.7.0", line: 11 },
      ],
      os: "Linux-5.15.0-91-generic-x86_64-with-glibc2.35",
    });
  });

  it("reads torch's collect_env", () => {
    const text = `
      Collecting environment information...
      PyTorch version: 2.1.0+cu118
      Is debug build: False
      CUDA used to build PyTorch: 11.8
      ROCM used to build PyTorch: N/A
      OS: Ubuntu 22.04.3 LTS (x86_64)
      GCC version: (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0
      Libc version: glibc-2.35
      Python version: 3.10.12 (main, Nov 20 2023, 15:14:05) [GCC 11.4.0] (64-bit runtime)
      Python platform: Linux-6.1.58+-x86_64-with-glibc2.35
      CUDA runtime version: 12.1.105
      Nvidia driver version: 535.104.05
      CPU max MHz: 3900.0000
      Versions of relevant libraries:
      [pip3] numpy==1.26.4
      [pip3] torch==2.1.0+cu118
      [conda] torchvision 0.16.0 pypi_0 pypi`;
    expect(versionsOf(text)).toEqual([
      "torch 2.1.0+cu118",
      "cuda 11.8",
      "python 3.10.12",
      "cuda-runtime 12.1.105",
      "numpy 1.26.4",
      "torchvision 0.16.0",
    ]);
    expect(osOf(text)).toBe("Ubuntu 22.04.3 LTS (x86_64)");
  });

  it.each<[string, string, string[]]>([
    [
      "pip freeze",
      "absl-py==2.1.0\ntorch==2.2.0 ; python_version > '3'",
      ["absl-py 2.1.0", "torch 2.2.0"],
    ],
    [
      "pip list",
      "Package       Version\n------------- -------\nabsl-py       2.1.0\nmy_own.pkg    0.0.1 /home/me/src",
      ["absl-py 2.1.0", "my-own-pkg 0.0.1"],
    ],
    [
      "conda list without a head",
      "_libgcc_mutex 0.1 conda_forge conda-forge\nnumpy  1.26.4  py310hb13e2d6_0  conda-forge\npytorch 2.1.0 py3.10_cuda11.8_0 pytorch\nzlib 1.2.13 hd590300_5 conda-forge",
      ["numpy 1.26.4", "torch 2.1.0", "zlib 1.2.13"],
    ],
    [
      "pip show",
      "Name: datasets\nVersion: 2.16.1\nSummary: data\n---\nName: huggingface-hub\nVersion: 0.17.3",
      ["datasets 2.16.1", "huggingface-hub 0.17.3"],
    ],
    [
      "a Markdown table",
      "| Library | Version |\n|---|---|\n| **torch** | `2.1.0` |\n| Node | node v18.17.0 |",
      ["torch 2.1.0", "node 18.17.0"],
    ],
    ["a table that compares", "| torch | 2.1.0 | 2.2.0 |", []],
    [
      "bullets",
      "* torch=2.1.0\n- peft: 0.8.2\n+ numpy 1.26.4\n1. trl==0.7.10\n- [x] vllm v0.4.0.post1",
      ["torch 2.1.0", "peft 0.8.2", "numpy 1.26.4", "trl 0.7.10", "vllm 0.4.0.post1"],
    ],
    ["extras", "transformers[torch] 4.30.2", ["transformers 4.30.2"]],
    [
      "a title",
      "[Bug] crash on load (transformers 4.38.1, torch==2.2.0)",
      ["transformers 4.38.1", "torch 2.2.0"],
    ],
    [
      "an issue form",
      "### PyTorch Version\n\n2.1.0\n\n### CUDA/cuDNN version\n\n11.8\n\n### Python version\n\n_No response_",
      ["torch 2.1.0", "cuda 11.8"],
    ],
    [
      "PyTorch's old form",
      "- PyTorch Version (e.g., 1.0): 1.13.1\n- How you installed PyTorch (`conda`, `pip`, source): pip",
      ["torch 1.13.1"],
    ],
    [
      "several on a line",
      "Python version: 3.10, PyTorch version: 2.1",
      ["python 3.10", "torch 2.1"],
    ],
    ["Keras' form", "- Keras: Version: 3.3.3", ["keras 3.3.3"]],
    ["python -V", "Python 3.11.4", ["python 3.11.4"]],
    ["the attribute", "torch.__version__: 2.1.0", ["torch 2.1.0"]],
    [
      "other names for packages",
      "hugging face hub: 0.20.3\nbnb 0.42.0\nflash attention 2.5.6",
      ["huggingface-hub 0.20.3", "bitsandbytes 0.42.0", "flash-attn 2.5.6"],
    ],
    [
      "a longer name with a known one in it",
      "OpenCV python version: 4.8.0\nsentence-transformers 2.2.2",
      ["opencv-python 4.8.0", "sentence-transformers 2.2.2"],
    ],
    [
      "one number where that is usual",
      "Node version: 18\nJava version: 17 (Temurin)",
      ["node 18", "java 17"],
    ],
    [
      "Chinese, full-width",
      "PyTorch版本：2.6.0+cu126\nPython版本:3.10.16\nCUDA 版本：12.4",
      ["torch 2.6.0+cu126", "python 3.10.16", "cuda 12.4"],
    ],
    [
      "a Chinese sentence",
      "我使用的是 transformers 4.40.0，python3.10，显卡是A100。",
      ["transformers 4.40.0", "python 3.10"],
    ],
    [
      "an English sentence",
      "I am using transformers 4.38.1 and torch 2.2. It hangs.",
      ["transformers 4.38.1", "torch 2.2"],
    ],
    [
      "a sentence beside advice",
      "My torch version is 2.2.1! Do I need to upgrade to torch 2.3?",
      ["torch 2.2.1"],
    ],
  ])("reads %s", (_name, text, versions) => {
    expect(versionsOf(text)).toEqual(versions);
  });

  it.each<[string, string, string[]]>([
    ["go", "go version go1.21.3 linux/amd64", ["go 1.21.3"]],
    ["ruby", "ruby 3.1.2p20 (2022-04-12 revision 4491bb740a) [x86_64-linux]", ["ruby 3.1.2"]],
    [
      "rustc and cargo",
      "rustc 1.70.0 (90c541806 2023-05-31)\ncargo 1.70.0 (7fe40dc8c 2023-04-27)",
      ["rust 1.70.0", "cargo 1.70.0"],
    ],
    ["git", "git version 2.42.0.windows.2", ["git 2.42.0"]],
    [
      "java and Maven",
      'openjdk version "17.0.2" 2022-01-18\nApache Maven 3.8.6 (84538c9)',
      ["java 17.0.2", "maven 3.8.6"],
    ],
    ["Spring Boot", " :: Spring Boot ::                (v2.7.3)", ["spring-boot 2.7.3"]],
    [
      "npm and node-gyp",
      "npm info using npm@9.6.7\ngyp info using node@18.17.0 | linux | x64\ngyp ERR! node-gyp -v v9.3.1",
      ["npm 9.6.7", "node 18.17.0", "node-gyp 9.3.1"],
    ],
    ["Node's crash", "Node.js v18.17.0", ["node 18.17.0"]],
    [
      "pip install",
      "Successfully installed tokenizers-0.15.0 torch-2.1.0+cu118 flash-attn-2.5.6",
      ["tokenizers 0.15.0", "torch 2.1.0+cu118", "flash-attn 2.5.6"],
    ],
    [
      "what pip finds installed",
      "Requirement already satisfied: torch>=1.10 in ./venv/lib/python3.10/site-packages (from trl) (2.0.1)",
      ["torch 2.0.1", "python 3.10"],
    ],
  ])("reads what %s print about themselves", (_name, text, versions) => {
    expect(versionsOf(text)).toEqual(versions);
  });

  it.each<[string, string, string[]]>([
    [
      "poetry.lock and uv.lock",
      '[[package]]\nname = "torch"\nversion = "2.1.0"\nsource = { registry = "x" }\n\n[[package]]\nname = "numpy"\nversion = "1.26.4"',
      ["torch 2.1.0", "numpy 1.26.4"],
    ],
    ["Cargo.lock", '[[package]]\nname = "tokio"\nversion = "1.28.0"', ["tokio 1.28.0"]],
    [
      "package-lock.json",
      '    "node_modules/react": {\n      "version": "18.2.0",\n    "node_modules/a/node_modules/@babel/core": {\n      "version": "7.22.5",',
      ["react 18.2.0", "@babel/core 7.22.5"],
    ],
    [
      "yarn.lock",
      'react@^18.0.0, react@^18.2.0:\n  version "18.2.0"\n\n"next@npm:^13.4.0":\n  version: 13.4.19',
      ["react 18.2.0", "next 13.4.19"],
    ],
    ["pnpm-lock.yaml", "  /vite@4.4.9:", ["vite 4.4.9"]],
    [
      "go.sum and go.mod",
      "github.com/gin-gonic/gin v1.9.1 h1:4idEAncQnU5cB7BeOkPtxjfCSye0AAm1R0RVIqJ+Jmg=\n\tgolang.org/x/net v0.10.0 // indirect",
      ["github-com/gin-gonic/gin 1.9.1", "golang-org/x/net 0.10.0"],
    ],
    [
      "Gemfile.lock",
      "    rails (7.0.4)\n      activerecord (7.0.4)",
      ["rails 7.0.4", "activerecord 7.0.4"],
    ],
    [
      "npm ls",
      "app@1.0.0 /srv/app\n├─┬ next@13.4.19\n│ └── react@18.2.0 deduped\n└── react@18.2.0",
      ["next 13.4.19", "react 18.2.0"],
    ],
    [
      "npm ls in ASCII",
      "+-- next@13.4.19\n| `-- react@18.2.0 deduped\n`-- vite@4.4.9",
      ["next 13.4.19", "react 18.2.0", "vite 4.4.9"],
    ],
    ["pipdeptree", "├── torch [required: >=1.8, installed: 2.0.1]", ["torch 2.0.1"]],
    ["envinfo", "  npmPackages:\n    react: ^18.2.0 => 18.2.0 ", ["react 18.2.0"]],
    ["several versions of one package", "├── react@18.2.0\n└── react@17.0.2", []],
    ["what a manifest asks for", '  "dependencies": {\n    "react": "^18.2.0"', []],
  ])("reads %s", (_name, text, versions) => {
    expect(versionsOf(text)).toEqual(versions);
  });

  it.each<[string, string, string[]]>([
    [
      "dist-info",
      "/venv/lib/python3.11/site-packages/transformers-4.40.1.dist-info/METADATA",
      ["transformers 4.40.1", "python 3.11"],
    ],
    [
      "Windows",
      String.raw`File "C:\Users\me\AppData\Local\Programs\Python\Python310\lib\site-packages\torch\nn.py", line 1`,
      ["python 3.10"],
    ],
    ["an egg", "/site-packages/apex-0.1-py3.8-linux-x86_64.egg/apex/amp.py", ["apex 0.1"]],
    [
      "gems",
      "/usr/local/bundle/ruby/3.2.0/gems/activerecord-7.0.4.3/lib/active_record.rb:12:in `x'",
      ["activerecord 7.0.4.3"],
    ],
    [
      "pnpm",
      "at x (/srv/node_modules/.pnpm/@babel+core@7.22.5_supports-color@8.1.1/node_modules/@babel/core/lib/x.js:1:2)",
      ["@babel/core 7.22.5"],
    ],
    [
      "Go's module cache",
      "\t/root/go/pkg/mod/github.com/gin-gonic/gin@v1.9.1/context.go:174 +0x2b",
      ["github-com/gin-gonic/gin 1.9.1"],
    ],
    [
      "Cargo's registry",
      "  at /root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/tokio-1.28.0/src/runtime/park.rs:281",
      ["tokio 1.28.0"],
    ],
    [
      "jars",
      "\tat a.B.c(B.java:1) ~[spring-core-5.3.20.jar!/:5.3.20]\n\tat g.H.i(H.java:2) ~[guava-31.1-jre.jar:na]",
      ["spring-core 5.3.20", "guava 31.1-jre"],
    ],
    ["nvm", "/root/.nvm/versions/node/v18.16.0/lib/node_modules/npm/x.js", ["node 18.16.0"]],
    [
      "NuGet",
      "/home/ci/.nuget/packages/newtonsoft.json/13.0.1/lib/net6.0/x.dll",
      ["newtonsoft-json 13.0.1"],
    ],
    [
      "two installations",
      "/a/lib/python3.11/site-packages/x.py\n/b/lib/python3.8/site-packages/x.py",
      [],
    ],
  ])("reads paths of %s", (_name, text, versions) => {
    expect(versionsOf(text)).toEqual(versions);
  });

  it.each<[string, string]>([
    ["ranges", "- PyTorch >= 2.0.1\ntransformers>=4.30,<4.40\ntorch~=2.1"],
    ["open ends", "python 3.8 or newer\ntransformers 4.38+\ntransformers 4.38 以上"],
    [
      "requirements",
      "ImportError: Using the `Trainer` requires `accelerate>=0.20.1`\nyou need torch 2.1\ntorchvision 0.16.0 depends on torch==2.1.0",
    ],
    [
      "error messages",
      "RuntimeError: PyTorch has CUDA Version=12.1 and torchvision has CUDA Version=11.8",
    ],
    [
      "upgrades",
      "I upgraded transformers from 4.37.0 to 4.38.1.\nDowngrading to transformers 4.36.2 helps.\npip install -U torch==2.3.0\n升级到 transformers 4.40.0 之后",
    ],
    [
      "what worked",
      "Everything worked with transformers 4.37.2.\nLast working transformers version: 4.36.0",
    ],
    [
      "two versions at once",
      "same on torch 2.1 and 2.2\ntransformers version: 4.37.0 / 4.38.0\ntorch 2.1.0 -> 2.2.0",
    ],
    ["quantities", "CUDA 2.5 GiB\npython 1.5 times slower"],
    ["devices and nodes", "device: cuda:0\nnode 2 fails\ncuda 1"],
    ["addresses and dates", "master 10.0.0.1:29500\npython 23.04.2020"],
    ["model configurations", '  "transformers_version": "4.30.0",'],
    ["template comments", "<!-- e.g.\ntransformers 4.38.1\n-->\n- OS: [e.g. Ubuntu 22.04]"],
    ["tables of figures", "accuracy 0.912\nrecall 0.87\nf1 0.893"],
    [
      "wheels and images",
      "torch-2.1.0-cp310-cp310-linux_x86_64.whl\npytorch/pytorch:2.1.0-cuda11.8-devel",
    ],
    ["links", "https://pytorch.org/docs/2.1.0/notes and see torch/2.1"],
    ["contradictions", "torch==2.1.0\n\ntorch==2.2.0"],
  ])("takes nothing from %s", (_name, text) => {
    expect(extractEnvironment(text.split("\n"))).toEqual({ versions: [], os: null });
  });

  it("lets a report of the environment count before a sentence, and that before a path", () => {
    const path = 'File "/usr/lib/python3.11/site-packages/torch/nn.py", line 1';
    const text = `I think it was python 3.9 here and torch 2.0\n${path}\nPyTorch version: 2.1.0+cu118`;
    expect(versionsOf(text)).toEqual(["python 3.9", "torch 2.1.0+cu118"]);
    expect(versionsOf(path)).toEqual(["python 3.11"]);
    expect(versionsOf(`${path}\n${path.replace("3.11", "3.8")}`)).toEqual([]);
  });

  it("keeps the first of statements that agree", () => {
    expect(versionsOf("torch 2.1\ntorch==2.1.0+cu118")).toEqual(["torch 2.1"]);
  });

  it.each([
    ["操作系统：Linux 6.8.0-52-generic", "Linux 6.8.0-52-generic"],
    ["- OS version: Windows_NT x64 10.0.22621", "Windows_NT x64 10.0.22621"],
    ["### Operating System\n\nmacOS 14.2", "macOS 14.2"],
    ["- Ubuntu 22.04.3 LTS", "Ubuntu 22.04.3 LTS"],
    ["Platform: SageMaker", null],
    ["OS: \n\nNothing here", null],
  ])("reads the operating system of %j", (text, os) => {
    expect(osOf(text)).toBe(os);
  });

  it("passes over lines too long to be a report", () => {
    expect(versionsOf(`torch 2.1.0 ${"x".repeat(1_000)}\nnumpy 1.26.4`)).toEqual(["numpy 1.26.4"]);
  });

  it("takes any text", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "torch",
        " 2.1.0",
        "==",
        ":",
        "version",
        "(",
        "|",
        "<!--",
        "-->",
        "\n",
        "# ",
        "版本",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const lines = pieces.join("").split("\n");
        const { versions } = extractEnvironment(lines);
        expect(new Set(versions.map(({ name }) => name)).size).toBe(versions.length);
        expect(versions.every(({ line }) => line >= 1 && line <= lines.length)).toBe(true);
      }),
    );
  });
});
