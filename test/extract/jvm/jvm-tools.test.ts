import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { classOwner } from "../../../src/extract/jvm/jvm-package.ts";
import { fenced, told } from "../told.ts";

const call = "\tat com.acme.Cart.open(Cart.java:3)";

describe("Gradle", () => {
  it.each([
    [
      "a typed cause",
      [
        "FAILURE: Build failed with an exception.",
        "",
        "* What went wrong:",
        "Execution failed for task ':app:dex'.",
        "> java.util.zip.ZipException: duplicate entry: a/B.class",
      ],
      ["* build java.util.zip.ZipException|duplicate entry: a/B.class 2-6"],
    ],
    [
      "a sentence that says it all",
      [
        "* What went wrong:",
        "Task 'jar' not found in root project 'shop'.",
        "",
        "* Try:",
        "Run gradle tasks.",
      ],
      ["* build -|Task 'jar' not found in root project 'shop'. 2-3"],
    ],
    [
      "the heading cut off",
      [
        "Execution failed for task ':app:lint'.",
        "> Lint found errors in the project; aborting build.",
      ],
      ["* build -|Lint found errors in the project; aborting build. 2-3"],
    ],
    ["a good build", ["> Task :app:lint", "BUILD SUCCESSFUL in 2s"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads the levels where Markdown took their marks", () => {
    const text = [
      "It fails:",
      "",
      "* What went wrong:",
      "Execution failed for task ':app:dex'.",
      "> Out of memory",
      "",
    ].join("\n");
    expect(told(text)).toEqual(["* build -|Out of memory 3-5"]);
  });
});

describe("Maven", () => {
  it.each([
    [
      "a goal that failed",
      [
        "[INFO] BUILD FAILURE",
        "[ERROR] Failed to execute goal a:b:1:run (default-cli) on project shop: no main class -> [Help 1]",
        "[ERROR] ",
        "[ERROR] Re-run Maven using the -X switch to enable full debug logging.",
      ],
      [
        "* build ERROR|Failed to execute goal a:b:1:run (default-cli) on project shop: no main class 3-3",
      ],
    ],
    [
      "a message of several lines",
      [
        "[ERROR] Failed to execute goal a:b:1:run (default-cli) on project shop: ",
        "[ERROR] no main class",
        "[ERROR] -> [Help 1]",
      ],
      ["* build ERROR|Failed to execute goal a:b:1:run (default-cli) on project shop: 2-3"],
    ],
    [
      "Kotlin's compiler",
      ["[ERROR] /src/Cart.kt:[3,8] Unresolved reference: open"],
      ["* compiler error|Unresolved reference: open 2-2"],
    ],
    [
      "a stack behind sbt's marks",
      [
        "[info] running",
        "[error] (run-main-0) java.lang.IllegalStateException: no",
        "[error] java.lang.IllegalStateException: no",
        "[error] \tat com.acme.Cart.open(Cart.java:3)",
        "[error] Caused by: java.io.IOException: gone",
        "[error] \t... 3 more",
      ],
      ["* tb java.lang.IllegalStateException|no 3-7"],
    ],
    ["a warning", ["[WARNING] /src/Cart.java:[3,8] unchecked call"], []],
    [
      "with -e",
      [
        "org.apache.maven.lifecycle.LifecycleExecutionException: Failed to run",
        "    at org.apache.maven.lifecycle.MojoExecutor.execute (MojoExecutor.java:213)",
        "    at java.lang.reflect.Method.invoke (Native Method)",
      ],
      ["* tb org.apache.maven.lifecycle.LifecycleExecutionException|Failed to run 2-4"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("compilers", () => {
  it.each([
    [
      "javac",
      [
        "Cart.java:12: error: cannot find symbol",
        "    foo();",
        "    ^",
        "  symbol:   method foo()",
        "  location: class Cart",
        "1 error",
      ],
      ["* compiler error|cannot find symbol 2-6"],
    ],
    [
      "javac in Chinese, on Windows",
      ["C:\\src\\Cart.java:12: 错误: 找不到符号", "    foo();", "    ^"],
      ["* compiler error|找不到符号 2-4"],
    ],
    [
      "kotlinc before 1.8",
      ["e: /src/Cart.kt: (12, 5): Unresolved reference: foo"],
      ["* compiler error|Unresolved reference: foo 2-2"],
    ],
    [
      "kotlinc since then",
      ["e: file:///src/Cart.kt:12:5 Unresolved reference: foo"],
      ["* compiler error|Unresolved reference: foo 2-2"],
    ],
    [
      "kotlinc's own failure",
      ["e: java.lang.NoClassDefFoundError: com/acme/Plugin"],
      ["* line java.lang.NoClassDefFoundError|com/acme/Plugin 2-2"],
    ],
    [
      "sbt",
      [
        "[error] /src/Cart.scala:12:5: value foo is not a member of Cart",
        "[error]     foo",
        "[error]     ^",
      ],
      ["* compiler error|value foo is not a member of Cart 2-4"],
    ],
    [
      "Scala 3",
      [
        "-- [E006] Not Found Error: /src/Cart.scala:3:4 ----",
        "3 |    foo",
        "  |    ^^^",
        "  |    Not found: foo",
        "1 error found",
      ],
      ["* compiler E006|Not found: foo 2-5"],
    ],
    [
      "Android's resources",
      ["ERROR: /src/res/values.xml:12: AAPT: error: resource string/x not found."],
      ["* compiler error|resource string/x not found. 2-2"],
    ],
    [
      "a warning",
      [
        "Cart.java:3: warning: [removal] close() is marked for removal",
        "w: file:///src/Cart.kt:3:8 x",
      ],
      [],
    ],
    ["a test of javac", ['assertEquals("Cart.java:12: error: cannot find symbol", out);'], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("tests", () => {
  it.each([
    [
      "Gradle",
      [
        "CartTest > opens() FAILED",
        "    java.lang.AssertionError: closed",
        "        at com.acme.CartTest.opens(CartTest.java:9)",
        "",
        "3 tests completed, 1 failed",
      ],
      ["* test java.lang.AssertionError|closed 2-4"],
    ],
    [
      "Surefire before 3",
      [
        "opens(com.acme.CartTest)  Time elapsed: 0.1 sec  <<< ERROR!",
        "java.lang.NullPointerException",
        call,
      ],
      ["* test java.lang.NullPointerException| 2-4"],
    ],
    [
      "a summary alone",
      [
        "[ERROR] Failures: ",
        "[ERROR]   CartTest.opens:14 expected: <2> but was: <1>",
        "[ERROR]   CartTest.closes:20 expected: <3> but was: <1>",
        "[INFO] ",
      ],
      ["* test -|expected: <2> but was: <1> 2-4"],
    ],
    ["no failure", ["[INFO] Tests run: 3, Failures: 0, Errors: 0"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("Android", () => {
  it.each([
    [
      "a viewer's old format",
      [
        "11-06 14:57:50.803 2363-2363/com.acme A/libc: Fatal signal 11 (SIGSEGV), code 1, fault addr 0x0 in tid 2363 (com.acme)",
      ],
      ["* crash SIGSEGV|code 1, fault addr 0x0 in tid 2363 (com.acme) 2-2"],
    ],
    [
      "a tombstone without its signal's record",
      [
        "signal 11 (SIGSEGV), code 1 (SEGV_MAPERR), fault addr 0x30",
        "    r0 422c5ee0  r1 4233a780",
        "backtrace:",
        "    #00 pc 000e1818  /system/lib/libart.so",
      ],
      ["* crash SIGSEGV|code 1 (SEGV_MAPERR), fault addr 0x30 2-5"],
    ],
    [
      "an exception without calls",
      [
        "E/AndroidRuntime( 12): FATAL EXCEPTION: main",
        "E/AndroidRuntime( 12): Process: com.acme, PID: 12",
        "E/AndroidRuntime( 12): java.lang.OutOfMemoryError: no room",
      ],
      ["* logcat java.lang.OutOfMemoryError|no room 2-4"],
    ],
    [
      "no answer",
      [
        "E/ActivityManager( 12): ANR in com.acme (com.acme/.Main)",
        "E/ActivityManager( 12): PID: 3",
        "E/ActivityManager( 12): Reason: Input dispatching timed out",
      ],
      ["* logcat ANR|Input dispatching timed out 2-4"],
    ],
    [
      "a signal that was sent",
      ["I/Process ( 12): Sending signal. PID: 12 SIG: 9", "signal strength 11 (GOOD)"],
      [],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("the JVM itself", () => {
  it.each([
    [
      "a failed guarantee",
      [
        "# A fatal error has been detected by the Java Runtime Environment:",
        "#",
        "#  Internal Error (sharedRuntime.cpp:553), pid=1, tid=2",
        "#  guarantee(cb != NULL) failed: must be",
        "#",
        "# JRE version: 17",
      ],
      ["* crash Internal Error|(sharedRuntime.cpp:553), pid=1, tid=2 2-4"],
    ],
    [
      "no memory",
      [
        "# There is insufficient memory for the Java Runtime Environment to continue.",
        "# Native memory allocation (mmap) failed to map 123 bytes",
      ],
      ["* crash -|Native memory allocation (mmap) failed to map 123 bytes 2-3"],
    ],
    [
      "no main class",
      [
        "Error: Could not find or load main class com.acme.Shop",
        "Caused by: java.lang.ClassNotFoundException: com.acme.Shop",
      ],
      ["* line Error|Could not find or load main class com.acme.Shop 2-3"],
    ],
    [
      "Clojure",
      ["Execution error (ArithmeticException) at user/eval1 (REPL:1).", "Divide by zero"],
      ["* line ArithmeticException|Divide by zero 2-3"],
    ],
    [
      "Spring Boot",
      [
        "APPLICATION FAILED TO START",
        "",
        "Description:",
        "",
        "A bean of type 'A' could not be found.",
        "",
        "Action:",
        "",
        "Define one.",
        "",
      ],
      ["* log -|A bean of type 'A' could not be found. 2-10"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("leaves out exceptions that are none of the causes", () => {
    const text = fenced(
      "java.lang.Exception: outer",
      call,
      "\tSuppressed: kotlinx.coroutines.internal.DiagnosticCoroutineContextException: [x]",
      "Caused by: java.lang.IllegalStateException: inner",
      "\t... 2 more",
      "\tSuppressed: [CIRCULAR REFERENCE: java.lang.Exception: outer]",
    );
    const { reports } = extract(text);
    expect(
      reports.map(({ causes, lastLine }) => [causes.map(({ type }) => type), lastLine]),
    ).toEqual([[["java.lang.IllegalStateException"], 7]]);
  });

  it.each([
    ["java.lang.Thread.run", true, null],
    ["org.springframework.boot.SpringApplication.run", true, "org.springframework.boot"],
    ["io.netty.channel.Channel.read", true, "io.netty"],
    ["okhttp3.Call.execute", true, "okhttp3"],
    ["com.acme.Cart.open", false, null],
    ["org.springframework", false, null],
  ])("%s belongs to a package or not", (name, inLibrary, owner) => {
    expect(classOwner(name)).toEqual({ inLibrary, package: owner });
  });
});
