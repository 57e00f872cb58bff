import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const header = "Traceback (most recent call last):";
const frame = '  File "a.py", line 3, in f';
const chained = "During handling of the above exception, another exception occurred:";

function one(error: string): string[] {
  return [header, frame, "    g()", error];
}

describe("Python's tracebacks", () => {
  it.each([
    ["plain", fenced(header, frame, "    g()", "ValueError: bad"), ["* tb ValueError|bad 2-5"]],
    [
      "without a message",
      fenced(header, frame, "    g()", "StopIteration"),
      ["* tb StopIteration| 2-5"],
    ],
    [
      "a type that no rule knows",
      fenced(header, frame, "    g()", "pkg.Gone: away"),
      ["* tb pkg.Gone|away 2-5"],
    ],
    [
      "markers under the source",
      fenced(header, frame, "    g(x)", "    ~^^^", "KeyError: 1"),
      ["* tb KeyError|1 2-6"],
    ],
    [
      "no source lines",
      fenced(header, frame, frame, "OSError: no source"),
      ["* tb OSError|no source 2-5"],
    ],
    [
      "indentation lost",
      fenced(header, 'File "a.py", line 3, in f', "g()", "KeyError: 1"),
      ["* tb KeyError|1 2-5"],
    ],
    [
      "indented as a whole",
      fenced(`      ${header}`, `      ${frame}`, "          g()", "      KeyError: 1"),
      ["* tb KeyError|1 2-5"],
    ],
    [
      "elided by the reporter",
      fenced(header, "  ...", "ValueError: bad"),
      ["* tb ValueError|bad 2-4"],
    ],
    ["header cut off", fenced(frame, "    g()", "ValueError: bad"), ["* tbx ValueError|bad 2-4"]],
    ["end cut off", fenced(header, frame, "    g()", frame), ["* tbx -| 2-5"]],
    [
      "numbered advice in the message",
      fenced(header, frame, "ValueError: two ways:", "\t(1) this", "\t(2) that", "(base) $ ls"),
      ["* tb ValueError|two ways: 2-6"],
    ],
    ["a header alone", fenced(header), []],
    ["one frame alone", fenced(frame), []],
    [
      "a text before the header",
      fenced(`ERROR:root:${header}`, frame, "    g()", "KeyError: 1"),
      ["* tb KeyError|1 2-5"],
    ],
    [
      "an unknown prefix on every line",
      fenced(`app> ${header}`, `app> ${frame}`, "app>     g()", "app> KeyError: 1"),
      ["* tb KeyError|1 2-5"],
    ],
    [
      "a mark on every line",
      fenced(`! ${header}`, `! ${frame}`, "!     g()", "! KeyError: 1"),
      ["* tb KeyError|1 2-5"],
    ],
    [
      "two in a row",
      fenced(header, frame, "    g()", "KeyError: 1", header, frame, "    g()", "ValueError: 2"),
      ["* tb KeyError|1 2-5", "  tb ValueError|2 6-9"],
    ],
    [
      "outside fences",
      `It says\n\n${header}\n${frame}\n    g()\nKeyError: 1\n\nand stops.`,
      ["* tb KeyError|1 3-6"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("gives a chain as one report, the nearest cause first", () => {
    const text = fenced(
      ...one("KeyError: 1"),
      "",
      chained,
      "",
      ...one("OSError: 2"),
      "",
      chained,
      "",
      ...one("ValueError: 3"),
    );
    const [report, ...others] = extract(text).reports;
    expect(others).toEqual([]);
    expect([report?.type, report?.line, report?.firstLine, report?.lastLine]).toEqual([
      "ValueError",
      19,
      2,
      19,
    ]);
    expect(report?.causes).toEqual([
      { type: "OSError", message: "2", fullMessage: "2", line: 12 },
      { type: "KeyError", message: "1", fullMessage: "1", line: 5 },
    ]);
  });

  it("reads frames with their owners", () => {
    const text = fenced(
      header,
      '  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode',
      '  File "C:\\env\\Lib\\site-packages\\peft\\auto.py", line 30, in <module>',
      '  File "<frozen importlib._bootstrap>", line 1027, in _find_and_load',
      '  File "train.py", line 1, in **init**',
      "KeyError: 1",
    );
    expect(extract(text).reports[0]?.frames).toEqual([
      {
        file: "/usr/lib/python3.11/json/decoder.py",
        line: 355,
        function: "raw_decode",
        inLibrary: true,
        package: null,
      },
      {
        file: "C:\\env\\Lib\\site-packages\\peft\\auto.py",
        line: 30,
        function: "<module>",
        inLibrary: true,
        package: "peft",
      },
      {
        file: "<frozen importlib._bootstrap>",
        line: 1027,
        function: "_find_and_load",
        inLibrary: true,
        package: null,
      },
      { file: "train.py", line: 1, function: "__init__", inLibrary: false, package: null },
    ]);
  });

  it("joins a message over several lines and stops at what follows", () => {
    const text = fenced(
      header,
      frame,
      "    g()",
      "RuntimeError: CUDA error",
      "Compile with X.",
      "  detail",
      "$ ls",
    );
    const [report] = extract(text).reports;
    expect([report?.fullMessage, report?.lastLine]).toEqual([
      "CUDA error\nCompile with X.\n  detail",
      7,
    ]);
  });
});

describe("a message that begins below a blank line", () => {
  const trace = ["Traceback (most recent call last):", '  File "a.py", line 3, in f', "    g()"];

  it("is read where its type ends with a colon", () => {
    const text = fenced(
      ...trace,
      "openai.APIRemovedInV1: ",
      "",
      "You tried to access x.",
      "",
      "More.",
    );
    expect(told(text)).toEqual(["* tb openai.APIRemovedInV1|You tried to access x. 2-7"]);
  });

  it("is none where the type stands alone, or something else follows", () => {
    expect(told(fenced(...trace, "KeyboardInterrupt", "", "You may try it again."))).toEqual([
      "* tb KeyboardInterrupt| 2-5",
    ]);
    expect(told(fenced(...trace, "a.b.Odd: ", "", "$ python b.py now"))).toEqual([
      "* tb a.b.Odd| 2-5",
    ]);
  });
});
