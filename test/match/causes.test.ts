import { describe, expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import type { Verdict } from "../../src/match/verdict.ts";
import { answer, knownError } from "./hand-built.ts";

const knowledge = compileKnowledge([
  knownError({
    id: "test/arrow-offset",
    signature: "pyarrow.lib.ArrowInvalid: offset overflow while concatenating arrays",
    packages: ["pyarrow", "datasets"],
  }),
  knownError({
    id: "test/worker-killed",
    signature: "traceback : Signal 9 (SIGKILL) received by PID 4711",
    regex: "Signal 9 \\(SIGKILL\\) received by PID \\d+",
    packages: ["torch"],
  }),
  knownError({
    id: "test/device-map",
    signature:
      "ValueError: a model loaded with device_map='auto' cannot be trained in distributed mode",
    packages: ["accelerate"],
  }),
  knownError({
    id: "test/engine-failed",
    signature: "RuntimeError: Engine core initialization failed. See root cause above.",
    packages: ["vllm"],
    transition_graph: { preceded_by: ["test/cache-too-small"] },
  }),
  knownError({
    id: "test/cache-too-small",
    signature:
      "ValueError: The model's max seq len (32768) is larger than the maximum number of tokens that can be stored in KV cache (10240).",
    packages: ["vllm"],
  }),
  knownError({
    id: "test/hub-offline",
    signature:
      "OSError: Cannot reach the hub to load this file, and it is not in the cached files.",
    packages: ["transformers"],
  }),
  knownError({
    id: "test/connection-refused",
    signature:
      "NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused",
    packages: ["urllib3"],
    transition_graph: { leads_to: ["test/hub-offline"] },
  }),
]);

function verdictOf(...lines: string[]): Verdict {
  const text = lines.join("\n");
  return diagnose(text, knowledge, { locale: "en", requested: false }).verdict;
}

const fence = "```";
const header = "Traceback (most recent call last):";
const library = (name: string): string =>
  `  File "/venv/lib/python3.11/site-packages/${name}/x.py", line 7, in call`;
const direct = "The above exception was the direct cause of the following exception:";
const handling = "During handling of the above exception, another exception occurred:";
const deviceMap =
  "ValueError: a model loaded with device_map='auto' cannot be trained in distributed mode";
const childFailed = [
  header,
  library("torch"),
  "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ",
  "============================================================",
  "train.py FAILED",
  "------------------------------------------------------------",
  "Failures:",
  "  <NO_OTHER_FAILURES>",
  "------------------------------------------------------------",
  "Root Cause (first observed failure):",
  "[0]:",
  "  time      : 2025-01-01_12:00:00",
  "  rank      : 0 (local_rank: 0)",
];

describe("an error and what led to it", () => {
  it.each<[string, string[], string[]]>([
    [
      "a wrapper that is not known over a cause that is",
      [
        header,
        library("pyarrow"),
        "pyarrow.lib.ArrowInvalid: offset overflow while concatenating arrays",
        "",
        direct,
        "",
        header,
        library("datasets"),
        "datasets.exceptions.DatasetGenerationError: An error occurred while generating the dataset",
      ],
      ["test/arrow-offset"],
    ],
    [
      "a launcher over its worker's error",
      [
        `[rank0]: ${header}`,
        `[rank0]: ${library("accelerate")}`,
        `[rank0]: ${deviceMap}`,
        ...childFailed,
        "  exitcode  : 1 (pid: 4711)",
        "============================================================",
      ],
      ["test/device-map"],
    ],
    [
      "a launcher that says itself what happened",
      [
        ...childFailed,
        "  exitcode  : -9 (pid: 4711)",
        "  traceback : Signal 9 (SIGKILL) received by PID 4711",
        "============================================================",
      ],
      ["test/worker-killed"],
    ],
    [
      "a wrapper that points to its cause, both known: the cause first",
      [
        `(EngineCore_0 pid=9) ${header}`,
        `(EngineCore_0 pid=9) ${library("vllm")}`,
        "(EngineCore_0 pid=9) ValueError: The model's max seq len (8192) is larger than the maximum number of tokens that can be stored in KV cache (4096).",
        header,
        library("vllm"),
        "RuntimeError: Engine core initialization failed. See root cause above. Failed core proc(s): {}",
      ],
      ["test/cache-too-small", "test/engine-failed"],
    ],
    [
      "a cause that leads to the final error, as its record says: the cause first",
      [
        header,
        library("urllib3"),
        "urllib3.exceptions.NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused",
        "",
        handling,
        "",
        header,
        library("transformers"),
        "OSError: Cannot reach the hub to load this file, and it is not in the cached files.",
      ],
      ["test/connection-refused", "test/hub-offline"],
    ],
    [
      "two errors that have nothing to do with each other: the primary one first",
      [
        "pyarrow.lib.ArrowInvalid: offset overflow while concatenating arrays",
        "",
        "some other output",
        "",
        header,
        library("accelerate"),
        deviceMap,
      ],
      ["test/device-map", "test/arrow-offset"],
    ],
  ])("%s", (_name, lines, expected) => {
    expect(answer(verdictOf("It fails", "", fence, ...lines, fence))).toEqual(expected);
  });
});
