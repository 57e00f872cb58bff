import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { RE2JS } from "re2js";
import { foldCase, foldUnit, lineAt, plainText, wordingText } from "../../src/match/fold.ts";

describe("foldCase", () => {
  it("sees the same letters as equal as the engine does", () => {
    const classes = new Map<number, string[]>();
    for (let unit = 0x20; unit < 0x1_00_00; unit++) {
      const members = classes.get(foldUnit(unit)) ?? [];
      members.push(String.fromCharCode(unit));
      classes.set(foldUnit(unit), members);
    }
    const different: string[] = [];
    for (const members of [...classes.values()].filter(({ length }) => length > 1)) {
      const near = new Set(
        members.flatMap((each) => [each, each.toUpperCase(), each.toLowerCase()]),
      );
      const engine = RE2JS.compile(RE2JS.quote(members[0] ?? ""), RE2JS.CASE_INSENSITIVE);
      for (const character of [...near].filter(({ length }) => length === 1)) {
        const isEqual = engine.matches(character);
        if (isEqual !== members.includes(character)) {
          different.push(`${members[0]} ${character}`);
        }
      }
    }
    expect(different).toEqual([]);
  });

  it("keeps the length, so that offsets stay valid", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldCase(text)).toHaveLength(text.length);
      }),
    );
  });

  it.each([
    ["K (Kelvin) and long s", "\u212a\u017f", "ks"],
    ["final sigma", "\u03a3\u03c2", "\u03c3\u03c3"],
    ["Turkish letters, which fold to themselves", "\u0130\u0131", "\u0130\u0131"],
    ["a letter outside of the BMP, left to the engine", "\u{10400}", "\u{10400}"],
    ["Chinese", "模型 CUDA", "模型 cuda"],
  ])("folds %s", (_name, text, expected) => {
    expect(foldCase(text)).toBe(expected);
  });
});

describe("plainText", () => {
  it("makes one line with straight quotes and single spaces", () => {
    expect(plainText(" The `model`\r\n\t has \u201cno\u201d  data ").text).toBe(
      "The 'model' has 'no' data",
    );
  });

  it("remembers where the lines began", () => {
    const plain = plainText("first line\n  second\n\nthird");
    expect(plain.lineStarts).toEqual([0, 11, 18, 18]);
    expect([0, 10, 11, 20].map((offset) => lineAt(plain, offset))).toEqual([0, 0, 1, 3]);
  });
});

describe("wordingText", () => {
  it("drops the quotes and the case", () => {
    expect(wordingText("Can\u2019t use `Device_Map`='auto'\n ' here").text).toBe(
      "cant use device_map=auto here",
    );
  });
});
