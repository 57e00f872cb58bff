import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const header = "Traceback (most recent call last):";
const outer = '  File "train.py", line 9, in <module>';
const middle = '  File "train.py", line 5, in main';
const inner = '  File "/a/site-packages/torch/x.py", line 3, in call';

/** Reports with the lines of their calls. */
function calls(...lines: string[]): unknown[] {
  return extract(fenced(...lines)).reports.map(({ type, message, frames, repeatedAt }) => [
    `${type}: ${message}`,
    frames.map(({ line }) => line),
    repeatedAt,
  ]);
}

describe("traces of processes that write into each other", () => {
  it.each([
    [
      "line by line",
      [
        header,
        header,
        outer,
        outer,
        "    main()",
        "    main()",
        middle,
        middle,
        "    g()",
        "    g()",
        "KeyError: 1",
        "KeyError: 1",
      ],
      [["KeyError: 1", [9, 5], [3]]],
    ],
    [
      "one behind the other",
      [
        header,
        outer,
        "    main()",
        middle,
        header,
        "    g()",
        outer,
        inner,
        "    main()",
        middle,
        "    g()",
        "    raise x",
        inner,
        "OSError: 1 of 2",
        "    raise x",
        "OSError: 2 of 2",
      ],
      [
        ["OSError: 1 of 2", [9, 5, 3], []],
        ["OSError: 2 of 2", [9, 5, 3], []],
      ],
    ],
    [
      "with glued lines",
      [
        header + header,
        "",
        outer + outer,
        "    main()    main()",
        middle,
        middle,
        "    g()",
        "KeyErrorKeyError: : 'k''k'",
      ],
      [["KeyError: 'k'", [9, 5], []]],
    ],
    [
      "with chains",
      [
        header,
        outer,
        header,
        "    main()",
        outer,
        "KeyError: 1",
        "    main()",
        "KeyError: 1",
        "",
        "During handling of the above exception, another exception occurred:",
        "",
        header,
        outer,
        "    main()",
        "OSError: 2",
      ],
      [
        ["KeyError: 1", [9], []],
        ["OSError: 2", [9], []],
      ],
    ],
  ])("%s", (_, lines, expected) => {
    expect(calls(...lines)).toEqual(expected);
  });

  it("leaves a launcher's summary with its error", () => {
    const text = fenced(
      header,
      header,
      outer,
      outer,
      "KeyError: 1",
      "KeyError: 1",
      header,
      outer,
      "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ",
      "=".repeat(60),
      "train.py FAILED",
      "Failures:",
      "  <NO_OTHER_FAILURES>",
      "=".repeat(60),
    );
    expect(told(text)).toEqual([
      "* tb KeyError|1 2-6",
      "  tb torch.distributed.elastic.multiprocessing.errors.ChildFailedError| 8-15",
    ]);
  });

  it("leaves a chain alone that a record indents", () => {
    const chain = [
      header,
      outer,
      "    main()",
      "KeyError: 1",
      "During handling of the above exception, another exception occurred:",
      header,
      middle,
      "    g()",
      "OSError: 2",
    ];
    const text = fenced("10:00:00 app: failed", ...chain.map((line) => `        ${line}`));
    expect(told(text)).toEqual(["* tb OSError|2 3-11"]);
  });

  it("leaves alone what only stands one behind the other", () => {
    const cut = [header, outer, "    main()", middle, "    g()"];
    expect(told(fenced(...cut, ...cut, "KeyError: 1"))).toEqual([
      "  tbx -| 2-6",
      "* tb KeyError|1 7-12",
    ]);
  });
});
