import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const double = "=".repeat(70);
const single = "-".repeat(70);
const trace = ["Traceback (most recent call last):", '  File "t.py", line 3, in test_a', "    g()"];

describe("unittest's failures", () => {
  it.each([
    [
      "an error and a failure",
      [
        double,
        "ERROR: test_a (t.Case.test_a)",
        single,
        ...trace,
        "KeyError: 1",
        "",
        double,
        "FAIL: test_b (t.Case.test_b) (i=1)",
        single,
        ...trace,
        "AssertionError: 1 != 2",
        "",
        single,
        "Ran 2 tests in 0.001s",
        "",
        "FAILED (failures=1, errors=1)",
      ],
      ["* test KeyError|1 3-8", "  test AssertionError|1 != 2 11-16"],
    ],
    [
      "a description",
      ["ERROR: test_a (t.Case)", "Reads the file.", single, ...trace, "KeyError: 1"],
      ["* test KeyError|1 2-8"],
    ],
    [
      "only a name",
      ["ERROR: test_a (t.Case)", single, "Ran 1 test in 0.1s"],
      ["* log ERROR|test_a (t.Case) 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads a message with blank lines to the rule below it", () => {
    const text = fenced(
      "FAIL: test_a (t.Case)",
      single,
      ...trace,
      "AssertionError: {'a': 1} != {'a': 2}",
      "- {'a': 1}",
      "",
      "+ {'a': 2}",
      " : maps differ",
      "",
      double,
    );
    const [report] = extract(text).reports;
    expect([report?.fullMessage.split("\n"), report?.lastLine]).toEqual([
      ["{'a': 1} != {'a': 2}", "- {'a': 1}", "", "+ {'a': 2}", " : maps differ"],
      11,
    ]);
  });
});

describe("doctest's failures", () => {
  it.each([
    [
      "another value",
      [
        'File "d.py", line 3, in d.f',
        "Failed example:",
        "    f(3)",
        "Expected:",
        "    5",
        "Got:",
        "    4",
        "*".repeat(70),
      ],
      ["* test Failed example|f(3) 2-8"],
    ],
    [
      "an exception",
      [
        'File "d.py", line 3, in d.f',
        "Failed example:",
        "    f(3)",
        "Exception raised:",
        ...[...trace, "KeyError: 1"].map((line) => `    ${line}`),
      ],
      ["* test KeyError|1 2-9"],
    ],
    [
      "cut off above",
      ["Failed example:", "    f(3)", "Expected nothing", "Got:", "    4"],
      ["* test Failed example|f(3) 2-6"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("is quiet about prose and code", () => {
    expect(told("Failed example: see below\n\n```python\n>>> f(3)\n5\n```\n")).toEqual([]);
  });
});
