import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const header = "Traceback (most recent call last):";
const frame = '  File "a.py", line 3, in f';
const direct = "The above exception was the direct cause of the following exception:";

/** A trace that ends with the given lines. */
function trace(...error: string[]): string[] {
  return [header, frame, "    g()", ...error];
}

/** Type and message of the first report, and of its causes, the nearest first. */
function chainOf(text: string): string[] {
  const [report] = extract(text).reports;
  const errors = report === undefined ? [] : [report, ...report.causes];
  return errors.map(({ type, message, line }) => `${type ?? "-"}|${message} ${line}`);
}

describe("traces inside messages", () => {
  it.each([
    [
      "a DataLoader's worker",
      trace(
        "RuntimeError: Caught KeyError in DataLoader worker process 0.",
        `Original ${header}`,
        frame,
        "    g()",
        "KeyError: 'x'",
      ),
      ["RuntimeError|Caught KeyError in DataLoader worker process 0. 5", "KeyError|'x' 9"],
    ],
    [
      "a DataLoader's worker below a line without a trace",
      [
        "RuntimeError: Caught KeyError in DataLoader worker process 0.",
        `Original ${header}`,
        frame,
        "    g()",
        "KeyError: 'x'",
      ],
      ["RuntimeError|Caught KeyError in DataLoader worker process 0. 2", "KeyError|'x' 6"],
    ],
    [
      "torchrun's summary without the launcher's trace",
      [
        "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ",
        "=".repeat(60),
        "train.py FAILED",
        "Root Cause (first observed failure):",
        "  traceback : Signal 9 (SIGKILL) received by PID 12",
        "=".repeat(60),
      ],
      [
        "torch.distributed.elastic.multiprocessing.errors.ChildFailedError| 2",
        "-|Signal 9 (SIGKILL) received by PID 12 6",
      ],
    ],
    [
      "a spawned process",
      trace(
        "torch.multiprocessing.spawn.ProcessRaisedException: ",
        "",
        "-- Process 1 terminated with the following error:",
        ...trace("OSError: no"),
      ),
      [
        "torch.multiprocessing.spawn.ProcessRaisedException|-- Process 1 terminated with the following error: 5",
        "OSError|no 11",
      ],
    ],
    [
      "a pool's worker",
      [
        "multiprocessing.pool.RemoteTraceback: ",
        '"""',
        ...trace("KeyError: 1"),
        '"""',
        "",
        direct,
        "",
        ...trace("KeyError: 1"),
      ],
      ["KeyError|1 15", "KeyError|1 7"],
    ],
    [
      "a pool's worker with a chain of its own",
      [
        "concurrent.futures.process._RemoteTraceback: ",
        '"""',
        ...trace("KeyError: 1", "", direct, "", ...trace("OSError: 2")),
        '"""',
        "",
        direct,
        "",
        ...trace("OSError: 2"),
      ],
      ["OSError|2 22", "OSError|2 14", "KeyError|1 7"],
    ],
    [
      "one that the message indents",
      trace("RuntimeError: the job failed", ...trace("KeyError: 1").map((line) => `    ${line}`)),
      ["RuntimeError|the job failed 5", "KeyError|1 9"],
    ],
    [
      "one that a colon announces",
      trace("app.JobError: worker 3 said:", ...trace("KeyError: 1")),
      ["app.JobError|worker 3 said: 5", "KeyError|1 9"],
    ],
    [
      "an error without a trace",
      trace("torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:", "KeyError: 1"),
      ["torch._dynamo.exc.BackendCompilerFailed|backend='inductor' raised: 5", "KeyError|1 6"],
    ],
    [
      "one that was raised without a trace",
      ["python test.py cv2.error: invalid argument", "", direct, "", ...trace("SystemError: no")],
      ["SystemError|no 9", "cv2.error|invalid argument 2"],
    ],
    ["none: a second report", trace("KeyError: 1", ...trace("KeyError: 2")), ["KeyError|1 5"]],
  ])("%s", (_, lines, expected) => {
    expect(chainOf(fenced(...lines))).toEqual(expected);
  });

  it("reads a task's calls on behind the driver's", () => {
    const text = fenced(
      ...trace(
        "ray.exceptions.RayTaskError(ValueError): \u001b[36mray::f()\u001b[39m (pid=6, ip=10.0.0.1)",
      ),
      '  File "w.py", line 7, in work',
      "ValueError: bad",
    );
    expect(told(text)).toEqual(["* tb ValueError|bad 2-7"]);
    expect(extract(text).reports[0]?.frames.map(({ file }) => file)).toEqual(["a.py", "w.py"]);
  });
});

