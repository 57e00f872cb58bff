import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const top = "╭────────────── Traceback (most recent call last) ──────────────╮";
const bottom = "╰───────────────────────────────────────────────────────────────╯";
const call = "│ /srv/run.py:12 in main                                        │";
const source = "│ ❱ 12 │   go()                                                 │";

describe("boxes of rich", () => {
  it.each([
    [
      "the error below the box",
      fenced(top, call, source, bottom, "ValueError: bad"),
      ["* tb ValueError|bad 2-6"],
    ],
    [
      "the bottom is missing",
      fenced(top, call, source, "ValueError: bad"),
      ["* tb ValueError|bad 2-5"],
    ],
    ["no error below", fenced(top, call, source, bottom), []],
    [
      "a chain",
      fenced(
        top,
        call,
        source,
        bottom,
        "KeyError: 1",
        "",
        "The above exception was the direct cause of the following exception:",
        "",
        top,
        call,
        bottom,
        "ValueError: bad",
      ),
      ["* tb ValueError|bad 2-13"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("joins a path that was wrapped", () => {
    const text = fenced(
      top,
      "│ /opt/lib/python3.10/site-packages/trl/trainer/sft_trainer.py: │",
      "│ 34 in train                                                    │",
      bottom,
      "KeyError: 1",
    );
    expect(extract(text).reports[0]?.frames).toEqual([
      {
        file: "/opt/lib/python3.10/site-packages/trl/trainer/sft_trainer.py",
        line: 34,
        function: "train",
        inLibrary: true,
        package: "trl",
      },
    ]);
  });
});
