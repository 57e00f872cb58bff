import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

describe("errors that a docstring lists", () => {
  it.each([
    ["one", ["    Raises:", "      ValueError: if the address is no IPv4 address"]],
    [
      "several, on several lines",
      [
        "Raises:",
        "  TypeError: If the object is not",
        "    iterable at all.",
        "  KeyError: If it is gone",
      ],
    ],
  ])("are none: %s", (_, lines) => {
    expect(told(fenced("def f(x):", '    """Does it.', "", ...lines, '    """'))).toEqual([]);
  });

  it("ends with the list", () => {
    const lines = [
      "Raises:",
      "  TypeError: If it is wrong",
      "",
      "ValueError: If using all scalar values",
    ];
    expect(told(fenced(...lines))).toEqual(["* line ValueError|If using all scalar values 5-5"]);
  });
});
