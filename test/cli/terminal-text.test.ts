import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { terminalJson, terminalText } from "../../src/cli/terminal-text.ts";

describe("terminalText", () => {
  it.each([
    ["\u001b[31mred\u001b[0m", "[31mred[0m"],
    ["\u009b2Jclear\u0007", "2Jclear"],
    ["one\r\ntwo\rthree\tfour\n", "one\ntwothree\tfour\n"],
    ["turned \u202egnp.exe", "turned gnp.exe"],
    ["中文 — ok", "中文 — ok"],
  ])("makes %j safe", (text, safe) => {
    expect(terminalText(text)).toBe(safe);
  });
});

describe("terminalJson", () => {
  it("is the same value without a control character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = terminalJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      }),
    );
  });
});
