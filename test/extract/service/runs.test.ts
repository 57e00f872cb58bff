import { describe, expect, it } from "@jest/globals";
import { readingOf } from "../reading.ts";
import { fenced, told } from "../told.ts";

describe("Terraform", () => {
  it("reads a box with all of its lines", () => {
    const text = fenced(
      "╷",
      "│ Error: Invalid reference",
      "│ ",
      '│   on main.tf line 3, in resource "null_resource" "a":',
      "│    3:   x = y",
      "│ ",
      "│ A reference to a resource type must be followed by a name.",
      "╵",
    );
    expect(readingOf(text)).toEqual({
      primary: 0,
      locale: "en",
      reports: [
        {
          language: "other",
          kind: "line",
          type: "Error",
          message: "Invalid reference",
          fullMessage: [
            "Invalid reference",
            "",
            '  on main.tf line 3, in resource "null_resource" "a":',
            "   3:   x = y",
            "",
            "A reference to a resource type must be followed by a name.",
          ],
          span: [3, 8],
        },
      ],
    });
  });

  it.each([
    [
      "the older form",
      fenced(
        "Error: Unsupported argument",
        "",
        '  on main.tf line 3, in provider "x":',
        "   3:   y = z",
        "",
        'An argument named "y" is not expected here.',
      ),
      ["* line Error|Unsupported argument 2-7"],
    ],
    [
      "two of them",
      fenced("│ Error: One is wrong", "│ ", "╵", "╷", "│ Error: Two is wrong", "╵"),
      ["* line Error|One is wrong 2-2", "  line Error|Two is wrong 6-6"],
    ],
    ["a warning", fenced("╷", "│ Warning: Deprecated attribute", "│ ", "│ It goes away.", "╵"), []],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("TeX", () => {
  it.each([
    [
      "LaTeX",
      ["! LaTeX Error: File `x.sty' not found.", "", "l.3 \\begin{document}"],
      ["* build LaTeX Error|File `x.sty' not found. 2-4"],
    ],
    [
      "TeX",
      ["! Undefined control sequence.", "l.12 \\foo"],
      ["* build -|Undefined control sequence. 2-3"],
    ],
    ["a list", ["! one of two", "! two of two"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("workflow logs", () => {
  it.each([
    [
      "an annotation",
      ["##[error]Input required and not supplied: token"],
      ["* log error|Input required and not supplied: token 2-2"],
    ],
    [
      "with a time",
      ["2024-01-01T10:00:00.1234567Z ##[error]No file matched the pattern"],
      ["* log error|No file matched the pattern 2-2"],
    ],
    [
      "with a type",
      ["##[error]HttpError: Resource not accessible by integration"],
      ["* log HttpError|Resource not accessible by integration 2-2"],
    ],
    [
      "a command",
      ["::error file=src/a.js,line=3,col=1::x is not defined here"],
      ["* log error|x is not defined here 2-2"],
    ],
    ["a step that failed", ["##[error]Process completed with exit code 1."], []],
    ["a group", ["##[group]Run npm ci", "##[endgroup]", "##[warning]Node 16 is deprecated"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("builds of images", () => {
  it.each([
    [
      "BuildKit, with what the command printed",
      [
        " > [app 3/7] RUN npm ci:",
        "0.512 npm ERR! code EUSAGE",
        "0.512 npm ERR! The package-lock.json is not in sync",
        "------",
        "Dockerfile:5",
        'ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
      ],
      [
        "* build EUSAGE|The package-lock.json is not in sync 3-4",
        '  build ERROR|failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1 7-7',
      ],
    ],
    [
      "an image that cannot be had",
      ["ERROR: failed to solve: python:3.99: not found"],
      ["* build ERROR|failed to solve: python:3.99: not found 2-2"],
    ],
    [
      "compose",
      [
        "target web: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory",
      ],
      [
        "* build -|failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory 2-2",
      ],
    ],
    [
      "the classic builder",
      ["The command '/bin/sh -c make' returned a non-zero code: 2"],
      ["* build -|The command '/bin/sh -c make' returned a non-zero code: 2 2-2"],
    ],
    ["a build that went well", ["#12 exporting to image", "#12 DONE 0.1s"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
