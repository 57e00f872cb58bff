import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

describe("Jest", () => {
  it.each([
    [
      "a comparison and an error",
      [
        " FAIL  src/cart.test.js",
        "  ● cart › sums",
        "",
        "    expect(received).toBe(expected) // Object.is equality",
        "",
        "    Expected: 3",
        "    Received: 4",
        "",
        "    > 12 |   expect(sum(cart)).toBe(3);",
        "         |                     ^",
        "",
        "      at Object.<anonymous> (src/cart.test.js:12:21)",
        "",
        "  ● cart › loads",
        "",
        "    TypeError: x is null",
        "",
        "      at load (src/load.js:4:5)",
        "",
        "Tests:       2 failed, 2 total",
      ],
      [
        "* test -|expect(received).toBe(expected) // Object.is equality 3-13",
        "  test TypeError|x is null 15-19",
      ],
    ],
    [
      "a token below its explanation",
      [
        "  ● Test suite failed to run",
        "",
        "    Jest encountered an unexpected token",
        "",
        "    Jest failed to parse a file.",
        "",
        "    Details:",
        "",
        "    SyntaxError: Unexpected token 'export'",
        "",
        "      at parse (node_modules/jest-runtime/build/index.js:1:2)",
      ],
      ["* test SyntaxError|Unexpected token 'export' 2-12"],
    ],
    [
      "ts-jest",
      [
        "  ● Test suite failed to run",
        "",
        "    src/a.ts:12:5 - error TS2304: Cannot find name 'x'.",
        "",
        "    12     x();",
        "           ~",
      ],
      ["* test TS2304|Cannot find name 'x'. 2-7"],
    ],
    [
      "an end that came too early",
      ["  ● Cannot log after tests are done. Did you forget to wait?", "    Attempted to log x."],
      ["* test -|Cannot log after tests are done. Did you forget to wait? 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("keeps the comparison in the message, without source and compiler's source", () => {
    const messages = extract(
      fenced(
        "  ● sums",
        "",
        "    expect(received).toBe(expected)",
        "",
        "    Expected: 3",
        "    Received: 4",
        "",
        "      11 |",
        "    > 12 |   expect(4).toBe(3);",
        "  ● Test suite failed to run",
        "",
        "    src/a.ts:12:5 - error TS2304: Cannot find name 'x'.",
        "",
        "    12     x();",
        "           ~",
      ),
    ).reports.map(({ fullMessage }) => fullMessage);
    expect(messages).toEqual([
      "expect(received).toBe(expected)\n\nExpected: 3\nReceived: 4",
      "Cannot find name 'x'.",
    ]);
  });

  it.each([
    ["a console's section", ["  ● Console", "", "    console.log src/a.js:1", "      hello"]],
    [
      "a deprecation",
      ["● Deprecation Warning:", "", '  Option "x" was replaced by "y".', "  Expected: nothing"],
    ],
    ["a list that a person wrote", ["● open the shop", "  click on the cart", "● look at it"]],
    ["passed tests", [" PASS  src/a.test.js", "  ✓ opens (2 ms)"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});

describe("Vitest", () => {
  it.each([
    [
      "a comparison",
      [
        " FAIL  src/a.test.ts > cart > sums",
        "AssertionError: expected 4 to be 3",
        "",
        "- Expected",
        "+ Received",
        "",
        "- 3",
        "+ 4",
        "",
        " ❯ src/a.test.ts:12:21",
        "     12|   expect(sum(cart)).toBe(3);",
        "       |                     ^",
        "",
        "⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/1]⎯",
      ],
      ["* test AssertionError|expected 4 to be 3 2-13"],
    ],
    [
      "tests that failed alike",
      [" FAIL  a.test.ts > a", " FAIL  a.test.ts > b", "Error: no shop", " ❯ open a.ts:1:2"],
      ["* test Error|no shop 2-5"],
    ],
    [
      "an unhandled rejection",
      ["⎯⎯⎯⎯ Unhandled Rejection ⎯⎯⎯⎯⎯", "TypeError: fetch failed", " ❯ load src/load.ts:3:5"],
      ["* test TypeError|fetch failed 2-4"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["a count", [" Test Files  1 failed (1)", " FAIL  Tests failed. Watching for file changes..."]],
    ["a rule", ["⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯", "", "Vitest caught 1 unhandled error."]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});

describe("numbered failures", () => {
  it.each([
    [
      "Mocha, whose message is not indented",
      [
        "  1 failing",
        "",
        "  1) cart",
        "       sums:",
        "",
        "      AssertionError [ERR_ASSERTION]: Expected values to be equal:",
        "",
        "4 !== 3",
        "",
        "      + expected - actual",
        "      at Context.<anonymous> (test/cart.test.js:9:12)",
        "",
        "  2) cart loads:",
        "     Error: no shop",
        "      at load (src/load.js:4:5)",
      ],
      ["* test AssertionError|Expected values to be equal: 4-12", "  test Error|no shop 14-16"],
    ],
    [
      "a hook",
      ['  1) "before each" hook for "sums":', "     Error: Timeout of 2000ms exceeded."],
      ["* test Error|Timeout of 2000ms exceeded. 2-3"],
    ],
    [
      "Cypress",
      [
        "  1) login",
        "       opens:",
        "     CypressError: Timed out retrying after 4000ms",
        "      at Context.eval (webpack://shop/./cypress/login.cy.js:5:7)",
      ],
      ["* test CypressError|Timed out retrying after 4000ms 2-5"],
    ],
    [
      "Playwright",
      [
        "  1) [chromium] › cart.spec.ts:3:1 › sums ─────",
        "",
        "    Error: expect(locator).toHaveText(expected)",
        "",
        '    Expected string: "3"',
        "",
        "    > 5 |   await expect(sum).toHaveText('3');",
        "",
        "        at /srv/tests/cart.spec.ts:5:38",
        "",
        "  1 failed",
      ],
      ["* test Error|expect(locator).toHaveText(expected) 2-10"],
    ],
    [
      "Jasmine",
      [
        "1) cart sums",
        "  Message:",
        "    Expected 4 to be 3.",
        "  Stack:",
        "    Error: Expected 4 to be 3.",
        "        at <Jasmine>",
        "        at UserContext.<anonymous> (/srv/cart.spec.js:5:20)",
      ],
      ["* test -|Expected 4 to be 3. 2-8"],
    ],
    [
      "Karma",
      [
        "Chrome Headless 91.0.4472.77 (Linux x86_64) AppComponent should create FAILED",
        "\tNullInjectorError: No provider for HttpClient!",
        "\t    at <Jasmine>",
        "\t    at get (node_modules/@angular/core/core.mjs:6359:27)",
        "Chrome Headless 91.0.4472.77 (Linux x86_64): Executed 1 of 1 (1 FAILED)",
      ],
      ["* test NullInjectorError|No provider for HttpClient! 2-5"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["a list in prose", "a\nb\n\n1) Open the shop:\n   click on it\n2) Look:\n   nothing"],
    ["a list in a fence", fenced("1) open:", "   click", "2) look:", "   nothing is there")],
    ["the list of tests", fenced("  cart", "    1) sums", "    2) loads", "", "  0 passing (8ms)")],
    ["a record", fenced("Build 12 (nightly) FAILED", "Chrome 91.0 (Linux) FAILED")],
  ])("none: %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
