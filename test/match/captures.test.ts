import { describe, expect, it } from "@jest/globals";
import { readCaptures } from "../../src/match/captures.ts";
import { openedPattern } from "./hand-built.ts";

const pattern = openedPattern("No module named (?P<module>.+), asked by (?P<user>.*)");

function capture(text: string): Record<string, string> {
  return readCaptures(pattern, text, { engine: 10_000 });
}

describe("readCaptures", () => {
  it.each([
    [
      "names as they stand",
      "No module named Flash_Attn, asked by me",
      { module: "Flash_Attn", user: "me" },
    ],
    ["no Markdown", "No module named [x](http://y), asked by me", { user: "me" }],
    ["no mention", "No module named torch, asked by @org/team", { module: "torch" }],
    ["no control characters", "No module named a\u202eb, asked by \u0007", {}],
    ["nothing long", `No module named ${"x".repeat(81)}, asked by y`, { user: "y" }],
    ["nothing of another text", "All modules are there", {}],
  ])("keeps %s", (_name, text, expected) => {
    expect(capture(text)).toEqual(expected);
  });
});
