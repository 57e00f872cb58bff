import { describe, expect, it } from "@jest/globals";
import { cleanLine } from "../../../src/extract/text/clean-line.ts";
import { unfoldEscapes } from "../../../src/extract/text/unfold-escapes.ts";

describe("cleanLine", () => {
  it.each([
    ["colours", "\u001b[1;31mKeyError\u001b[0m: x", "fence", "KeyError: x"],
    ["a terminal's links", "\u001b]8;;http://a\u0007run.py\u001b]8;;\u0007", "fence", "run.py"],
    ["colours without their escape", "[31mKeyError[0m: x", "fence", "KeyError: x"],
    [
      "colours whose escape was replaced",
      "\ufffd[31mKeyError: x\ufffd[39m",
      "fence",
      "KeyError: x",
    ],
    [
      "a replaced character that is no colour",
      "caf\ufffd [a]\ufffd",
      "fence",
      "caf\ufffd [a]\ufffd",
    ],
    ["entities", "File &quot;a&quot;, in &lt;module&gt;", "html", 'File "a", in <module>'],
    ["tags outside fences", "<pre>KeyError: x<br>", "html", "KeyError: x"],
    [
      "names that look like tags",
      '  File "<stdin>", in <module>',
      "html",
      '  File "<stdin>", in <module>',
    ],
    ["tags inside fences stay", "<b>x</b>", "fence", "<b>x</b>"],
    ["a fence's own mark", "```python", "fence", ""],
    ["a fence of tildes", "~~~ text", "fence", ""],
    [
      "a header glued to the mark",
      "```Traceback (most recent call last):",
      "fence",
      "Traceback (most recent call last):",
    ],
    ["a mark glued to the last line", "KeyError: x```", "fence", "KeyError: x"],
    [
      "characters without width, which would hide a token",
      "hf_\u200babc\u200d\u00ad",
      "fence",
      "hf_abc",
    ],
    ["blanks that do not break", "a\u00a0b\u200b", "fence", "a b"],
  ] as const)("%s", (_, written, container, expected) => {
    expect(cleanLine(written, container)).toBe(expected);
  });
});

describe("unfoldEscapes", () => {
  it.each([
    ["a path is left alone", "C:\\new\\table", ["C:\\new\\table"]],
    ["text without a stack is left alone", "a\\nb", ["a\\nb"]],
    [
      "a trace in a string",
      '"Traceback (most recent call last):\\n  File \\"a.py\\", line 1\\nValueError: x"',
      ['"Traceback (most recent call last):', '  File "a.py", line 1', 'ValueError: x"'],
    ],
  ])("%s", (_, text, expected) => {
    expect(unfoldEscapes(text)).toEqual(expected);
  });
});
