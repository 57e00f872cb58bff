import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const current = "Current thread 0x00007f9220bb80 (most recent call first):";
const inner = '  File "/usr/lib/python3.11/ctypes/__init__.py", line 519 in string_at';
const outer = '  File "run.py", line 9 in <module>';

describe("Python's dump of a process that dies", () => {
  it.each([
    [
      "a signal",
      [
        "Fatal Python error: Segmentation fault",
        "",
        current,
        inner,
        outer,
        "",
        "Extension modules: numpy.core (total: 1)",
        "Segmentation fault (core dumped)",
      ],
      ["* crash Fatal Python error|Segmentation fault 2-9"],
    ],
    [
      "several threads",
      [
        "Fatal Python error: Aborted",
        "",
        "Thread 0x00007f1e (most recent call first):",
        outer,
        "",
        current,
        inner,
        outer,
      ],
      ["* crash Fatal Python error|Aborted 2-9"],
    ],
    [
      "Windows",
      ["Windows fatal exception: access violation", "", current, inner],
      ["* crash Windows fatal exception|access violation 2-5"],
    ],
    [
      "no thread at all",
      [
        "Fatal Python error: init_sys_streams: can't initialize sys standard streams",
        "Python runtime state: core initialized",
      ],
      ["* crash Fatal Python error|init_sys_streams: can't initialize sys standard streams 2-3"],
    ],
    [
      "threads of a program that hangs",
      [current, inner, outer, "", "Thread 0x01 (most recent call first):", outer],
      [],
    ],
    [
      "what comes next",
      ["Fatal Python error: Aborted", "", "", "", inner],
      ["* crash Fatal Python error|Aborted 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("turns the calls of the current thread round", () => {
    const text = fenced(
      "Fatal Python error: Bus error",
      "",
      "Thread 0x01 (most recent call first):",
      '  File "other.py", line ??? in wait',
      "",
      current,
      inner,
      '  File "run.py", line ??? in <module>',
    );
    expect(extract(text).reports[0]?.frames).toEqual([
      { file: "run.py", line: null, function: "<module>", inLibrary: false, package: null },
      {
        file: "/usr/lib/python3.11/ctypes/__init__.py",
        line: 519,
        function: "string_at",
        inLibrary: true,
        package: null,
      },
    ]);
  });

  it("keeps the exception that stopped the interpreter's start as cause", () => {
    const text = fenced(
      "Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding",
      "Python runtime state: core initialized",
      "ModuleNotFoundError: No module named 'encodings'",
      "",
      current,
      "  <no Python frame>",
    );
    expect(told(text)).toHaveLength(1);
    expect(extract(text).reports[0]?.causes).toEqual([
      {
        type: "ModuleNotFoundError",
        message: "No module named 'encodings'",
        fullMessage: "No module named 'encodings'",
        line: 4,
      },
    ]);
  });
});
