import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { fenced } from "./told.ts";

const trace = ["Traceback (most recent call last):", '  File "a.py", line 3, in f', "    g()"];

function primaryType(text: string): string | null {
  const { reports, primary } = extract(text);
  return primary === null ? null : (reports[primary]?.type ?? null);
}

describe("the report that the issue is about", () => {
  it.each([
    [
      "the first of two alike",
      fenced(...trace, "KeyError: 1", ...trace, "ValueError: 2"),
      "KeyError",
    ],
    [
      "a stack before a line",
      `${fenced("OSError: gone")}\n\n${fenced(...trace, "ValueError: 2")}`,
      "ValueError",
    ],
    [
      "a worker's before its launcher's",
      fenced(...trace, "pkg.ChildFailedError: train.py failed", ...trace, "ValueError: 2"),
      "ValueError",
    ],
    [
      "the one in the title",
      `Getting ValueError again\n\n${fenced(...trace, "KeyError: 1", ...trace, "ValueError: 2")}`,
      "ValueError",
    ],
    [
      "an error before a trace that breaks off",
      fenced(...trace, '  File "a.py", line 3, in f', "", "KeyError: 1"),
      "KeyError",
    ],
    ["none", "Nothing here", null],
  ])("%s", (_, text, expected) => {
    expect(primaryType(text)).toBe(expected);
  });
});
