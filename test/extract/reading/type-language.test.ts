import { describe, expect, it } from "@jest/globals";
import { languageOf } from "../../../src/extract/reading/type-language.ts";

describe("languageOf", () => {
  it.each([
    ["ValueError", "x", "python"],
    ["torch.OutOfMemoryError", "x", "python"],
    ["TypeError", "x is not a function", "javascript"],
    ["TypeError", "unsupported operand type(s)", "python"],
    ["AbortError", "The user aborted a request.", "javascript"],
    ["NullPointerException", "x", "java"],
    ["org.hibernate.HibernateException", "x", "java"],
    ["System.IO.IOException", "x", "csharp"],
    ["ActiveRecord::RecordNotFound", "x", "ruby"],
    ["std::runtime_error", "x", "c"],
    ["c10::Error", "x", "c"],
    ["PDOException", "x", "php"],
    ["NSRangeException", "x", "swift"],
    ["RESOURCE_EXHAUSTED", "x", "other"],
    ["CustomException", "x", "other"],
  ])("%s: %s", (type, message, language) => {
    expect(languageOf(type, message)).toBe(language);
  });
});
