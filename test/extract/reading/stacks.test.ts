import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { readJavaFrame } from "../../../src/extract/jvm/java-frame.ts";
import { readV8Frame } from "../../../src/extract/javascript/javascript-frame.ts";
import { fenced, told } from "../told.ts";

const call = "    at run (/srv/app.js:3:5)";
const method = "\tat com.acme.Main.run(Main.java:3)";

describe("stacks of V8", () => {
  it.each([
    [
      "type and calls",
      fenced("TypeError: x is not a function", call, call),
      ["* tb TypeError|x is not a function 2-4"],
    ],
    ["uncaught", fenced("Uncaught Error: no", call), ["* tb Error|no 2-3"]],
    [
      "without a type",
      fenced("Cannot read property 'a' of undefined", call),
      ["* tb -|Cannot read property 'a' of undefined 2-3"],
    ],
    ["a message of two lines", fenced("Error: one", "two", call), ["* tb Error|one 2-4"]],
    [
      "a cause",
      fenced("Error: outer", call, "  [cause]: Error: inner", call),
      ["* tb Error|outer 2-5"],
    ],
    ["calls alone", fenced(call, call), []],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["at Object.f (/x/y.js:1:2)", "/x/y.js", 1, "Object.f", null],
    ["at async /x/y.mjs:10:2", "/x/y.mjs", 10, null, null],
    ["at Array.map (<anonymous>)", null, null, "Array.map", null],
    [
      "at new A (file:///x/node_modules/@a/b/c.js:1:2)",
      "/x/node_modules/@a/b/c.js",
      1,
      "A",
      "@a/b",
    ],
    ["at f (https://x.org/app.js:1:200)", "https://x.org/app.js", 1, "f", null],
  ])("%s", (text, ...expected) => {
    const frame = readV8Frame(text);
    expect([frame?.file, frame?.line, frame?.function, frame?.package]).toEqual(expected);
  });

  it.each(["at home", "at com.acme.A.b(A.java:3)", "look at (this)"])("%s is no call", (text) => {
    expect(readV8Frame(text)).toBeNull();
  });
});

describe("stacks of the JVM", () => {
  it.each([
    [
      "type and calls",
      fenced("java.io.IOException: gone", method),
      ["* tb java.io.IOException|gone 2-3"],
    ],
    [
      "a thread's",
      fenced('Exception in thread "main" java.lang.NullPointerException', method),
      ["* tb java.lang.NullPointerException| 2-3"],
    ],
    [
      "with causes",
      fenced(
        "a.OuterException: o",
        method,
        "Caused by: a.InnerException: i",
        method,
        "\t... 3 more",
      ),
      ["* tb a.OuterException|o 2-6"],
    ],
    [
      "from logcat",
      fenced(
        "06-11 08:02:17.441  1  2 E AndroidRuntime: a.GoneException: g",
        `06-11 08:02:17.441  1  2 E AndroidRuntime: ${method}`,
      ),
      ["* tb a.GoneException|g 2-3"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("keeps the causes in order, and only the report's own calls, outermost first", () => {
    const text = fenced(
      "a.OuterException: o",
      method,
      "\tat java.lang.Thread.run(Thread.java:8)",
      "Caused by: a.MidException: m",
      method,
      "Caused by: a.RootException",
      method,
    );
    const [report] = extract(text).reports;
    expect(report?.frames.map((frame) => frame.function)).toEqual([
      "java.lang.Thread.run",
      "com.acme.Main.run",
    ]);
    expect(report?.causes.map(({ type, line }) => [type, line])).toEqual([
      ["a.MidException", 5],
      ["a.RootException", 7],
    ]);
  });

  it.each([
    ["at com.acme.A.b(A.java:3)", "A.java", 3, "com.acme.A.b", false, null],
    [
      "at java.base/java.lang.Thread.run(Thread.java:8)",
      "Thread.java",
      8,
      "java.lang.Thread.run",
      true,
      null,
    ],
    ["at a.B.c(B.kt:1) ~[b-core-1.2.jar:1.2]", "B.kt", 1, "a.B.c", true, "b-core"],
    ["at a.B.c(Native Method)", null, null, "a.B.c", false, null],
  ])("%s", (text, file, line, ...rest) => {
    expect(readJavaFrame(text)).toEqual({
      file,
      line,
      function: rest[0],
      inLibrary: rest[1],
      package: rest[2],
    });
  });
});
