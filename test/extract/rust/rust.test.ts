import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { rustOwnerOf } from "../../../src/extract/rust/rust-package.ts";
import { fenced, told } from "../told.ts";

describe("panics of Rust", () => {
  it.each([
    [
      "old",
      fenced("thread 'main' panicked at 'no value', src/main.rs:3:9"),
      ["* panic panic|no value 2-2"],
    ],
    [
      "old, over several lines",
      fenced(
        "thread 'main' panicked at 'one",
        "two', src/main.rs:3:9",
        "note: run with `RUST_BACKTRACE=1`",
      ),
      ["* panic panic|one 2-4"],
    ],
    ["cut", fenced("thread 'main' panicked at 'no value'"), ["* panic panic|no value 2-2"]],
    ["a task", fenced("task 'a' failed at 'no', /x/y.rs:3"), ["* panic panic|no 2-2"]],
    [
      "new",
      fenced("thread 'a' panicked at src/main.rs:3:9:", "no value"),
      ["* panic panic|no value 2-3"],
    ],
    [
      "with a number",
      fenced("thread 'a' (12) panicked at src/main.rs:3:9:", "no"),
      ["* panic panic|no 2-3"],
    ],
    [
      "without a note, in front of a log",
      fenced("thread 'a' panicked at src/main.rs:3:9:", "no", "", "and then it went on"),
      ["* panic panic|no 2-3"],
    ],
    [
      "of a test",
      fenced(
        "---- a stdout ----",
        "thread 'a' panicked at a.rs:1:1:",
        "no",
        "note: run with",
        "",
        "failures:",
        "    a",
      ),
      ["* panic panic|no 3-5"],
    ],
    [
      "joined by the reporter",
      "thread 'main' panicked at src/a.rs:1:2: no value",
      ["* panic panic|no value 1-1"],
    ],
    [
      "in the browser",
      fenced("panicked at src/lib.rs:3:9:", "no", "", "Stack:", ""),
      ["* panic panic|no 2-3"],
    ],
    [
      "of color-eyre",
      fenced(
        "The application panicked (crashed).",
        "Message:  no value",
        "Location: src/main.rs:3",
      ),
      ["* panic panic|no value 2-4"],
    ],
    [
      "of the compiler",
      fenced(
        "thread 'rustc' panicked at 'no', compiler/x.rs:1:2",
        "error: internal compiler error: unexpected panic",
        "",
        "note: we would appreciate a bug report: https://github.com/rust-lang/rust",
        "query stack during panic:",
        "#0 [typeck] type-checking `main`",
        "end of query stack",
      ),
      ["* panic panic|no 2-8"],
    ],
    [
      "with notes of its own",
      fenced(
        "thread 'a' panicked at a.rs:1:1:",
        "wgpu error: Validation Error",
        "",
        "Caused by:",
        "    In a RenderPass",
        "      note: encoder = `x`",
        "",
        "note: run with `RUST_BACKTRACE=1`",
      ),
      ["* panic panic|wgpu error: Validation Error 2-9"],
    ],
    [
      "of the compiler, announced first",
      fenced(
        "error: internal compiler error: unexpected panic",
        "note: this is a bug",
        "thread 'rustc' panicked at 'no', x.rs:1",
      ),
      ["* panic panic|no 2-4"],
    ],
    [
      "in a sentence",
      "I see `thread 'main' panicked at 'no value', src/main.rs:3:9` now",
      ["* inline panic|no value 1-1"],
    ],
    [
      "overflow",
      fenced("thread 'a' has overflowed its stack", "fatal runtime error: stack overflow"),
      ["* crash fatal runtime error|stack overflow 2-3"],
    ],
    [
      "no memory",
      fenced("memory allocation of 64 bytes failed", "Aborted (core dumped)"),
      ["* crash -|memory allocation of 64 bytes failed 2-3"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("takes the place for the only call where no backtrace was printed", () => {
    const text = fenced(
      String.raw`thread 'a' panicked at C:\Users\x\.cargo\registry\src\index.crates.io-6f17\bevy_ecs-0.12.0\src\a.rs:19:9:`,
      "no",
    );
    expect(extract(text).reports[0]?.frames).toEqual([
      {
        file: String.raw`C:\Users\x\.cargo\registry\src\index.crates.io-6f17\bevy_ecs-0.12.0\src\a.rs`,
        line: 19,
        function: null,
        inLibrary: true,
        package: "bevy_ecs",
      },
    ]);
  });

  it.each([
    ["/rustc/a55d/library/std/src/panicking.rs", "rust_begin_unwind", true, null],
    ["library/core/src/option.rs", "core::option::unwrap_failed", true, null],
    [
      "/h/.cargo/registry/src/github.com-1ecc/openssl-src-111.22.0+1.1.1q/src/lib.rs",
      null,
      true,
      "openssl-src",
    ],
    ["/h/.cargo/git/checkouts/iced-f01c/fb23e4c/src/program.rs", null, true, "iced-f01c"],
    ["vendor/serde/src/de.rs", null, true, "serde"],
    ["src/main.rs", "app::main", false, null],
    [null, "core::fmt::write", true, null],
    [null, "<clap::Arg as core::clone::Clone>::clone", true, "clap"],
    [null, "rustc_middle[e63663f80c63ef31]::ty::fold", true, "rustc_middle"],
    [null, "main", false, null],
    [null, "_start", true, null],
  ])("%s %s", (file, called, inLibrary, owner) => {
    expect(rustOwnerOf(file, called)).toEqual({ inLibrary, package: owner });
  });
});

describe("errors of Rust's tools and of programs in Rust", () => {
  const place = " --> src/main.rs:2:5";
  it.each([
    [
      "with a code",
      fenced("error[E0425]: no x", place, "  |", "2 |     x", "  |     ^"),
      ["* compiler E0425|no x 2-6"],
    ],
    ["without a code", fenced("error: expected `;`", place), ["* compiler error|expected `;` 2-3"]],
    [
      "with its summary",
      fenced("error[E0425]: no x", place, "", "error: aborting due to 1 previous error"),
      ["* compiler E0425|no x 2-5"],
    ],
    ["short", fenced("src/main.rs:2:5: error[E0425]: no x"), ["* compiler E0425|no x 2-2"]],
    [
      "of old compilers",
      fenced("a.rs:2:5: 2:6 error: unresolved name `x` [E0425]", "a.rs:2     x", "           ^"),
      ["* compiler E0425|unresolved name `x` 2-4"],
    ],
    [
      "of the old playground",
      "<anon>:5:9: 5:10 error: no x\n<anon>:5     y\n             ^\nerror: aborting due to previous error",
      ["* compiler error|no x 1-4"],
    ],
    [
      "a bug of the compiler",
      fenced(
        "error: internal compiler error: a.rs:3:1: no x",
        place,
        "",
        "thread 'rustc' panicked at a.rs:3:1:",
        "Box<dyn Any>",
        "stack backtrace:",
        "   0: rustc_a::f",
      ),
      ["* panic internal compiler error|a.rs:3:1: no x 2-8"],
    ],
    ["in a sentence", "I get `error[E0425]: no x` here", ["* inline E0425|no x 1-1"]],
    [
      "of other compilers' boxes",
      fenced("error: Command not found", "   ┌─ shell:17:2", "   │", "17 │ ls", "   │ ^^"),
      ["* compiler error|Command not found 2-6"],
    ],
    [
      "linking",
      fenced(
        "error: linking with `cc` failed: exit status: 1",
        "  |",
        "  = note: ld: library not found for -lfoo",
      ),
      ["* linker error|linking with `cc` failed: exit status: 1 2-4"],
    ],
    [
      "cargo",
      fenced("error: no matching package named `x` found", "location searched: registry"),
      ["* build error|no matching package named `x` found 2-3"],
    ],
    [
      "a signal",
      fenced(
        "error: process didn't exit successfully: `a` (signal: 11, SIGSEGV: invalid memory reference)",
      ),
      ["* crash SIGSEGV|invalid memory reference 2-2"],
    ],
    [
      "a failed test run",
      fenced("error: test failed, to rerun pass `--lib`"),
      ["* test error|test failed, to rerun pass `--lib` 2-2"],
    ],
    [
      "a crate that did not compile",
      fenced("error: could not compile `x` (bin)"),
      ["* build error|could not compile `x` (bin) 2-2"],
    ],
    ["anyhow", fenced("Error: no x", "", "Caused by:", "    no y"), ["* line Error|no x 2-5"]],
    [
      "Debug",
      fenced('Error: Custom { kind: Other, error: "x" }'),
      ['* line Error|Custom { kind: Other, error: "x" } 2-2'],
    ],
    [
      "miette",
      fenced("  × no x", "   ╭─[a.toml:1:1]", " 1 │ x", "   ╰────"),
      ["* line Error|no x 2-5"],
    ],
    [
      "miette with a code",
      fenced("Error: a::b", "", "  × no x", "  help: y"),
      ["* line a::b|no x 2-5"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["a warning", fenced("warning: unused variable: `error`", place, "  |", "2 |     error")],
    ["a doc comment", fenced("/// thread 'main' panicked at 'no', src/main.rs:3:9")],
    ["code", fenced('panic!("error[E0425]: no x");', 'println!("Error: {}", e);')],
    ["a value", fenced("Error::Glob { glob: None, ref err } => write!(f, x),")],
    ["a list with crosses", fenced("  × not supported", "  × not planned")],
    ["a test that should panic", fenced("test a - should panic ... ok")],
    ["prose", "The thread 'main' panicked at some point"],
  ])("nothing of %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("a panic whose lines were joined", () => {
  it.each([
    [
      "with the indentation of its message",
      "thread 'main' panicked at src/main.rs:3:9:         no entry for key",
      ["* panic panic|no entry for key 3-3"],
    ],
    ["no words behind the place", "The thread panicked at src/main.rs:3:9:         ", []],
  ])("%s", (_, line, expected) => {
    expect(told(`It stops\n\n${line}\n\nAny idea?`)).toEqual(expected);
  });
});
