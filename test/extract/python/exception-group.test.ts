import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced } from "../told.ts";

describe("exception groups", () => {
  it("is one report with its members as causes, nested groups included", () => {
    const text = fenced(
      "  + Exception Group Traceback (most recent call last):",
      '  |   File "a.py", line 4, in <module>',
      "  |     run()",
      "  | ExceptionGroup: outer (2 sub-exceptions)",
      "  +-+---------------- 1 ----------------",
      "    | ValueError: bad",
      "    +---------------- 2 ----------------",
      "    | Exception Group Traceback (most recent call last):",
      '    |   File "b.py", line 9, in inner',
      "    |     go()",
      "    | ExceptionGroup: inner (1 sub-exception)",
      "    +-+---------------- 1 ----------------",
      "      | Traceback (most recent call last):",
      '      |   File "c.py", line 2, in leaf',
      "      |     leaf()",
      "      | KeyError: 'x'",
      "      +------------------------------------",
      "done",
    );
    const [report, ...others] = extract(text).reports;
    expect(others).toEqual([]);
    expect([report?.type, report?.message, report?.firstLine, report?.lastLine]).toEqual([
      "ExceptionGroup",
      "outer (2 sub-exceptions)",
      2,
      18,
    ]);
    expect(report?.frames.map(({ file }) => file)).toEqual(["a.py"]);
    expect(report?.causes.map(({ type, message }) => `${type}: ${message}`)).toEqual([
      "ValueError: bad",
      "ExceptionGroup: inner (1 sub-exception)",
      "KeyError: 'x'",
    ]);
  });

  it("is a cause where a chain goes on behind it, with what led to its members", () => {
    const text = fenced(
      "  + Exception Group Traceback (most recent call last):",
      '  |   File "a.py", line 1, in f',
      "  | ExceptionGroup: group (1 sub-exception)",
      "  +-+---------------- 1 ----------------",
      "    | Traceback (most recent call last):",
      '    |   File "a.py", line 2, in g',
      "    | KeyError: 1",
      "    | ",
      "    | During handling of the above exception, another exception occurred:",
      "    | ",
      "    | Traceback (most recent call last):",
      '    |   File "a.py", line 3, in g',
      "    | ValueError: 2",
      "    +------------------------------------",
      "",
      "During handling of the above exception, another exception occurred:",
      "",
      "Traceback (most recent call last):",
      '  File "a.py", line 4, in h',
      "OSError: 3",
    );
    const [report, ...others] = extract(text).reports;
    expect(others).toEqual([]);
    expect([report?.type, report?.firstLine, report?.lastLine]).toEqual(["OSError", 2, 21]);
    expect(report?.causes.map(({ type, line }) => `${type} ${line}`)).toEqual([
      "ExceptionGroup 4",
      "ValueError 14",
      "KeyError 8",
    ]);
  });
});
