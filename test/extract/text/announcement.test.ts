import { describe, expect, it } from "@jest/globals";
import { announcementIn, announcementsOf } from "../../../src/extract/text/announcement.ts";
import { regionsOf } from "../../../src/extract/text/regions.ts";

describe("what words announce", () => {
  it.each([
    ["I get this error:", "error"],
    ["It worked yesterday. Now the build fails with:", "error"],
    ["Getting following error while start the server", "error"],
    ["报错如下", "error"],
    ["启动失败，提示：", "error"],
    ["### Error message", "error"],
    ["**Stack trace**", "error"],
    ["### Relevant log output", "output"],
    ["##### ACTUAL RESULTS", "output"],
    ["It prints", "output"],
    ["It prints nothing", null],
    ["It prints:", "output"],
    ["Then it crashed", "output"],
    ["The following code fails:", null],
    ["This should throw an error:", "wish"],
    ["Expected error message:", "wish"],
    ["### Expected behavior", "wish"],
    ["After this change there is no error:", null],
    ["It works fine without errors:", null],
    ["### Steps to reproduce", null],
    ["My configuration:", null],
    ["", null],
  ] as const)("%s", (text, expected) => {
    expect(announcementIn(text)).toBe(expected);
  });
});

describe("which lines are announced", () => {
  it.each([
    [
      "a fence below a sentence",
      "It\nfails with:\n\n```\na\n```",
      [null, null, null, "error", "error", "error"],
    ],
    [
      "only the first block",
      "It fails with:\n```\na\n```\n```\nb\n```",
      [null, "error", "error", "error", null, null, null],
    ],
    [
      "all blocks of a section",
      "### Error\n```\na\n```\n```\nb\n```",
      [null, "error", "error", "error", "error", "error", "error"],
    ],
    [
      "a block of source code less",
      "It fails with:\n```json\n{}\n```",
      [null, "output", "output", "output"],
    ],
    [
      "a heading inside a fence",
      "```\na\n### Relevant log output\nb\n```",
      [null, null, null, "output", "output"],
    ],
    [
      "an indented block",
      "a\nIt fails with:\n\n    a\n    b",
      [null, null, null, "error", "error"],
    ],
    ["prose right below a colon", "It fails with:\na\nb", [null, "error", null]],
    ["prose below other prose", "It fails\na", [null, null]],
  ])("%s", (_, text, expected) => {
    const lines = text.split("\n");
    expect(announcementsOf(lines, regionsOf(lines))).toEqual(expected);
  });
});
