import { describe, expect, it } from "@jest/globals";
import { findTyped } from "../../../src/extract/reading/find-typed.ts";
import {
  isErrorType,
  lastPart,
  readTypedMessage,
} from "../../../src/extract/reading/typed-message.ts";

describe("readTypedMessage", () => {
  it.each([
    ["ValueError: bad", "ValueError", "bad"],
    ["torch.OutOfMemoryError: CUDA", "torch.OutOfMemoryError", "CUDA"],
    ["RuntimeError：内存不足", "RuntimeError", "内存不足"],
    ["StopIteration", "StopIteration", ""],
    ["OpenSSL::SSL::SSLError: no", "OpenSSL::SSL::SSLError", "no"],
    ["Slim\\Exception\\NotFound: no", "Slim\\Exception\\NotFound", "no"],
    ["TypeError [ERR_INVALID_ARG]: no", "TypeError", "no"],
    ["RuntimeError: RuntimeError: passed on", "RuntimeError", "passed on"],
    ["RuntimeErrorRuntimeError: : twice", "RuntimeError", "twice"],
    ["RuntimeErrorRuntimeError: : bothboth", "RuntimeError", "both"],
    [
      "KeyErrorKeyError: : the sizes of a and b differThe sizes of a",
      "KeyError",
      "the sizes of a and b differThe sizes of a",
    ],
    [
      "KeyErrorKeyError: : the sizes of a and b differthe sizes of a and",
      "KeyError",
      "the sizes of a and b differ",
    ],
    ["ray.RayTaskError(ValueError): no", "ray.RayTaskError(ValueError)", "no"],
    ["app.f.<locals>.BadError: no", "app.f.<locals>.BadError", "no"],
  ])("%s", (text, type, message) => {
    expect(readTypedMessage(text)).toEqual({ type, message });
  });

  it.each(["x = 1", "12: a", "a:b", "ValueError bad", "", "."])("%j is none", (text) => {
    expect(readTypedMessage(text)).toBeNull();
  });
});

describe("isErrorType", () => {
  it.each([
    "KeyError",
    "cv2.error",
    "a.b.ArrowInvalid",
    "KeyboardInterrupt",
    "INVALID_ARGUMENT",
    "ray.RayTaskError(KeyError)",
    "torch._dynamo.exc.Unsupported",
    "requests.exceptions.InvalidSchema",
    "onnxruntime.capi.onnxruntime_pybind11_state.NotImplemented",
  ])("%s is one", (type) => {
    expect(isErrorType(type)).toBe(true);
  });

  it.each([
    "UserWarning",
    "Error",
    "error",
    "Note",
    "onError",
    "DeprecationWarning",
    "INFO",
    "sqlalchemy.exc.SAWarning",
    "self.errors.append",
  ])("%s is none", (type) => {
    expect(isErrorType(type)).toBe(false);
  });
});

describe("lastPart", () => {
  it.each([
    ["torch.OutOfMemoryError", "OutOfMemoryError"],
    ["A::B", "B"],
    ["A\\B", "B"],
    ["C", "C"],
  ])("%s", (type, last) => {
    expect(lastPart(type)).toBe(last);
  });
});

describe("findTyped", () => {
  it.each([
    ["KeyError: 'x'", 0],
    ["I get KeyError: 'x'", 6],
    ["Uncaught (in promise) Error: no", 22],
  ])("%s", (text, column) => {
    expect(findTyped(text)?.column).toBe(column);
  });

  it.each([
    'raise ValueError("x: y")',
    "except KeyError: pass",
    "throw new Error: x",
    "# ValueError: in a comment",
    "/path/ValueError: x",
    "UserWarning: deprecated",
    "KeyError without a colon",
  ])("%s is none", (text) => {
    expect(findTyped(text)).toBeNull();
  });
});
