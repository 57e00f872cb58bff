import { describe, expect, it } from "@jest/globals";
import { regionsOf } from "../../../src/extract/text/regions.ts";

function containers(text: string): string[] {
  return regionsOf(text.split("\n")).map(({ container, fence, info, quotes }) =>
    [container, fence || "", info, ">".repeat(quotes)].filter((part) => part !== "").join(" "),
  );
}

describe("regionsOf", () => {
  it.each([
    ["title and prose", "Title\n\nWords", ["title", "prose", "prose"]],
    ["no title without the empty line", "Words\nmore", ["prose", "prose"]],
    [
      "a fence and its language",
      "```Python\na\n```",
      ["fence 1 python", "fence 1 python", "fence 1 python"],
    ],
    ["tildes, never closed", "~~~\na\n\nb", ["fence 1", "fence 1", "fence 1", "fence 1"]],
    [
      "two fences",
      "```\na\n```\n```\nb\n```",
      ["fence 1", "fence 1", "fence 1", "fence 2", "fence 2", "fence 2"],
    ],
    ["indented code", "a\n\n    b", ["title", "prose", "indented"]],
    ["a form's heading", "### Log\n\na\n\nb", ["title", "prose", "prose", "prose", "prose"]],
    ["a later heading", "a\nb\n\n### Log", ["prose", "prose", "prose", "heading"]],
    ["a quoted fence", "> ```\n> a\n> ```", ["fence 1 >", "fence 1 >", "fence 1 >"]],
    ["a fence in a list", "- b\n  ```\n  a\n  ```", ["prose", "fence 1", "fence 1", "fence 1"]],
    [
      "HTML",
      "a\nb\n\n<pre>\nc\n\nd\n</pre>",
      ["prose", "prose", "prose", "html", "html", "html", "html", "html"],
    ],
    [
      "a template's comment",
      "a\nb\n\n<!-- fill in\n\nthis -->",
      ["prose", "prose", "prose", "comment", "comment", "comment"],
    ],
    [
      "a closing mark glued to the last line",
      "a\n```\nb```\nc\n```\nd\n```",
      ["prose", "fence 1", "fence 1", "prose", "fence 2", "fence 2", "fence 2"],
    ],
    [
      "a closing mark forgotten before a heading",
      "a\n```\nb\n\n### C\n```py\nd\n```",
      [
        "prose",
        "fence 1",
        "fence 1",
        "fence 1",
        "heading",
        "fence 2 py",
        "fence 2 py",
        "fence 2 py",
      ],
    ],
    [
      "a heading's mark within a fence that is closed",
      "a\n```\nb\n\n### c\n```\nd",
      ["prose", "fence 1", "fence 1", "fence 1", "fence 1", "fence 1", "prose"],
    ],
    [
      "a longer fence around a shorter one",
      "a\n````\n```\nb\n```\n````\nc",
      ["prose", "fence 1", "fence 1", "fence 1", "fence 1", "fence 1", "prose"],
    ],
    ["inline code at a line's start", "a\n```b``` c\nd", ["prose", "prose", "prose"]],
    ["a tag of no block's within a paragraph", "a\n<b>\nc", ["prose", "prose", "prose"]],
    ["a comment that is never closed", "a\n\n<!-- b\nc", ["title", "prose", "html", "html"]],
    [
      "indented text of a list item",
      "x\n- a\n\n  b\n\n      c",
      ["prose", "prose", "prose", "prose", "prose", "indented"],
    ],
  ])("%s", (_, text, expected) => {
    expect(containers(text)).toEqual(expected);
  });
});
