import { describe, expect, it } from "@jest/globals";
import { told } from "../told.ts";

describe("an exception in Visual Studio's debugger", () => {
  it.each([
    [
      "what it adds",
      [
        "System.FormatException was unhandled",
        "Message: An unhandled exception of type 'System.FormatException' occurred in mscorlib.dll",
        "Additional information: Input string was not in a correct format.",
      ],
      ["* line System.FormatException|Input string was not in a correct format. 3-5"],
    ],
    [
      "its fields",
      [
        "System.FormatException was unhandled by user code",
        "  HResult=-2146233033",
        "  Message=Input string was not in a correct format.",
      ],
      ["* line System.FormatException|Input string was not in a correct format. 3-5"],
    ],
    ["a sentence", ["The System.FormatException was unhandled", "Message=none of it"], []],
    ["no message", ["System.FormatException was unhandled", "I closed the window."], []],
  ])("%s", (_, lines, expected) => {
    expect(told(["Question", "", ...lines].join("\n"))).toEqual(expected);
  });
});
