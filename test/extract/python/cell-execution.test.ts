import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced } from "../told.ts";

const rule = "-".repeat(75);
const trace = ["Traceback (most recent call last):", '  File "run.py", line 3, in f', "    g()"];
const cell = [
  rule,
  "NameError                                 Traceback (most recent call last)",
  "Cell In[2], line 1",
  "----> 1 px.line(df)",
  "",
  "NameError: name 'df' is not defined",
];

describe("notebooks that run without a reader", () => {
  it.each([
    [
      "nbclient",
      [
        ...trace,
        "nbclient.exceptions.CellExecutionError: An error occurred while executing the following cell:",
        "------------------",
        "px.line(df)",
        "------------------",
        "",
        ...cell,
        "NameError: name 'df' is not defined",
      ],
      "An error occurred while executing the following cell:",
      16,
    ],
    [
      "papermill",
      [
        ...trace,
        "papermill.exceptions.PapermillExecutionError: ",
        rule,
        'Exception encountered at "In [2]":',
        ...cell,
      ],
      'Exception encountered at "In [2]":',
      13,
    ],
  ])("%s: the cell's error is the cause", (_, lines, message, last) => {
    const { reports } = extract(fenced(...lines));
    expect(reports.map((report) => [report.message, report.firstLine, report.lastLine])).toEqual([
      [message, 2, last],
    ]);
    expect(reports[0]?.causes.map((cause) => `${cause.type}: ${cause.message}`)).toEqual([
      "NameError: name 'df' is not defined",
    ]);
  });

  it("stays alone when the cell's trace is missing", () => {
    const { reports } = extract(fenced(...trace, "CellExecutionError: An error occurred", rule));
    expect(reports.map(({ type, causes }) => [type, causes])).toEqual([["CellExecutionError", []]]);
  });
});
