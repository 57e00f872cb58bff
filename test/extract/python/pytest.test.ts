import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const head = "_______________________ test_a _______________________";

describe("pytest's failures", () => {
  it.each([
    [
      "a section",
      fenced(
        head,
        "",
        "    def test_a():",
        ">       go()",
        "E       KeyError: 1",
        "",
        "a.py:3: KeyError",
      ),
      ["* pytest KeyError|1 2-8"],
    ],
    ["marked lines alone", fenced("E       KeyError: 1"), ["* pytest KeyError|1 2-2"]],
    [
      "a plain assert",
      fenced(head, ">       assert f() == 2", "E       assert 1 == 2", "E        +  where 1 = f()"),
      ["* pytest AssertionError|assert 1 == 2 2-5"],
    ],
    [
      "two sections",
      fenced(head, "E       KeyError: 1", head, "E       ValueError: 2"),
      ["* pytest KeyError|1 2-3", "  pytest ValueError|2 4-5"],
    ],
    [
      "the summary",
      fenced("FAILED tests/test_a.py::test_a - KeyError: 1"),
      ["* pytest KeyError|1 2-2"],
    ],
    ["a summary that names no error", fenced("FAILED tests/test_a.py::test_a"), []],
    ["a section without an error", fenced(head, "all good"), []],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("takes the places as frames, and the earlier errors of a chain as causes", () => {
    const text = fenced(
      head,
      "src/a.py:9: in load",
      "E   KeyError: 1",
      "",
      "During handling of the above exception, another exception occurred:",
      "tests/test_a.py:3: in test_a",
      "E   ValueError: 2",
    );
    const [report] = extract(text).reports;
    expect(report?.frames.map(({ file, line, function: called }) => [file, line, called])).toEqual([
      ["src/a.py", 9, "load"],
      ["tests/test_a.py", 3, "test_a"],
    ]);
    expect([report?.type, report?.causes.map(({ type }) => type)]).toEqual([
      "ValueError",
      ["KeyError"],
    ]);
  });
});
