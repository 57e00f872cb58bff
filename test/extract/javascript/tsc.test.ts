import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

describe("TypeScript's and Angular's compilers", () => {
  it.each([
    [
      "plain",
      [
        "src/a.ts(12,5): error TS2322: Type 'A' is not assignable to type 'B'.",
        "  Types of property 'x' are incompatible.",
        "src/a.ts(14,1): error TS2304: Cannot find name 'y'.",
      ],
      [
        "* compiler TS2322|Type 'A' is not assignable to type 'B'. 2-3",
        "  compiler TS2304|Cannot find name 'y'. 4-4",
      ],
    ],
    [
      "pretty, with source and a related place",
      [
        "src/a.ts:12:5 - error TS2345: Argument 'A' is not assignable.",
        "",
        "12     add(item);",
        "           ~~~~",
        "",
        "  src/types.ts:3:3",
        "    3   x: number;",
        "        ~",
        "    'x' is declared here.",
        "",
        "Found 1 error in src/a.ts:12",
      ],
      ["* compiler TS2345|Argument 'A' is not assignable. 2-10"],
    ],
    [
      "no place",
      ["error TS5023: Unknown compiler option 'x'."],
      ["* compiler TS5023|Unknown compiler option 'x'. 2-2"],
    ],
    [
      "Angular",
      [
        "Error: src/a.html:1:1 - error NG8001: 'app-x' is not a known element:",
        "1. If 'app-x' is a component, then verify its module.",
      ],
      ["* compiler NG8001|'app-x' is not a known element: 2-3"],
    ],
    [
      "Deno",
      [
        "error: TS2304 [ERROR]: Cannot find name 'x'.",
        "x();",
        "~~~",
        "    at file:///srv/a.ts:1:1",
      ],
      ["* compiler TS2304|Cannot find name 'x'. 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("takes the lines that explain an error into its message", () => {
    const text = fenced(
      "src/a.ts:1:5 - error TS2322: Type 'A' is not assignable.",
      "  Types of 'x' differ.",
      "    Type 'string' is none.",
      "",
      "1 add(item);",
      "      ~~~~",
    );
    expect(extract(text).reports.map(({ fullMessage }) => fullMessage)).toEqual([
      "Type 'A' is not assignable.\n  Types of 'x' differ.\n    Type 'string' is none.",
    ]);
  });

  it.each([
    ["at a line's start", "a\nb\n\nsrc/a.ts(1,2): error TS2304: Cannot find name 'x'."],
    ["in a sentence", "a\nb\n\nSince today I get error TS2304: Cannot find name 'x'."],
    ["in a code span", "a\nb\n\nIt prints `a.ts(1,2): error TS2304: Cannot find name 'x'.` here"],
  ])("in prose: %s", (_, text) => {
    expect(told(text)).toEqual(["* compiler TS2304|Cannot find name 'x'. 4-4"]);
  });

  it.each([
    ["code", ['const text = "a.ts(1,2): error TS2304: x";']],
    ["a comment", ["// error TS2304: Cannot find name 'x'."]],
    ["a diff", ["- error TS2304: Cannot find name 'x'.", "+ error TS2305: Cannot find 'x'."]],
    ["a count", ["Found 2 errors in 2 files."]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});

describe("ESLint and stylelint", () => {
  it.each([
    [
      "findings, not warnings",
      [
        "/srv/a.js",
        "  12:3   error    'x' is defined but never used  no-unused-vars",
        "  13:15  warning  Unexpected console statement   no-console",
        "  14:1   error    Parsing error: Unexpected token <",
        "",
        "✖ 3 problems (2 errors, 1 warning)",
      ],
      [
        "* lint error|'x' is defined but never used 3-3",
        "  lint error|Parsing error: Unexpected token < 5-5",
      ],
    ],
    [
      "stylelint",
      [
        "a.css",
        ' 3:12  ✖  Unexpected unknown unit "pixels"  unit-no-unknown',
        " 4:1  ⚠  Expected x  y",
      ],
      ['* lint error|Unexpected unknown unit "pixels" 3-3'],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads Standard's and Flow's", () => {
    const text = fenced(
      "standard: Use JavaScript Standard Style (https://standardjs.com)",
      "  /srv/a.js:12:3: Extra semicolon. (semi)",
      "",
      "Error ┈┈┈┈┈┈┈┈┈┈┈┈ src/a.js:3:11",
      "",
      "Cannot assign `1` to `x` because number is incompatible with string.",
      "",
      "   3│ const x: string = 1;",
      "",
      "Found 1 error",
    );
    expect(told(text)).toEqual([
      "  lint -|Extra semicolon. 3-3",
      "* compiler Error|Cannot assign `1` to `x` because number is incompatible with string. 5-9",
    ]);
  });

  it.each([
    ["what grep prints", ["  /srv/a.js:12:3: const x = 1"]],
    ["a time", ["12:30 error connecting"]],
    ["a table", ["| 12:3 | error | x |"]],
    ["a count", ["✖ 1 problem (1 error, 0 warnings)"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});
