import { describe, expect, it } from "@jest/globals";
import { readJuliaCall } from "../../../src/extract/scripting/julia-frame.ts";
import { readRCall } from "../../../src/extract/scripting/r-call.ts";
import { fenced, told } from "../told.ts";

describe("R", () => {
  it.each([
    [
      "one line",
      ["Error in f(x) : object 'y' not found"],
      ["* line Error|object 'y' not found 2-2"],
    ],
    [
      "a long call",
      [
        "Error in library(cellr, lib.loc = NULL) : ",
        "  there is no package called ‘cellr’",
        "Execution halted",
      ],
      ["* line Error|there is no package called ‘cellr’ 2-4"],
    ],
    ["no call", ["Error: object 'y' not found"], ["* line Error|object 'y' not found 2-2"]],
    [
      "no call, of a package's loading",
      [
        "Error: package or namespace load failed for ‘a’ in loadNamespace(i):",
        " there is no package called ‘b’",
      ],
      ["* line Error|package or namespace load failed for ‘a’ in loadNamespace(i): 2-2"],
    ],
    [
      "rlang",
      [
        "Error in `mutate()`:",
        "! Problem while computing `x`.",
        "Caused by error in `f()`:",
        "! no y",
        "Run `rlang::last_trace()` to see where the error occurred.",
      ],
      ["* line Error|Problem while computing `x`. 2-6"],
    ],
    ["knitr", ["f(1)", "## Error in f(1): no y", "x <- 2"], ["* line Error|no y 3-3"]],
    [
      "German",
      ["Fehler in f(x) : Objekt 'y' nicht gefunden"],
      ["* line Fehler|Objekt 'y' nicht gefunden 2-2"],
    ],
    [
      "French",
      ["Erreur dans f(x) : objet 'y' introuvable"],
      ["* line Erreur|objet 'y' introuvable 2-2"],
    ],
    [
      "Japanese",
      ["以下にエラー f(x) :  オブジェクト 'y' がありません"],
      ["* line 以下にエラー|オブジェクト 'y' がありません 2-2"],
    ],
    [
      "installing",
      ["ERROR: dependency ‘b’ is not available for package ‘a’", "* removing ‘/usr/lib/R/a’"],
      ["* build ERROR|dependency ‘b’ is not available for package ‘a’ 2-3"],
    ],
    ["a warning", ["Warning in f(1) : NAs introduced", "Warning message:", "#> Warning: x"], []],
    ["code", ["# Error in f(x) : y", 'stop("Error in f(x) : y")'], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["  2. │ └─dplyr:::mutate.data.frame(., x = 1)", "dplyr:::mutate.data.frame", "dplyr", null],
    [" 1. ├─base::stop(cond)", "base::stop", null, null],
    ["  3. └─shop:::open(x) at R/shop.R:12:2", "shop:::open", "shop", 12],
  ])("%s is a call", (text, name, owner, line) => {
    expect(readRCall(text)).toMatchObject({ function: name, package: owner, line });
  });
});

describe("Julia", () => {
  it.each([
    [
      "wrappers around an error",
      [
        "ERROR: LoadError: InitError: UndefVarError: `x` not defined",
        "Stacktrace:",
        " [1] top-level scope",
        "   @ ~/a.jl:3",
        "in expression starting at /a.jl:3",
        "during initialization of module A",
      ],
      ["* tb UndefVarError|`x` not defined 2-6"],
    ],
    [
      "no type",
      [
        "ERROR: syntax: incomplete: premature end of input",
        "Stacktrace:",
        " [1] top-level scope at none:1",
      ],
      ["* tb ERROR|syntax: incomplete: premature end of input 2-4"],
    ],
    [
      "no stack",
      ["ERROR: UndefVarError: x not defined"],
      ["* line UndefVarError|x not defined 2-2"],
    ],
    [
      "an older cause",
      ["ERROR: A failed", "Stacktrace:", " [1] f() at /a.jl:3", "caused by [exception 1]"],
      ["* tb ERROR|A failed 2-4"],
    ],
    [
      "another tool's error",
      ["ERROR: failed to solve: process did not complete"],
      ["* build ERROR|failed to solve: process did not complete 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    [[" [1] f(x::Int64)", "   @ Main ~/a.jl:3 [inlined]"], "f", "~/a.jl", 3, null],
    [
      [" [2] g(::A.B) at /x/.julia/packages/Plots/sxUvK/src/plot.jl:12"],
      "g",
      "/x/.julia/packages/Plots/sxUvK/src/plot.jl",
      12,
      "Plots",
    ],
    [
      ['  [3] (::var"#1#2")()', "    @ Base ./task.jl:484"],
      '(::var"#1#2")',
      "./task.jl",
      484,
      null,
    ],
  ])("%j is a call", (texts, name, file, ...[line, owner]) => {
    const lines = texts.map((text, index) => ({
      line: index + 1,
      text,
      container: "fence" as const,
      stamp: null,
      announced: null,
    }));
    expect(readJuliaCall(lines, 0)?.frame).toMatchObject({
      function: name,
      file,
      line,
      package: owner,
    });
  });
});

describe("records of Julia's logging", () => {
  it.each([
    [
      "with an exception and its stack",
      [
        "┌ Error: Unknown error during eval",
        "│   exception =",
        "│    MethodError: no method matching f(::Int)",
        "│    Closest candidates are:",
        "│      f(::Bool)",
        "│    Stacktrace:",
        "│      [1] g(x::Int)",
        "│        @ Base ./task.jl:17",
        "└ @ Main x.jl:3",
        "other output",
      ],
      ["* tb MethodError|no method matching f(::Int) 2-10"],
    ],
    [
      "without one",
      ["┌ Error: could not reach the worker", "│   id = 3", "└ @ Main x.jl:3"],
      ["* log Error|could not reach the worker 2-4"],
    ],
    ["of a lower level", ["┌ Warning: KeyError is caught", "│   key = 3", "└ @ Main x.jl:3"], []],
    ["of a box in a drawing", ["┌ Errors ┐", "│ none   │", "└────────┘"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
