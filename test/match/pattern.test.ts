import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { RE2JS } from "re2js";
import { foldCase, plainText } from "../../src/match/fold.ts";
import { buildLiteralIndex, findCandidates } from "../../src/match/literal-index.ts";
import { compilePattern, findPattern } from "../../src/match/pattern.ts";
import type { Pattern } from "../../src/match/pattern.ts";

function compile(regex: string): Pattern {
  const result = compilePattern(regex);
  if (!result.ok) {
    throw new Error(`${regex}: ${result.problem}`);
  }
  return result.pattern;
}

function find(regex: string, text: string): boolean {
  const plain = plainText(text).text;
  return findPattern(compile(regex), plain, foldCase(plain)) !== null;
}

describe("compilePattern", () => {
  it.each([
    ["a quote of any kind", "Can\u2019t use `(?P<name>\\w+)`", "Can't use '(?<name>\\w+)'"],
    ["a class of quotes", "[`'\"]auto[\u201d']", "'auto'"],
    ["quotes among others", "[^`]+ failed in [a-z'\"]+", "[^'`]+ failed in ['a-z'\"]+"],
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
    ["counted repetition", "(?:abc?){500}x{500}", "instructions"],
    ["nested repetition", "((fail){50}){50}", "instructions"],
    ["a Unicode class", "error \\p{L}+", "read differently"],
    ["a quotation", "\\Qa.b\\E", "read differently"],
    ["a POSIX class", "error [[:digit:]]+", "read differently"],
    ["no literal", "\\d+[ab]\\w+", "without any literal"],
    ["a way without a literal", "CUDA error|.*", "without any literal"],
    ["broken syntax", "foo(bar", "not a valid regex"],
  ])("refuses %s", (_name, regex, problem) => {
    expect(compilePattern(regex)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  it("expands alternatives to literal sequences and knows which need no engine", () => {
    expect(compile("(?:No|Kein) file.*named (\\w+)\\.bin").sequences).toEqual([
      { literals: ["no file", "named ", ".bin"], isExact: false },
      { literals: ["kein file", "named ", ".bin"], isExact: false },
    ]);
    expect(compile("You cannot set.*device_map.*device").sequences).toEqual([
      { literals: ["you cannot set", "device_map", "device"], isExact: true },
    ]);
  });
});

describe("findPattern", () => {
  it.each([
    ["other case", "CUDA out of memory", "cuda OUT of Memory", true],
    [
      "a hard-wrapped message",
      "found at least two devices, .* and cpu",
      "found at\n  least two devices,\ncuda:0 and cpu!",
      true,
    ],
    ["other quotes", "'NoneType' object", "\u2018NoneType\u2019 object", true],
    ["literals in the wrong order", "first.*second", "second first", false],
    ["what only the engine can tell", "size of \\d+ MiB", "size of many MiB", false],
    ["the second way", "foo \\d|bar \\d", "foo x, bar 7", true],
    ["an anchored pattern in the middle", "^missing key", "a missing key", false],
  ])("%s", (_name, regex, text, expected) => {
    expect(find(regex, text)).toBe(expected);
  });

  it("says where it matched and on which literals", () => {
    const text = "RuntimeError: got 12 of 13";
    expect(findPattern(compile("got (\\d+) of"), text, foldCase(text))).toEqual({
      start: 14,
      end: 23,
      literals: ["got ", " of"],
    });
  });

  it("reads no more than its budget", () => {
    const text = "got 12";
    expect(findPattern(compile("got \\d+"), text, text, { engine: 5 })).toBeNull();
  });
});

describe("literal index", () => {
  const words = [
    "error",
    "Kelvin",
    "\u212aelvin",
    "loss",
    "lo\u017fs",
    "模型加载",
    "失败了",
    "a",
    "XY",
    "Straße",
    "'q'",
    "model",
  ];
  const glue = ["", " ", ".*", "\\s+", "\\d+", "[ab]+", "(?:x|yy)", "s?", "\n"];
  const regexes = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...glue)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pairs) => pairs.flat().join(""));
  const texts = fc
    .array(
      fc.constantFrom(...words, " ", "\n", "\r\n", "7", "ab", "ERROR", "x", "YY", "\u201cq\u201d"),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(""));

  it("with confirmation finds the same as a loop over the engine", () => {
    fc.assert(
      fc.property(fc.array(regexes, { maxLength: 12 }), texts, (sources, text) => {
        const patterns = sources.map(compile);
        const plain = plainText(text).text;
        const folded = foldCase(plain);
        const needles = patterns.flatMap(({ sequences }, owner) =>
          sequences.map(({ literals }) => ({ owner, literals })),
        );
        const index = buildLiteralIndex(needles, patterns.length);
        const found = findCandidates(index, folded).filter(
          (owner) => findPattern(patterns[owner] ?? compile("never"), plain, folded) !== null,
        );
        const loop = [...patterns.keys()].filter((owner) =>
          RE2JS.compile(patterns[owner]?.source ?? "", RE2JS.CASE_INSENSITIVE)
            .matcher(plain)
            .find(),
        );
        expect(found).toEqual(loop);
      }),
      { numRuns: 500 },
    );
  });
});
