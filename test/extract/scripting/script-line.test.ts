import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

describe("what JavaScript prints without a stack", () => {
  it.each([
    [
      "an error that Vue caught",
      ['[Vue warn]: Error in render: "TypeError: x is null"', "", "found in", "", "---> <Cart>"],
      ["* line TypeError|x is null 2-2"],
    ],
    [
      "one in a watcher, from a console",
      ['vue.js:619 [Vue warn]: Error in callback for watcher "id": "RangeError: too big"'],
      ["* line RangeError|too big 2-2"],
    ],
    [
      "a rejection of old Node, and the warnings behind it",
      [
        "(node:12) UnhandledPromiseRejectionWarning: TypeError: x is null",
        "(node:12) UnhandledPromiseRejectionWarning: Unhandled promise rejection. (rejection id: 2)",
        "(node:12) [DEP0018] DeprecationWarning: Unhandled promise rejections are deprecated.",
      ],
      ["* line TypeError|x is null 2-2"],
    ],
    [
      "an error without a stack, and its fields",
      [
        "[Error: ENOENT: no such file, open 'a'] {",
        "  errno: -2,",
        "  code: 'ENOENT'",
        "}",
        "done",
      ],
      ["* line Error|ENOENT: no such file, open 'a' 2-5"],
    ],
    [
      "words in front of it",
      ["Possible Unhandled Promise Rejection (id: 0): [TypeError: x is null]"],
      ["* line TypeError|x is null 2-2"],
    ],
    [
      "a rejection with a string, below Node's excerpt",
      [
        "node:internal/process/promises:288",
        "            triggerUncaughtException(err, true);",
        "            ^",
        "",
        '[UnhandledPromiseRejection: This error originated. The reason "x".] {',
        "  code: 'ERR_UNHANDLED_REJECTION'",
        "}",
      ],
      ['* line UnhandledPromiseRejection|This error originated. The reason "x". 2-8'],
    ],
    [
      "an object of Chrome's console",
      ["Uncaught (in promise) AxiosError {message: 'Network Error', name: 'AxiosError', …}"],
      ["* line AxiosError|Network Error 2-2"],
    ],
    [
      "an uncaught sentence",
      ["app.js:3 Uncaught Could not open the cart"],
      ["* line -|Could not open the cart 2-2"],
    ],
    [
      "React's invariant",
      ["Uncaught Invariant Violation: Minified React error #31; visit https://r.test"],
      ["* line Invariant Violation|Minified React error #31; visit https://r.test 2-2"],
    ],
    [
      "what V8 says",
      ["cart.total is not a function"],
      ["* line -|cart.total is not a function 2-2"],
    ],
    [
      "what Safari says",
      ["undefined is not an object (evaluating 'cart.total')"],
      ["* line -|undefined is not an object (evaluating 'cart.total') 2-2"],
    ],
    [
      "a blocked request",
      [
        "Access to fetch at 'http://a' from origin 'null' has been blocked by CORS policy: No header",
      ],
      [
        "* line -|Access to fetch at 'http://a' from origin 'null' has been blocked by CORS policy: No header 2-2",
      ],
    ],
    [
      "a policy",
      ["Refused to load the script 'http://a/x.js' because it violates the following directive"],
      [
        "* line -|Refused to load the script 'http://a/x.js' because it violates the following directive 2-2",
      ],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads the cause among an error's fields", () => {
    const text = fenced("[Error: outer] {", "  [cause]: [TypeError: inner]", "}");
    expect(extract(text).reports[0]?.causes.map(({ message }) => message)).toEqual(["inner"]);
  });

  it.each([
    ["[Vue warn]: Failed to resolve component: cart"],
    ["[Vue warn]: Unhandled error during execution of setup function"],
    ["(node:12) UnhandledPromiseRejectionWarning: Unhandled promise rejection."],
    ["expect(result).toEqual([TypeError: x is null])"],
    ["const errors = [Error: x]"],
    ["if (cart.total is not a function) return;"],
    ["  // cart.total is not a function"],
    ["window.onerror = () => 'Uncaught Invariant Violation: x';"],
    ["Uncaught"],
    ["[info] Access to the shop is open"],
    ["[12:00:01] Refused to guess"],
  ])("%s is no error", (line) => {
    expect(told(fenced(line))).toEqual([]);
  });
});
