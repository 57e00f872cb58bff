import { describe, expect, it } from "@jest/globals";
import { codeSpans } from "../../../src/extract/text/code-spans.ts";

describe("codeSpans", () => {
  it.each([
    ["one", "it says `ValueError: x` here", ["ValueError: x"]],
    ["two", "`ValueError: x` and `KeyError: y`", ["ValueError: x", "KeyError: y"]],
    ["backticks inside longer runs", "``a `b` c``", ["a `b` c"]],
    [
      "a message with names in backticks, put into backticks",
      "`ValueError: Calling `cuda()` is not supported for `8-bit` models.`",
      ["ValueError: Calling `cuda()` is not supported for `8-bit` models."],
    ],
    ["blanks inside the marks", "` a ` b `c`", ["a", "c"]],
    ["none", "a `b", []],
  ])("reads %s", (_name, text, spans) => {
    expect(codeSpans(text)).toEqual(spans);
  });
});
