import { describe, expect, it } from "@jest/globals";
import { extract } from "../../src/extract/extract.ts";
import { fenced } from "./told.ts";

const trace = ["Traceback (most recent call last):", '  File "a.py", line 3, in f', "    g()"];

describe("repeats", () => {
  it.each([
    [
      "title, sentence and trace",
      `KeyError: 'x' on start\n\nIt prints \`KeyError: 'x'\`:\n\n${fenced(...trace, "KeyError: 'x'")}`,
      [["KeyError", 6, [1, 3]]],
    ],
    [
      "a message cut short",
      `${fenced(...trace, "ValueError: the long message")}\n\nValueError: the long ...`,
      [["ValueError", 2, [8]]],
    ],
    [
      "one for each rank",
      fenced(
        ...[0, 1].flatMap((rank) =>
          [...trace, "KeyError: 1"].map((line) => `[rank${rank}]: ${line}`),
        ),
      ),
      [["KeyError", 2, [6]]],
    ],
    [
      "other messages stay apart",
      fenced("KeyError: 1", "KeyError: 2"),
      [
        ["KeyError", 2, []],
        ["KeyError", 3, []],
      ],
    ],
    [
      "other types stay apart",
      fenced("KeyError: 1", "IndexError: 1"),
      [
        ["KeyError", 2, []],
        ["IndexError", 3, []],
      ],
    ],
  ])("%s", (_, text, expected) => {
    const { reports } = extract(text);
    expect(reports.map(({ type, firstLine, repeatedAt }) => [type, firstLine, repeatedAt])).toEqual(
      expected,
    );
  });

  it("keeps every prefix it was printed with", () => {
    const text = fenced("[rank0]: KeyError: 1", "[rank1]: KeyError: 1");
    expect(extract(text).reports.map(({ prefixes }) => prefixes)).toEqual([
      ["[rank0]:", "[rank1]:"],
    ]);
  });
});
