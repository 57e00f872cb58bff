import { describe, expect, it } from "@jest/globals";
import { told } from "../told.ts";

describe("a title that is an error of Rails' log", () => {
  it.each([
    [
      "a missing method",
      "NoMethodError (undefined method `size' for nil:NilClass):",
      ["* inline NoMethodError|undefined method `size' for nil:NilClass 1-1"],
    ],
    ["words in brackets", "NoMethodError (seen when the cache is cold)", []],
  ])("%s", (_, title, expected) => {
    expect(told(`${title}\n\nSee above.`)).toEqual(expected);
  });
});