describe("errors inside messages", () => {
  it.each([
    [
      "a node of a graph",
      trace(
        "tensorflow.python.framework.errors_impl.InternalError: Graph execution error:",
        "",
        "Detected at node 'x/MatMul' defined at (most recent call last):",
        '    File "b.py", line 1, in <module>',
        "Node: 'x/MatMul'",
        "Blas GEMM launch failed : a.shape=(64, 2)",
        "\t [[{{node x/MatMul}}]] [Op:__inference_train_function_9]",
      ),
      [
        "tensorflow.python.framework.errors_impl.InternalError|Graph execution error: 5",
        "-|Blas GEMM launch failed : a.shape=(64, 2) 10",
      ],
    ],
    [
      "the root cause of torchrun's summary",
      trace(
        "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ",
        "=".repeat(60),
        "train.py FAILED",
        "-".repeat(60),
        "Failures:",
        "  <NO_OTHER_FAILURES>",
        "-".repeat(60),
        "Root Cause (first observed failure):",
        "[0]:",
        "  exitcode  : -9 (pid: 12)",
        "  error_file: <N/A>",
        "  traceback : Signal 9 (SIGKILL) received by PID 12",
        "=".repeat(60),
      ),
      [
        "torch.distributed.elastic.multiprocessing.errors.ChildFailedError| 5",
        "-|Signal 9 (SIGKILL) received by PID 12 16",
      ],
    ],
    [
      "a recorded trace in torchrun's summary",
      trace(
        "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ",
        "=".repeat(60),
        "Root Cause (first observed failure):",
        "[0]:",
        `  traceback : ${header}`,
        '    File "train.py", line 3, in main',
        "      g()",
        "  ValueError: bad",
        "  ",
        "=".repeat(60),
      ),
      ["torch.distributed.elastic.multiprocessing.errors.ChildFailedError| 5", "ValueError|bad 12"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(chainOf(fenced(...lines))).toEqual(expected);
  });
});

describe("heads above a trace", () => {
  it.each([
    ["a thread", ["Exception in thread Thread-1 (f):"], "* tb KeyError|1 2-6"],
    ["a process", ["Process SpawnProcess-1:2:"], "* tb KeyError|1 2-6"],
    [
      "a task",
      ["Task exception was never retrieved", "future: <Task finished coro=<f()>>"],
      "* tb KeyError|1 2-7",
    ],
    [
      "PyInstaller's dialog",
      ["Failed to execute script 'main' due to unhandled exception: 1", ""],
      "* tb KeyError|1 2-7",
    ],
    ["other words", ["Process the data:"], "* tb KeyError|1 3-6"],
  ])("%s", (_, head, expected) => {
    expect(told(fenced(...head, ...trace("KeyError: 1")))).toEqual([expected]);
  });

  it("leaves what a finalizer ignored behind every other error", () => {
    const ignored = ["Exception ignored in: <function A.__del__ at 0x7f>", ...trace("KeyError: 1")];
    expect(told(fenced(...ignored))).toEqual(["* tb KeyError|1 2-6"]);
    expect(told(`KeyError seen\n\n${fenced(...ignored, "", "OSError: no space")}`)).toEqual([
      "  tb KeyError|1 4-8",
      "* line OSError|no space 10-10",
    ]);
  });
});

describe("damaged traces", () => {
  it.each([
    ["a note behind a call", [header, `${frame}   <-- here`, "    g()", "KeyError: 1"], 5],
    ["a note behind the header", [`${header} <--`, frame, "    g()", "KeyError: 1"], 5],
    [
      "a record between the calls",
      [header, frame, "    g()", "INFO: saved", frame, "KeyError: 1"],
      7,
    ],
    [
      "a remark between the calls",
      [header, frame, "    g()", "here I cut", frame, "KeyError: 1"],
      7,
    ],
    [
      "repeated calls",
      [header, frame, "    g()", "  [Previous line repeated 979 more times]", "KeyError: 1"],
      6,
    ],
    ["an unknown type below a call without source", [header, frame, "KeyError: 1"], 4],
  ])("%s", (_, lines, last) => {
    expect(told(fenced(...lines))).toEqual([`* tb KeyError|1 2-${last}`]);
  });

  it("takes notes and stars off the names of functions", () => {
    const text = fenced(header, `${frame}  *`, `${frame}  <-- here`, "KeyError: 1");
    expect(extract(text).reports[0]?.frames.map((call) => call.function)).toEqual(["f", "f"]);
  });

  it.each([
    [
      "one line, as a page's plain text shows it",
      `${header} File "a.py", line 3, in <module> main() File "b.py", line 5, in main raise ValueError("x: y") ValueError: x: y`,
      ["* tb ValueError|x: y 2-2"],
      ["<module>", "main"],
    ],
    [
      "no source",
      `${header} File "a.py", line 3, in f KeyError: 1`,
      ["* tb KeyError|1 2-2"],
      ["f"],
    ],
    [
      "translated",
      "回溯（最近一次调用最后）：\n文件“a.py”，第 3 行，在 f 中\n  g()\n运行时错误：内存不足",
      ["* tb 运行时错误|内存不足 2-5"],
      ["f"],
    ],
  ])("%s", (_, lines, expected, names) => {
    expect(told(fenced(lines))).toEqual(expected);
    const [report] = extract(fenced(lines)).reports;
    expect(report?.frames.map((call) => call.function)).toEqual(names);
  });

  it("is no trace where a sentence names one", () => {
    expect(told(`It prints "${header}" and 文件“a.py”，第 3 行 as 最近一次调用.`)).toEqual([]);
  });
});
