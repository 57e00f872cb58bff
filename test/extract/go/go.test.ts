import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { goOwnerOf } from "../../../src/extract/go/go-package.ts";
import { fenced, told } from "../told.ts";

const goroutine = ["goroutine 1 [running]:", "main.main()", "\t/srv/main.go:3 +0x1d"];

describe("what Go programs print when they stop", () => {
  it.each([
    [
      "a panic",
      fenced("panic: oh no", "", ...goroutine, "exit status 2"),
      ["* panic panic|oh no 2-7"],
    ],
    [
      "a panic with a signal",
      fenced("panic: x", "[signal SIGSEGV: segmentation violation code=0x1]", "", ...goroutine),
      ["* panic panic|x 2-7"],
    ],
    [
      "one word, with a goroutine",
      fenced("panic: EOF", "", ...goroutine),
      ["* panic panic|EOF 2-6"],
    ],
    [
      "a message of several lines",
      fenced("panic: one", "\ttwo", "", ...goroutine),
      ["* panic panic|one 2-7"],
    ],
    [
      "recovered and raised again",
      fenced("panic: x y [recovered, repanicked]", "", ...goroutine),
      ["* panic panic|x y 2-6"],
    ],
    [
      "a panic from a panic",
      fenced("panic: first", "\tpanic: second", "", ...goroutine),
      ["* panic panic|second 2-7"],
    ],
    [
      "without goroutines",
      fenced("panic: runtime error: index out of range [3] with length 3"),
      ["* panic panic|runtime error: index out of range [3] with length 3 2-2"],
    ],
    [
      "out of memory",
      fenced(
        "runtime: out of memory: 1 of 2",
        "fatal error: runtime: out of memory",
        "",
        ...goroutine,
      ),
      ["* panic fatal error|runtime: out of memory 2-7"],
    ],
    [
      "below the runtime's own stack",
      fenced(
        "fatal error: stack overflow",
        "",
        "runtime stack:",
        "runtime.throw(0x1)",
        "",
        ...goroutine,
      ),
      ["* panic fatal error|stack overflow 2-9"],
    ],
    [
      "served over HTTP",
      fenced("2024/01/02 15:04:05 http: panic serving 10.0.0.1:5: boom", ...goroutine),
      ["* panic panic|boom 2-5"],
    ],
    [
      "of an old runtime",
      fenced("throw: all goroutines are asleep - deadlock!", "", ...goroutine),
      ["* panic throw|all goroutines are asleep - deadlock! 2-6"],
    ],
    [
      "served over HTTP, set in",
      "\n    2024/01/02 15:04:05 http: panic serving 10.0.0.1:5: boom\n    goroutine 5 [running]:\n    main.f()\n        /a.go:3",
      ["* panic panic|boom 2-5"],
    ],
    [
      "caught by a framework",
      fenced("E0101 10:00:00.123456       1 runtime.go:79] Observed a panic: boom", ...goroutine),
      ["* panic panic|boom 2-5"],
    ],
    [
      "caught by gin",
      fenced(
        "2024/01/02 15:04:05 [Recovery] 2024/01/02 - 15:04:05 panic recovered:",
        "GET / HTTP/1.1",
        "",
        "boom",
        "/usr/local/go/src/runtime/panic.go:88 (0x1)",
        "\tgopanic: panic(x)",
        "/srv/main.go:3 (0x2)",
        "\tmain: f()",
      ),
      ["* panic panic|boom 2-9"],
    ],
    [
      "log.Fatal",
      fenced("2024/01/02 15:04:05 open x: no such file", "exit status 1"),
      ["* line -|open x: no such file 2-3"],
    ],
    [
      "in a title",
      "panic: close of closed channel\n\nHelp!",
      ["* inline panic|close of closed channel 1-1"],
    ],
    [
      "in a code span",
      "It dies with `panic: send on closed channel` at once.",
      ["* inline panic|send on closed channel 1-1"],
    ],
    [
      "in a sentence",
      "It dies with panic: runtime error: integer divide by zero",
      ["* inline panic|runtime error: integer divide by zero 1-1"],
    ],
    [
      "a race",
      fenced(
        "WARNING: DATA RACE",
        "Read at 0x1 by goroutine 7:",
        "  main.f()",
        "      /x.go:3 +0x1",
      ),
      ["* sanitizer DATA RACE| 2-5"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("names the calls, outermost first, and keeps the earlier panic as the cause", () => {
    const text = fenced(
      "panic: first",
      "\tpanic: second",
      "",
      "goroutine 7 [running]:",
      "github.com/a/b/v2.(*T[...]).Do(0x1, {0x2, 0x3})",
      "\t/go/pkg/mod/github.com/!big!co/b/v2@v2.0.1/t.go:9 +0x1f fp=0xc0 sp=0xc1 pc=0x4",
      "created by main.start in goroutine 1",
      "\tD:/src/start.go:4 +0x2",
      "",
      "goroutine 1 [select]:",
      "main.main()",
      "\tD:/src/main.go:8 +0x2",
    );
    const [report] = extract(text).reports;
    expect(report?.frames).toEqual([
      { file: "D:/src/start.go", line: 4, function: "main.start", inLibrary: false, package: null },
      {
        file: "/go/pkg/mod/github.com/!big!co/b/v2@v2.0.1/t.go",
        line: 9,
        function: "github.com/a/b/v2.(*T[...]).Do",
        inLibrary: true,
        package: "github.com/BigCo/b/v2",
      },
    ]);
    expect(report?.causes).toEqual([
      { type: "panic", message: "first", fullMessage: "first", line: 2 },
    ]);
  });

  it.each([
    ["/usr/local/go/src/net/http/server.go", "net/http.(*conn).serve", true, null],
    ["/usr/local/go/src/runtime/sema.go", "sync.runtime_Semacquire", true, null],
    ["runtime/proc.go", "runtime.main", true, null],
    [
      "/r/pkg/mod/golang.org/toolchain@v0.0.1-go1.21.0.linux-amd64/src/os/exec/exec.go",
      "os/exec.(*Cmd).Run",
      true,
      null,
    ],
    [
      "/r/pkg/mod/gopkg.in/yaml.v3@v3.0.1/decode.go",
      "gopkg.in/yaml%2ev3.Unmarshal",
      true,
      "gopkg.in/yaml.v3",
    ],
    ["github.com/a/b@v1.2.3/c/d.go", "github.com/a/b/c.f", true, "github.com/a/b"],
    ["/srv/app/vendor/go.uber.org/zap/core.go", "go.uber.org/zap.f", true, "go.uber.org/zap"],
    ["/srv/app/vendor/github.com/a/b/c/d.go", "github.com/a/b/c.f", true, "github.com/a/b"],
    ["/home/me/go/src/github.com/a/b/d.go", "github.com/a/b.f", false, null],
    ["/home/me/log/main.go", "main.main", false, null],
    [null, "main.main", false, null],
  ])("%s", (file, called, inLibrary, owner) => {
    expect(goOwnerOf(file, called)).toEqual({ inLibrary, package: owner });
  });
});

describe("what Go's tools print", () => {
  it.each([
    ["a compile error", fenced("./a.go:4:2: undefined: f"), ["* compiler error|undefined: f 2-2"]],
    [
      "its package",
      fenced("# example.com/a", "a.go:4:2: something new", "note: module requires Go 1.99"),
      ["* compiler error|something new 2-4"],
    ],
    [
      "on Windows",
      fenced(String.raw`C:\Users\J D\a.go:4:2: declared and not used: x`),
      ["* compiler error|declared and not used: x 2-2"],
    ],
    [
      "vet",
      fenced("vet: ./a.go:4:2: cannot use x (variable of type T) as U value"),
      ["* compiler error|cannot use x (variable of type T) as U value 2-2"],
    ],
    [
      "a missing sum",
      fenced(
        "a.go:4:2: missing go.sum entry for module providing package b; to add:",
        "\tgo mod download b",
      ),
      ["* compiler error|missing go.sum entry for module providing package b; to add: 2-3"],
    ],
    [
      "a module",
      fenced("go: downloading a v1.0.0", "go: a@v1.0.0: invalid version: unknown revision v1.0.0"),
      ["* build -|a@v1.0.0: invalid version: unknown revision v1.0.0 3-3"],
    ],
    [
      "a line of go.mod",
      fenced("go: errors parsing go.mod:", "/srv/go.mod:3: invalid go version '1.21.0'"),
      ["* build -|errors parsing go.mod: 2-3"],
    ],
    [
      "no compiler",
      fenced('cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH'),
      ['* build -|C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH 2-2'],
    ],
    [
      "a test",
      fenced("--- FAIL: TestA (0.00s)", "    a_test.go:9: got 1, want 2", "FAIL"),
      ["* test FAIL|got 1, want 2 2-4"],
    ],
    [
      "a test with -v",
      fenced("=== RUN   TestA", "    a_test.go:9: cannot open x", "--- FAIL: TestA (0.00s)"),
      ["* test FAIL|cannot open x 3-4"],
    ],
    [
      "the linker",
      fenced("# example.com/a", "main.main: relocation target main.f not defined"),
      ["* linker -|relocation target main.f not defined 3-3"],
    ],
    [
      "another linker",
      fenced(
        "/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1",
        "/usr/bin/ld: cannot find -lfoo",
        "collect2: error: ld returned 1 exit status",
      ),
      ["  linker -|running gcc failed: exit status 1 2-2", "* linker -|cannot find -lfoo 3-4"],
    ],
    [
      "a subtest with -v, below the line that names it",
      fenced(
        "=== RUN   TestA",
        "=== RUN   TestA/one",
        "this is printed",
        "    a_test.go:9: not one",
        "=== RUN   TestA/two",
        "    a_test.go:12: two",
        "--- FAIL: TestA (0.00s)",
        "    --- FAIL: TestA/one (0.00s)",
        "    --- PASS: TestA/two (0.00s)",
      ),
      ["* test FAIL|not one 5-9"],
    ],
    [
      "a panic of one word in a test",
      fenced("panic: init", "FAIL\texample.com/a\t0.003s"),
      ["* panic panic|init 2-2"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["a setting", fenced("panic: false")],
    ["a comment", fenced("// panic: runtime error: x y", "// a.go:1:2: undefined: y")],
    [
      "code",
      fenced('\tpanic("panic: it is gone")', 'log.Fatal("fatal error: concurrent map writes")'),
    ],
    ["a logger's line", fenced("main.go:12: cannot open the file, trying again")],
    [
      "progress",
      fenced(
        "go: downloading github.com/a/errors v0.9.1",
        "go: finding module for package b/invalid",
      ),
    ],
    ["a plain log", fenced("2024/01/02 15:04:05 listening on :8080")],
    [
      "a test that passed",
      fenced("=== RUN   TestA", "    a_test.go:9: invalid input", "--- PASS: TestA (0.00s)"),
    ],
    ["a wish", "f(0) must panic: runtime error: integer divide by zero"],
    ["a goroutine that only waits", fenced("goroutine 1 [running]:", "main.main()")],
  ])("nothing of %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("a runtime error that a program recovered from and printed", () => {
  it.each([
    [
      "above its goroutines",
      [
        "runtime error: index out of range",
        "",
        "goroutine 7 [running]:",
        "main.pick(0x1)",
        "\t/src/app/pick.go:9 +0x1b",
      ],
      ["* panic panic|runtime error: index out of range 2-6"],
    ],
    ["a heading above code", ["runtime error: ", "", "func main() {", "}"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
