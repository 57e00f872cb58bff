import { describe, expect, it } from "@jest/globals";
import { sharedPrefix } from "../../../src/extract/text/shared-prefix.ts";

const trace = ["Traceback (most recent call last):", '  File "a.py", line 3, in f', "KeyError: 1"];

function stripped(lines: readonly string[]): string[] | null {
  const lengths = sharedPrefix(lines);
  return lengths && lines.map((line, index) => line.slice(lengths[index]));
}

describe("sharedPrefix", () => {
  it.each([
    ["a runner's name", ["[server] ", "[server] ", "[server] "]],
    ["a dyno", ["app[web.1]: ", "app[web.2]: ", "app[web.1]: "]],
    ["a service without a number", ["api  | ", "api  | ", "api  | "]],
    ["BuildKit's step and seconds", ["#12 3.410 ", "#12 3.411 ", "#12 13.4 "]],
    ["an Ant task", ["[java] ", "[java] ", "[java] "]],
    ["a pod", ["[pod/api-5f6/api] ", "[pod/api-5f6/api] ", "[pod/api-5f6/api] "]],
  ])("%s", (_, prefixes) => {
    expect(stripped(trace.map((line, index) => (prefixes[index] ?? "") + line))).toEqual(trace);
  });

  it.each([
    ["npm's own mark", ["npm ERR! code E404", "npm ERR! at f", "npm ERR! x"]],
    [
      "frames of one package",
      ["at com.x.A.b(A.java:1)", "at com.x.A.c(A.java:2)", "at com.x.D.e(D.java:1)"],
    ],
    ["one error again and again", ["ValueError: a", "ValueError: b", "ValueError: c"]],
    ["records of one level", ["[ERROR] a", "[ERROR] at b", "[ERROR] c"]],
    ["text without a trace", ["note: started", "note: listening", "note: done"]],
    [
      "Windows paths",
      ['File "C:\\a.py", line 1', 'File "C:\\b.py", line 2', 'File "C:\\c.py", line 3'],
    ],
    ["two lines", ["[x] Traceback (most recent call last):", "[x] KeyError: 1"]],
    ["one line without it", [...trace.map((line) => `[x] ${line}`), "done"]],
  ])("none: %s", (_, lines) => {
    expect(sharedPrefix(lines)).toBeNull();
  });

  it("keeps a blank line whole", () => {
    expect(stripped(["[x] panic: a", "[x]", "", "[x] goroutine 1 [running]:"])).toEqual([
      "panic: a",
      "",
      "",
      "goroutine 1 [running]:",
    ]);
  });
});
