import { describe, expect, it } from "@jest/globals";
import { fenced, told } from "../told.ts";

/** A text below a title that says nothing. */
function issue(...lines: string[]): string {
  return ["It does not work", "", ...lines].join("\n");
}

describe("errors that reporters typed or copied by hand", () => {
  it.each([
    [
      "no blank behind the type",
      issue("RuntimeError:shapes cannot be multiplied (2x3 and 4x5)，怎么解决"),
      "* line RuntimeError|shapes cannot be multiplied (2x3 and 4x5) 3-3",
    ],
    [
      "quotes around the error, an apostrophe behind them",
      issue("I got 'KeyError: 'the model' is gone' when running it. I'm lost"),
      "* inline KeyError|'the model' is gone 3-3",
    ],
    [
      "quotes around an error of PHP",
      issue('"Fatal error: Call to undefined function f() in /a/b.php on line 47"'),
      "* line Fatal error|Call to undefined function f() 3-3",
    ],
    [
      "quotes around a line that a sentence announces",
      issue(
        "In the logs I see this error:",
        '"http: proxy error: dial tcp 10.0.0.1:80: i/o timeout"',
      ),
      "* line -|http: proxy error: dial tcp 10.0.0.1:80: i/o timeout 4-4",
    ],
    [
      "a wish in another sentence than the quotation",
      issue(
        "I would love to try this. I get the error `there is no package called 'a.b'`. Could you help",
      ),
      "* inline -|there is no package called 'a.b' 3-3",
    ],
    [
      "a place that the reporter names behind the message",
      issue("I'm getting a KeyError: the key is gone in cell three when running it"),
      "* inline KeyError|the key is gone 3-3",
    ],
    [
      "Chinese words right behind the message",
      issue("请教：AssertionError: Torch not compiled with CUDA enabled这个问题怎么解决"),
      "* inline AssertionError|Torch not compiled with CUDA enabled 3-3",
    ],
    [
      "Python's words without their type",
      issue("执行a.run()时出现：'DataFrame' object has no attribute 'append'报错。"),
      "* inline -|'DataFrame' object has no attribute 'append' 3-3",
    ],
    [
      "a record of Python's logging",
      issue("I get this", "ERROR:root:Failed to validate prompt for output 15:"),
      "* log ERROR|Failed to validate prompt for output 15: 4-4",
    ],
    [
      "a code span over several lines",
      issue("`1>a.obj : error LNK2001: unresolved external symbol f", "1>a.dll : fatal error`"),
      "* linker LNK2001|unresolved external symbol f 3-3",
    ],
    [
      "PostgreSQL outside of a fence",
      issue('ERROR:  syntax error at or near "AS"', "LINE 580:     AS integer"),
      '* line ERROR|syntax error at or near "AS" 3-4',
    ],
    [
      "a builder within a sentence",
      issue(
        '构建的时候报错：ERROR: failed to solve: process "/bin/sh -c x" failed: exit code: 1，不知道',
      ),
      '* inline ERROR|failed to solve: process "/bin/sh -c x" failed: exit code: 1 3-3',
    ],
    [
      "a builder on a line of its own",
      issue('ERROR: failed to solve: process "/bin/sh -c x" failed: exit code: 100'),
      '* build ERROR|failed to solve: process "/bin/sh -c x" failed: exit code: 100 3-3',
    ],
    [
      "a trace at the margin",
      issue(
        "Traceback (most recent call last):",
        "File “a.py”, line 157, in",
        "Exception: 起動にエラーが発生",
      ),
      "* tb Exception|起動にエラーが発生 3-5",
    ],
    [
      "a function's name that a terminal wrapped",
      fenced(
        "Traceback (most recent call last):",
        '  File "/a/case.py", line 197, in r',
        "unTest",
        "    self.test(*self.arg)",
        "TypeError: f() takes 2 arguments",
      ),
      "* tb TypeError|f() takes 2 arguments 2-6",
    ],
    [
      "colors as tags",
      issue(
        '<pre><font color="red">../a.ts</font>:<font>1</font>:2 - <font>error</font><font> TS2322: </font>Type &apos;a&apos; is bad.',
        "</pre>",
      ),
      "* compiler TS2322|Type 'a' is bad. 3-3",
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    [
      "advice on errors that anyone may meet",
      issue(
        "Here are some common reasons why you might encounter such errors:",
        "",
        "Missing Definitions: You've declared a function but forgot its definition.",
      ),
    ],
    ["an exception without a message", issue('It will display "ValueError: ValueError", alas')],
    [
      "Python's words in a sentence about them",
      issue("Docs should explain what 'DataFrame' object has no attribute 'append' means"),
    ],
    ["a level that a sentence speaks of", issue("ERROR:root is the level and the logger")],
    ["a setting without a blank", issue("ValueError:ignore")],
    ["a name in a path of Ruby's", issue("Foo::RuntimeError::Handler is the class to look at")],
    [
      "a builder's error that is wished for",
      issue("It should print ERROR: failed to solve: exit code: 1"),
    ],
    ["a builder's error that is gone", issue("This fixes ERROR: failed to solve: x: exit code: 1")],
    ["a level without PostgreSQL's details", issue("ERROR:  is what the level is called")],
    ["an improved wording in the same sentence", issue("The error `no a.b here` would be better")],
    ["code in a span over several lines", issue('`throw new Error("no a.b here")', "return 1`")],
    ["PHP's words in code", fenced('log("Fatal error: f() in /a/b.php on line 47");')],
  ])("is no error: %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("errors around other errors", () => {
  it.each([
    [
      "a linker's count",
      [
        "a.obj : error LNK2019: unresolved external symbol f",
        "a.dll : fatal error LNK1120: 1 unresolved externals",
      ],
      "* linker LNK2019|unresolved external symbol f 2-2",
    ],
    [
      "a task's end below the compiler's error",
      [
        "src/a.ts(102,76): error TS2322: Type 'a' is bad.",
        "[23:39:19] Error: TypeScript: Compilation failed",
        "    at Output.mightFinish (/a/node_modules/gulp-typescript/release/output.js:130:43)",
      ],
      "* compiler TS2322|Type 'a' is bad. 2-2",
    ],
    [
      "rollup's plugin around the compiler",
      ["[!] (plugin rpt2) Error: path:/a/b.ts(29,4): semantic error TS2322: Type 'a' is bad."],
      "* compiler TS2322|Type 'a' is bad. 2-2",
    ],
    [
      "Node's warning around a lower-case error",
      [
        '(node:47) UnhandledPromiseRejectionWarning: error: syntax error at or near "X"',
        "    at Parser.parse (/a/node_modules/pg-protocol/dist/parser.js:278:15)",
      ],
      '* tb error|syntax error at or near "X" 2-3',
    ],
    [
      "Go's server with words in front",
      [
        "up.got here 1.2020/02/13 19:41:05 http: panic serving [::1]:60825: runtime error: nil pointer",
        "goroutine 3 [running]:",
      ],
      "* panic panic|runtime error: nil pointer 2-3",
    ],
    [
      "an event of an older cluster",
      [
        "  10m   1m   5   kubelet, 10.0.0.1            Warning        FailedMount    Unable to mount volumes for pod a",
      ],
      "* service FailedMount|Unable to mount volumes for pod a 2-2",
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toContainEqual(expected);
  });

  it("prefers an error in the text to its summary in the title", () => {
    const text = ["GatedRepoError: 401; log in", "", fenced("GatedRepoError: 401 Error. (id: 1)")];
    expect(told(text.join("\n"))).toContainEqual("* line GatedRepoError|401 Error. (id: 1) 4-4");
  });

  it("prefers the message that a sentence quotes to a cell's output that broke off", () => {
    const text = issue(
      "Training stops with RuntimeError: mat1 and mat2 cannot be multiplied",
      "",
      "```",
      "RuntimeError                              Traceback (most recent call last)",
      "<ipython-input-23-0023c61704bf> in <cell line: 2>()",
      "----> 2 trainer_stats = trainer.train()",
      "```",
    );
    expect(told(text)).toContainEqual(
      "* inline RuntimeError|mat1 and mat2 cannot be multiplied 3-3",
    );
  });
});
