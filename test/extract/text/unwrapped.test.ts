import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced } from "../told.ts";

const header = "Traceback (most recent call last):";
const call = String.raw`  File "C:\Users\x\AppData\Local\Programs\Python\Python310\lib\site-packages\foo\bar.py", line 12, in f`;

/** A line as a terminal of 80 columns shows it. */
function cut(line: string): string[] {
  return line.match(/.{1,80}/g) ?? [];
}

/** Message, last line and calls of the first report. */
function read(...lines: string[]): unknown {
  const [report] = extract(fenced(...lines)).reports;
  return [report?.message, report?.lastLine, report?.frames.map(({ function: name }) => name)];
}

const message =
  "The size of tensor a (77) must match the size of tensor b (154) at non-singleton dimension 1";

describe("traces that a terminal cut at its width", () => {
  it.each([
    [
      "calls and message",
      [header, ...cut(call), "    g()", ...cut(`RuntimeError: ${message}`)],
      [message, 7, ["f"]],
    ],
    [
      "a message cut within two words",
      [
        header,
        '  File "a.py", line 12, in f',
        "    g()",
        ...cut(
          `RuntimeError: ${"x".repeat(60)} and further ${"y".repeat(60)}${"z".repeat(60)} behind`,
        ),
      ],
      [`${"x".repeat(60)} and further ${"y".repeat(60)}${"z".repeat(60)} behind`, 7, ["f"]],
    ],
  ])("%s", (_, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });

  it.each([
    [
      "one long line",
      [header, '  File "a.py", line 12, in f', "    g()", `RuntimeError: ${message}`, "next words"],
      [message, 6, ["f"]],
    ],
    [
      "lines that are wider than the cut ones",
      [header, ...cut(call), "    g()", `KeyError: ${"x".repeat(90)}`],
      ["x".repeat(90), 6, ["f"]],
    ],
  ])("leaves others alone: %s", (_, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });
});
