import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { extract } from "../../../src/extract/extract.ts";
import { readJavaFrame } from "../../../src/extract/jvm/java-frame.ts";
import { fenced, told } from "../told.ts";

const call = "\tat org.acme.shop.Cart.open(Cart.java:41)";

describe("JVM stacks", () => {
  it.each([
    [
      "a logger's words in front",
      ["Request failed: java.lang.IllegalStateException: closed", call],
      ["* tb java.lang.IllegalStateException|closed 2-3"],
    ],
    [
      "a thread's, with a type that names no error",
      ['Exception in thread "worker 1" org.acme.shop.Halt: sold out', call],
      ["* tb org.acme.shop.Halt|sold out 2-3"],
    ],
    [
      "a title in front",
      ["Here is the whole Exception:", "java.lang.ArithmeticException: / by zero", call],
      ["* tb java.lang.ArithmeticException|/ by zero 3-4"],
    ],
    [
      "a message that quotes another error",
      ["org.acme.BuildException: 1 problem", "[FATAL] reading it: a.b.ParseException: no", call],
      ["* tb org.acme.BuildException|1 problem 2-4"],
    ],
    [
      "a type alone",
      ["java.lang.StackOverflowError", call, call, "\tat org.acme.shop.Ca"],
      ["* tb java.lang.StackOverflowError| 2-5"],
    ],
    [
      "Kotlin",
      [
        "kotlin.UninitializedPropertyAccessException: lateinit property cart has not been set",
        "\tat org.acme.shop.MainKt.main(Main.kt:3)",
        "\tat kotlinx.coroutines.BuildersKt.runBlocking(Unknown Source:1)",
      ],
      [
        "* tb kotlin.UninitializedPropertyAccessException|lateinit property cart has not been set 2-4",
      ],
    ],
    [
      "an error from afar",
      [
        "RemoteTransportException[[a1][10.0.0.1:9300][write]]; nested: LateException[[x]: late];",
        "Caused by: [idx][[idx][0]] LateException[[x]: late]",
        call,
      ],
      ["* tb RemoteTransportException|[a1][10.0.0.1:9300][write] 2-4"],
    ],
    ["no call below", ["a.LostException: x"], ["* line a.LostException|x 2-2"]],
    ["words that are no call", ["Look at", "at home (or not)"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("keeps a whole chain in one report, messages of several lines too", () => {
    const text = fenced(
      "java.lang.RuntimeException: cannot load",
      call,
      "Caused by: org.acme.json.MappingException: Unexpected end",
      ' at [Source: (String)"{"; line: 1, column: 2]',
      "\tat org.acme.json.Reader.read(Reader.java:7)",
      "\t... 12 common frames omitted",
      "\tSuppressed: java.io.IOException",
      "\t\tat java.base/java.io.Reader.close(Reader.java:2)",
      "Caused by: org.acme.Halt: end of file",
      "\t... 14 more",
    );
    const { reports } = extract(text);
    expect(reports.map(({ type, lastLine }) => [type, lastLine])).toEqual([
      ["java.lang.RuntimeException", 11],
    ]);
    expect(reports[0]?.causes).toEqual([
      {
        type: "org.acme.json.MappingException",
        message: "Unexpected end",
        fullMessage: 'Unexpected end\n at [Source: (String)"{"; line: 1, column: 2]',
        line: 4,
      },
      { type: "java.io.IOException", message: "", fullMessage: "", line: 8 },
      { type: "org.acme.Halt", message: "end of file", fullMessage: "end of file", line: 10 },
    ]);
  });
});

describe("calls", () => {
  it.each([
    [
      "at a.B.c(B.scala:9) ~[shop-core_2.13-1.4.0.jar!/:1.4.0]",
      "B.scala",
      9,
      "a.B.c",
      true,
      "shop-core_2.13",
    ],
    ["at a.B.c(B.java:9) [classes!/:na]", "B.java", 9, "a.B.c", false, null],
    ["at a.B.c(B.java:9) ~[?:?]", "B.java", 9, "a.B.c", false, null],
    ["at app//a.B.<init>(B.java)", "B.java", null, "a.B.<init>", false, null],
    [
      "at a.B$$Lambda$14/0x7f01.run(Unknown Source)",
      null,
      null,
      "a.B$$Lambda$14/0x7f01.run",
      false,
      null,
    ],
    [
      "at jdk.internal.reflect.Native.invoke0(Native.java:-2)",
      "Native.java",
      null,
      "jdk.internal.reflect.Native.invoke0",
      true,
      null,
    ],
    ["at a.b.C.d(SourceFile:12)", null, null, "a.b.C.d", false, null],
  ])("%s", (text, file, line, ...[name, inLibrary, jar]) => {
    expect(readJavaFrame(text)).toEqual({ file, line, function: name, inLibrary, package: jar });
  });

  it.each(["at f (/srv/a.js:1:2)", "at Shop.Cart.Open(String id)", "at a.B.c(", "at x(B.java:1)"])(
    "%s is no call",
    (text) => {
      expect(readJavaFrame(text)).toBeNull();
    },
  );
});

it("throws on no text, and every span lies within it", () => {
  const pieces = [
    "a.OneException: x",
    "b.TwoError",
    "Caused by: c.Three: y",
    "Caused by: d.FourException",
    "Suppressed: e.FiveError: z",
    call,
    "\tat a.b.C",
    "... 3 more",
    "FarException[[",
    "FarException[[a]]; nested: x",
    "Caused by: ",
    "",
    " at [Source: x]",
  ];
  const lines = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 });
  fc.assert(
    fc.property(lines, (written) => {
      const text = fenced(...written);
      const count = text.split("\n").length;
      for (const { firstLine, line, lastLine, causes } of extract(text).reports) {
        expect(1 <= firstLine && firstLine <= line && line <= lastLine && lastLine <= count).toBe(
          true,
        );
        for (const cause of causes) expect(cause.line > line && cause.line <= lastLine).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe("Crashlytics without its stack", () => {
  it.each([
    [
      "the message below the exception",
      ["Fatal Exception: java.lang.IllegalStateException", "Fragment not attached to a context"],
      ["* crash java.lang.IllegalStateException|Fragment not attached to a context 2-3"],
    ],
    ["a heading above words", ["Fatal Exception: overview", "Fragment not attached to it"], []],
    ["nothing below", ["Fatal Exception: java.lang.IllegalStateException", "", "val a = 1"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
