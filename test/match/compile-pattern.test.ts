import { describe, expect, it } from "@jest/globals";
import type { CharacterRun } from "../../src/match/character-run.ts";
import { compilePattern } from "../../src/match/compile-pattern.ts";
import type { CompiledPattern } from "../../src/match/pattern.ts";

function compile(regex: string): CompiledPattern {
  const result = compilePattern(regex);
  if (!result.ok) {
    throw new Error(`${regex}: ${result.problem}`);
  }
  return result.pattern;
}

function run(characters: string, bounds: Partial<CharacterRun> = {}): CharacterRun {
  return { characters, isNegated: false, min: 1, max: null, ...bounds };
}

function not(characters: string, bounds: Partial<CharacterRun> = {}): CharacterRun {
  return { characters, isNegated: true, min: 0, max: null, ...bounds };
}

describe("compilePattern", () => {
  it.each([
    ["a quote of any kind", "Can\u2019t use `(?P<name>\\w+)`", "Can't use '(?<name>\\w+)'"],
    ["a class of quotes", "[`'\"]auto[\u201d']", "'auto'"],
    ["quotes among others", "[^`]+ failed in [a-z'\"]+", "[^'`]+ failed in [a-z'\"]+"],
    ["white space that is several", "failed:\\n\\s+at  line", "failed: at line"],
    ["white space that may be missing", "foo\\s*bar", "foo ?bar"],
    ["flags in front", "(?im)^error: \\d+ bytes$", "error: \\d+ bytes"],
    ["an escaped parenthesis before P", "call\\(?P<x", "call\\(?P<x"],
  ])("rewrites %s", (_name, regex, source) => {
    expect(compile(regex).source).toBe(source);
  });

  it.each([
    ["lookahead", "(?!foo)bar failed", "lookaround"],
    ["backreference", "(error) \\1", "backreference"],
    ["a large number", "failed (?:after )?x{501}", "repeats `x` 501 times"],
    ["counted repetition", "(?:abc?){500}x{500}", "instructions"],
    ["nested repetition", "((fail){50}){50}", "instructions"],
    ["a Unicode class", "error \\p{L}+", "read differently"],
    ["a quotation", "\\Qa.b\\E", "read differently"],
    ["a POSIX class", "error [[:digit:]]+", "read differently"],
    ["no literal", "\\d+[ab]\\w+", "without any literal"],
    ["a way without a literal", "CUDA error|.*", "without any literal"],
    ["broken syntax", "foo(bar", "not a valid regex"],
  ])("refuses %s", (_name, regex, problem) => {
    expect(compilePattern(regex)).toEqual({
      ok: false,
      problem: expect.stringContaining(problem),
      mend: expect.stringMatching(/^[A-Z].*[^.]$/),
    });
  });

  it("expands alternatives to literal sequences and knows which need no engine", () => {
    const { sequences } = compile("(?:No|Kein) file.*named (?:\\w+|[\u4e00-\u9fff]x)\\.bin");
    expect(sequences.map(({ literals, pieces }) => [literals, pieces !== null])).toEqual([
      [["no file", "named ", ".bin"], true],
      [["no file", "named ", "x.bin"], false],
      [["kein file", "named ", ".bin"], true],
      [["kein file", "named ", "x.bin"], false],
    ]);
  });

  it.each([
    ["You cannot set.*device_map.*device", true],
    ["You cannot set.+device_map", false],
    ["a size of \\d+ MiB", false],
  ])("knows of %s whether the order of its literals is all", (regex, isExact) => {
    expect(compile(regex).sequences.map((sequence) => sequence.isExact)).toEqual([isExact]);
  });

  it.each([
    [
      "foo+ [0-9A-F]{2,4}?",
      ["foo", run("o", { min: 0 }), " ", run("0123456789abcdef", { min: 2, max: 4 })],
    ],
    ["no [^'\"]* x?y", ["no ", not("\"'"), " ", run("x", { min: 0, max: 1 }), "y"]],
    [
      "a\\s*b.c\\S",
      [
        "a",
        run(" ", { min: 0, max: 1 }),
        "b",
        not("", { min: 1, max: 1 }),
        "c",
        not(" ", { min: 1, max: 1 }),
      ],
    ],
    ["end$", null],
    ["one (?:two )?three", null],
    ["\\bword", null],
    ["not [^\u00e9]+ this", null],
  ])("takes %s apart", (regex, pieces) => {
    expect(compile(regex).sequences.map((sequence) => sequence.pieces)).toEqual([pieces]);
  });
});
