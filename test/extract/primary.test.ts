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
    [
      "what a program said before it aborted",
      fenced("OSError: gone", "", "$ ./a", "Aborted (core dumped)"),
      "OSError",
    ],
    [
      "a crash before what was logged",
      fenced("ERROR: the pool is empty again", "", "Segmentation fault (core dumped)"),
      "Segmentation fault",
    ],
    [
      "a compiler's error before what make says of it",
      fenced("a.c:1:2: error: no x", "make: *** [Makefile:3: a.o] Error 1"),
      "error",
    ],
    ["none", "Nothing here", null],
  ])("%s", (_, text, expected) => {
    expect(primaryType(text)).toBe(expected);
  });
});
