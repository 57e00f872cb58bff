import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { clip, fencedCode, inlineCode, oneLine, plainWord } from "../../src/render/escape.ts";

describe("inlineCode", () => {
  it.each([
    ["plain", "a b", "`a b`"],
    ["backtick inside", "a `b` c", "``a `b` c``"],
    ["backtick at the edge", "`b`", "`` `b` ``"],
    ["several lines", " a\n\tb\r\n", "`a b`"],
    ["control characters", "a\u0000\u001B[31mb\u202Ec", "`a[31mbc`"],
    ["nothing", " \n", ""],
  ])("%s", (_, text, markdown) => expect(inlineCode(text)).toBe(markdown));

  it("is one piece of inline code, whatever the text", () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom("`", "``", "\\", "\n", "<b>", "@a"), fc.string()),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const line = oneLine(parts.join(""));
        const root = fromMarkdown(`> x ${inlineCode(line)} y`);
        const code = line === "" ? [] : [{ type: "inlineCode", value: line }];
        expect(inlineCodeOf(root)).toEqual(code);
        expect(root.children).toHaveLength(1);
      }),
    );
  });
});

describe("fencedCode", () => {
  it("has a fence longer than any inside", () => {
    expect(fencedCode("a\n````\nb", "python")).toBe("`````python\na\n````\nb\n`````");
  });

  it("drops a language that is no name", () => {
    expect(fencedCode("a", "py`thon <b>")).toBe("```\na\n```");
  });
});

describe("clip", () => {
  it.each([
    ["short", "abc", 3, "abc"],
    ["long", "abcdef", 4, "abc…"],
    ["never half a character", "ab😀cd", 4, "ab…"],
  ])("%s", (_, text, length, clipped) => expect(clip(text, length)).toBe(clipped));
});

describe("plainWord", () => {
  it.each([
    ["0.34.2+cu121", "0.34.2+cu121"],
    ["flash-attn", "flash-attn"],
    ["1234567", "`1234567`"],
    ["2.5.0+abc1234", "`2.5.0+abc1234`"],
    ["GH-12", "`GH-12`"],
    ["@team", "`@team`"],
    ["www.example.org", "`www.example.org`"],
    ["<b>", "`<b>`"],
  ])("%s", (text, markdown) => expect(plainWord(text)).toBe(markdown));
});

function inlineCodeOf(node: object): object[] {
  if ("type" in node && node.type === "inlineCode" && "value" in node) {
    return [{ type: node.type, value: node.value }];
  }
  const children: unknown = "children" in node ? node.children : [];
  return Array.isArray(children) ? children.flatMap((child: object) => inlineCodeOf(child)) : [];
}
