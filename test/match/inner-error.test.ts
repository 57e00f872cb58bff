import { describe, expect, it } from "@jest/globals";
import { wordingText } from "../../src/match/fold.ts";
import { isAnotherInnerError } from "../../src/match/inner-error.ts";
import { compileWording } from "../../src/match/wording.ts";

const loading = [
  "UnpicklingError: Weights only load failed. Check the file.",
  "UnpicklingError: Weights only load failed. WeightsUnpickler error: Unsupported global: GLOBAL a.B",
  "WeightsUnpickler error: Unsupported operand 118",
];

describe("isAnotherInnerError", () => {
  it.each<[string, string, string[], boolean]>([
    [
      "a known one",
      "Weights only load failed. WeightsUnpickler error: Unsupported global: GLOBAL numpy.x",
      loading,
      false,
    ],
    [
      "a known one with another number",
      "Weights only load failed. WeightsUnpickler error: Unsupported operand 60",
      loading,
      false,
    ],
    [
      "another one",
      "Weights only load failed. Check the file. WeightsUnpickler error: Ran out of input",
      loading,
      true,
    ],
    ["none, as the message was cut", "Weights only load failed. Check the file.", loading, false],
    [
      "one that no wording speaks of",
      "Weights only load failed. Check the file. OSError: [Errno 5] Input/output error",
      loading,
      false,
    ],
    [
      "another number of the system",
      "Failed to save: OSError: [Errno 13] Permission denied: '/data'",
      ["RuntimeError: Failed to save: OSError: [Errno 28] No space left on device"],
      true,
    ],
    [
      "any, where the wording leaves it open",
      "Download failed: HTTPError: 403 Client Error",
      ["RuntimeError: Download failed: HTTPError: {reason}"],
      false,
    ],
    [
      "a mere label",
      "clone failed: error: remote hung up",
      ["fatal: clone failed: error: early EOF"],
      false,
    ],
  ])("compares %s", (_name, message, texts, isAnother) => {
    const wordings = texts.map((text) => compileWording(text)).filter((each) => each !== null);
    expect(isAnotherInnerError(wordingText(message).text, wordings)).toBe(isAnother);
  });
});
