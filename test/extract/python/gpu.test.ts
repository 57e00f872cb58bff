import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

function assertion(thread: number): string {
  return `../aten/src/ATen/native/cuda/Indexing.cu:1236: indexSelectSmallIndex: block: [3,0,0], thread: [${thread},0,0] Assertion \`srcIndex < srcSelectDimSize\` failed.`;
}

const trace = ["Traceback (most recent call last):", '  File "a.py", line 3, in f', "    g()"];

describe("assertions on a device", () => {
  it.each([
    [
      "hundreds of threads",
      Array.from({ length: 300 }, (_, thread) => assertion(thread)),
      ["* crash -|Assertion `srcIndex < srcSelectDimSize` failed. 2-301"],
    ],
    [
      "the trace is the issue's error",
      [
        assertion(1),
        assertion(2),
        ...trace,
        "RuntimeError: CUDA error: device-side assert triggered",
        assertion(3),
      ],
      [
        "  crash -|Assertion `srcIndex < srcSelectDimSize` failed. 2-3",
        "* tb RuntimeError|CUDA error: device-side assert triggered 4-7",
      ],
    ],
    [
      "HIP",
      [
        "/pytorch/aten/src/ATen/native/hip/Indexing.hip:43: void gather(T*): Device-side assertion `ind >= 0` failed.",
      ],
      ["* crash -|Device-side assertion `ind >= 0` failed. 2-2"],
    ],
    ["code", ["CUDA_KERNEL_ASSERT(srcIndex < srcSelectDimSize); // Assertion `x` failed."], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("records of the C++ side", () => {
  it.each([
    [
      "NCCL's watchdog on two ranks",
      [
        "[rank0]:[E321 02:07:08.408271257 ProcessGroupNCCL.cpp:607] [Rank 0] Watchdog caught collective operation timeout: ran for 600060 milliseconds.",
        "[rank4]:[E321 02:07:08.414640780 ProcessGroupNCCL.cpp:607] [Rank 4] Watchdog caught collective operation timeout: ran for 600067 milliseconds.",
      ],
      [
        "* log -|[Rank 0] Watchdog caught collective operation timeout: ran for 600060 milliseconds. 2-2",
      ],
    ],
    [
      "without a time",
      ["[E ProcessGroupNCCL.cpp:458] Some NCCL operations have failed or timed out."],
      ["* log -|Some NCCL operations have failed or timed out. 2-2"],
    ],
    [
      "TensorFlow, fatal",
      [
        "2024-03-01 10:00:00.223456: E external/local_xla/xla/stream_executor/cuda/cuda_dnn.cc:9261] Unable to register cuDNN factory: Attempting to register factory for plugin cuDNN when one has already been registered",
        "2024-03-01 10:00:01.323456: W tensorflow/core/framework/op_kernel.cc:1827] nothing to see",
        "2024-03-01 10:00:02.323456: F tensorflow/core/framework/tensor_shape.cc:572] Check failed: size >= 0 (-1 vs. 0)",
      ],
      ["* crash -|Check failed: size >= 0 (-1 vs. 0) 4-4"],
    ],
    ["information", ["[I321 02:07:08.408271257 ProcessGroupNCCL.cpp:607] all is well"], []],
    ["a list", ["[E] ERROR the level of errors", "[F a] b"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("kernels of TensorFlow without a type", () => {
  it.each([
    [
      "a node in front",
      [
        "{{function_node __wrapped__Pad_device_/job:localhost}} Encountered overflow",
        "\t [[{{node Pad}}]] [Op:Pad]",
        "",
        "Call arguments received by layer 'pad' (type ZeroPadding2D):",
        "  • inputs=1",
      ],
      ["* line -|{{function_node __wrapped__Pad_device_/job:localhost}} Encountered overflow 2-6"],
    ],
    [
      "an op behind",
      ["Incompatible shapes: [3,2] vs. [2,3] [Op:AddV2]"],
      ["* line -|Incompatible shapes: [3,2] vs. [2,3] [Op:AddV2] 2-2"],
    ],
    [
      "a node below",
      ["Cannot assign a device for operation x", "\t [[{{node x}}]]"],
      ["* line -|Cannot assign a device for operation x 2-3"],
    ],
    ["a template", ["{{ function_node }} is filled in", "{{node}}"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("GPU runtimes without a type", () => {
  it.each([
    [
      "CUDA",
      [
        "CUDA error: an illegal memory access was encountered",
        "CUDA kernel errors might be asynchronously reported at some other API call.",
        "For debugging consider passing CUDA_LAUNCH_BLOCKING=1",
      ],
      ["* line -|CUDA error: an illegal memory access was encountered 2-4"],
    ],
    [
      "ggml",
      [
        "CUDA error: out of memory",
        "  current device: 0, in function alloc at ggml-cuda.cu:404",
        "  cuMemCreate(&handle, size, &prop, 0)",
        'GGML_ASSERT: ggml-cuda.cu:256: !"CUDA error"',
      ],
      ["* line -|CUDA error: out of memory 2-4", '  crash GGML_ASSERT|!"CUDA error" 5-5'],
    ],
    [
      "ggml, numbered",
      ["CUDA error 2 at ggml-cuda.cu:5509: out of memory"],
      ["* line -|CUDA error 2 at ggml-cuda.cu:5509: out of memory 2-2"],
    ],
    [
      "llama.cpp",
      [
        "ggml_cuda_init: found 1 CUDA devices:",
        "llama_model_load: error loading model: unable to allocate CUDA0 buffer",
        "llama_load_model_from_file: failed to load model",
      ],
      [
        "* line -|llama_model_load: error loading model: unable to allocate CUDA0 buffer 3-3",
        "  line -|llama_load_model_from_file: failed to load model 4-4",
      ],
    ],
    [
      "HIP",
      ["HIP error: no kernel image is available for execution on the device"],
      ["* line -|HIP error: no kernel image is available for execution on the device 2-2"],
    ],
    [
      "HSA",
      ["Memory access fault by GPU node-1 (Agent handle: 0x55) on address 0x7f. Reason: Unknown."],
      [
        "* line -|Memory access fault by GPU node-1 (Agent handle: 0x55) on address 0x7f. Reason: Unknown. 2-2",
      ],
    ],
    [
      "documentation",
      [
        "CUDA error handling is explained below",
        "llama_load_model_from_file: loads a model",
        "HIP error codes",
      ],
      [],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
