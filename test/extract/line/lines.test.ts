import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

describe("errors without a stack", () => {
  it.each([
    ["on a line of its own", fenced("KeyError: 'x'"), ["* line KeyError|'x' 2-2"]],
    ["behind a file's name", fenced("run.py: ValueError: bad"), ["* line ValueError|bad 2-2"]],
    [
      "a full-width colon",
      "报错如下：\n\nRuntimeError：显存不足",
      ["* line RuntimeError|显存不足 3-3"],
    ],
    [
      "with a Chinese sentence going on behind it",
      "启动时提示AssertionError: Torch not compiled with CUDA enabled，重新安装了还是这个错误",
      ["* inline AssertionError|Torch not compiled with CUDA enabled 1-1"],
    ],
    [
      "in a paragraph, going on below its colon",
      "It fails:\n\nRuntimeError: Failed to import a.b because of the following error:\nno module c\nI use 4.50",
      ["* line RuntimeError|Failed to import a.b because of the following error: 3-4"],
    ],
    [
      "Node's, with its code, in a paragraph",
      "It fails:\n\nError [ERR_MODULE_NOT_FOUND]: Cannot find module '/a' imported from /b.js",
      ["* line Error|Cannot find module '/a' imported from /b.js 3-3"],
    ],
    ["in a code span", "I get `KeyError: 'x'` here", ["* inline KeyError|'x' 1-1"]],
    [
      "in a sentence",
      "It fails with ValueError: not enough values",
      ["* inline ValueError|not enough values 1-1"],
    ],
    [
      "in a sentence's quotes",
      'It says "ValueError: not enough values" and stops',
      ["* inline ValueError|not enough values 1-1"],
    ],
    [
      "in the title",
      "TypeError: x is not a function\n\nHelp!",
      ["* inline TypeError|x is not a function 1-1"],
    ],
    [
      "a record of a log",
      fenced("2024-01-01 10:00:00,123 ERROR [app] it went wrong"),
      ["* log ERROR|it went wrong 2-2"],
    ],
    [
      "a record with a type",
      fenced("2024-01-01 10:00:00,123 ERROR [app] failed: OSError: it is gone"),
      ["* log OSError|it is gone 2-2"],
    ],
    [
      "a level and a colon",
      fenced("ERROR: No matching distribution found for x"),
      ["* build ERROR|No matching distribution found for x 2-2"],
    ],
    ["git", fenced("fatal: not a git repository"), ["* line fatal|not a git repository 2-2"]],
    ["a status code alone", fenced("DEADLINE_EXCEEDED"), ["* line DEADLINE_EXCEEDED| 2-2"]],
    [
      "no type",
      fenced("Could not connect to the server"),
      ["* line -|Could not connect to the server 2-2"],
    ],
    [
      "the Hub's second paragraph",
      fenced("Entry Not Found for url: https://huggingface.co/a/b/resolve/main/x.json."),
      ["* line -|Entry Not Found for url: https://huggingface.co/a/b/resolve/main/x.json. 2-2"],
    ],
    [
      "a shell's complaint",
      fenced("bash: nvcc: command not found"),
      ["* line -|bash: nvcc: command not found 2-2"],
    ],
    ["gcc", fenced("a.c:3:1: error: expected ';'"), ["* compiler error|expected ';' 2-2"]],
    [
      "clang's driver",
      fenced("clang: error: no input files"),
      ["* compiler error|no input files 2-2"],
    ],
    [
      "rustc",
      fenced("error[E0308]: mismatched types", " --> a.rs:1:1"),
      ["* compiler E0308|mismatched types 2-3"],
    ],
    [
      "MSVC",
      fenced("a.cpp(3,1): error C2440: cannot convert"),
      ["* compiler C2440|cannot convert 2-2"],
    ],
    [
      "tsc",
      fenced("a.ts:3:1 - error TS2304: Cannot find name 'x'."),
      ["* compiler TS2304|Cannot find name 'x'. 2-2"],
    ],
    ["go build", fenced("./a.go:4:2: undefined: f"), ["* compiler error|undefined: f 2-2"]],
    [
      "a Go panic",
      fenced(
        "panic: runtime error: index out of range",
        "",
        "goroutine 1 [running]:",
        "main.main()",
        "\t/a.go:3 +0x1",
        "exit status 2",
      ),
      ["* panic panic|runtime error: index out of range 2-7"],
    ],
    [
      "an older Rust panic",
      fenced("thread 'main' panicked at 'no value', src/main.rs:3:9", "note: run with"),
      ["* panic panic|no value 2-3"],
    ],
    [
      "a Rust panic",
      fenced("thread 'main' panicked at src/main.rs:3:9:", "no value"),
      ["* panic panic|no value 2-3"],
    ],
    [
      "a failed assertion",
      fenced("a.c:3: GGML_ASSERT(n > 0) failed"),
      ["* crash GGML_ASSERT|n > 0 2-2"],
    ],
    [
      "a signal",
      fenced("run.sh: line 3:  99 Segmentation fault      (core dumped) ./a"),
      ["* crash Segmentation fault|(core dumped) 2-2"],
    ],
    [
      "an uncaught C++ exception",
      fenced(
        "terminate called after throwing an instance of 'c10::Error'",
        "  what():  CUDA error",
      ),
      ["* crash c10::Error|CUDA error 2-3"],
    ],
    [
      "npm",
      fenced(
        "npm ERR! code E404",
        "npm ERR! 404 Not Found - GET https://x.org/y",
        "npm ERR! errno 1",
      ),
      ["* build E404|404 Not Found - GET https://x.org/y 2-4"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("what is no report", () => {
  it.each([
    ["a warning", fenced("UserWarning: this is deprecated")],
    [
      "a warning with its place",
      fenced("/a/b.py:3: FutureWarning: this will change", "  warnings.warn("),
    ],
    ["a record below the level", fenced("2024-01-01 10:00:00,123 WARNING [app] it looks wrong")],
    ["code that raises", fenced('raise ValueError("bad: value")')],
    ["code that catches", fenced("try:", "    go()", "except KeyError:", "    pass")],
    ["code that throws", fenced('if (!x) throw new Error("bad: value");')],
    ["a comment in code", fenced("go()  # ValueError: bad")],
    ["a string in code", fenced('message = "ValueError: bad value"')],
    ["a name in prose", "It raises a ValueError when x is missing."],
    ["a name in code", "The `KeyError` is not caught."],
    ["a wish", "It should raise ValueError: bad value"],
    ["a template's comment", "a\nb\n\n<!--\nValueError: paste your error here\n-->"],
    ["a heading", "a\nb\n\n### Error: what happened"],
    ["a figure", fenced("error: 0.013")],
    [
      "a field in code",
      fenced("return Result{", "    HTTPError: restErr,", "    StopTimeout: true,", "}"),
    ],
    ["a label in prose", "Error: see below"],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
