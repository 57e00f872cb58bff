import { describe, expect, it } from "@jest/globals";
import { foldCase, plainText } from "../../src/match/fold.ts";
import { findPattern, occursPattern } from "../../src/match/pattern.ts";
import { openedPattern } from "./hand-built.ts";

describe.each([
  ["findPattern", (regex: string, text: string) => find(regex, text, findPattern) !== null],
  ["occursPattern", (regex: string, text: string) => find(regex, text, occursPattern)],
])("%s", (_function, holds) => {
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
    expect(holds(regex, text)).toBe(expected);
  });
});

describe("findPattern", () => {
  it("says where it matched and on which literals", () => {
    const text = "RuntimeError: got 12 of 13";
    expect(findPattern(openedPattern("got (\\d+) of"), text, foldCase(text))).toEqual({
      start: 14,
      end: 23,
      literals: ["got ", " of"],
    });
  });

  it("reads no more than its budget", () => {
    const text = "got 12";
    expect(findPattern(openedPattern("got \\d+"), text, text, { engine: 5 })).toBeNull();
  });
});

function find<Found>(
  regex: string,
  text: string,
  by: (
    pattern: ReturnType<typeof openedPattern>,
    text: string,
    folded: string,
    budget: { engine: number },
  ) => Found,
): Found {
  const { text: plain } = plainText(text);
  return by(openedPattern(regex), plain, foldCase(plain), { engine: 1_000 });
}
