import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { extract } from "../../src/extract/extract.ts";
import { without } from "./told.ts";

const pieces = [
  "Traceback (most recent call last):",
  '  File "/a/lib/python3.10/site-packages/x/y.py", line 3, in f',
  '  File "run.py", line 1, in <module>',
  "    foo()",
  "ValueError: bad value",
  "pkg.sub.CustomError: what",
  "KeyError: 'x'",
  "During handling of the above exception, another exception occurred:",
  "The above exception was the direct cause of the following exception:",
  "-".repeat(75),
  "TypeError                                 Traceback (most recent call last)",
  "Cell In[3], line 1",
  "----> 1 foo()",
  "E       AssertionError: no",
  "___________ test_a ___________",
  "╭──── Traceback (most recent call last) ────╮",
  "│ /a/b.py:3 in f │",
  "╰───────────────╯",
  "  + Exception Group Traceback (most recent call last):",
  "  +-+---------------- 1 ----------------",
  "  | ExceptionGroup: group (1 sub-exception)",
  "TypeError: x is not a function",
  "    at f (/a/node_modules/b/c.js:1:2)",
  "java.lang.IllegalStateException: no",
  "\tat com.acme.A.b(A.java:3)",
  "Caused by: java.io.IOException: gone",
  "npm ERR! code E404",
  "panic: runtime error: oops",
  "goroutine 1 [running]:",
  "thread 'main' panicked at src/main.rs:1:1:",
  "2024-01-01 10:00:00,123 ERROR [app] it failed badly",
  "[rank1]: ValueError: bad value",
  "(Worker_TP0 pid=12) ERROR 07-02 16:58:15 [x.py:8] Traceback (most recent call last):",
  "main.c:1:2: error: expected ';'",
  "In file included from a.h:1,",
  "a.o: in function `f':",
  "a.c:3: undefined reference to `g'",
  "CMake Error at a.cmake:1 (b):",
  "  set in",
  "error[E0425]: cannot find value `x`",
  " --> src/main.rs:1:1",
  "Caused by:",
  "    0: gone",
  "--- FAIL: TestA (0.00s)",
  "    a_test.go:9: got 1, want 2",
  "==1==ERROR: AddressSanitizer: SEGV on unknown address",
  "    #0 0x4f3b in main a.c:5",
  "Program received signal SIGSEGV, Segmentation fault.",
  "#0  0x1 in f (a=1) at a.c:3",
  "terminate called after throwing an instance of 'a::E'",
  "  what():  gone",
  "Segmentation fault (core dumped)",
  "a_test.cc:12: Failure",
  "```",
  "```python",
  "~~~",
  "> quoted",
  "- item",
  "<!-- comment",
  "-->",
  "<details>",
  "### Relevant log output",
  "_No response_",
  "RuntimeError：内存不足",
  '"stack": "-----\\n  File \\"a.py\\", line 1, in f\\nValueError: x"',
  "",
  "\u0000",
  "\ud800",
  "\u001b[31mValueError\u001b[0m: red",
];

const issue = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
    maxLength: 40,
  })
  .map((lines) => lines.join("\n"));

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string(), issue);

describe("extract", () => {
  it("throws on no text, and every span lies within the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { reports, primary } = extract(text);
        const count = text.split("\n").length;
        for (const { firstLine, line, lastLine, causes, repeatedAt } of reports) {
          expect([1 <= firstLine, firstLine <= line, line <= lastLine, lastLine <= count]).toEqual([
            true,
            true,
            true,
            true,
          ]);
          for (const at of [...causes.map((cause) => cause.line), ...repeatedAt]) {
            expect(at >= 1 && at <= count).toBe(true);
          }
        }
        expect(primary === null).toBe(reports.length === 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads the same whatever the line ends", () => {
    fc.assert(
      fc.property(issue, (text) => {
        const plain = text.replaceAll("\r", "");
        expect(extract(plain.replaceAll("\n", "\r\n"))).toEqual(extract(plain));
      }),
      { numRuns: 500 },
    );
  });

  const trace = [
    "Traceback (most recent call last):",
    '  File "/srv/run.py", line 31, in <module>',
    "    main()",
    '  File "/srv/lib/python3.10/site-packages/peft/peft_model.py", line 9, in forward',
    "    raise ValueError(text)",
  ];
  const prefixes = [
    "> ",
    "[rank3]: ",
    "    ",
    "2024-05-05T10:00:00.1234567Z ",
    "(Worker_TP1 pid=88) ",
    "app-1  | ",
  ];

  it.each(prefixes)("reads the same behind the prefix %j", (prefix) => {
    fc.assert(
      fc.property(
        fc.constantFrom("ValueError", "torch.OutOfMemoryError", "a.b.Failed"),
        fc.stringMatching(/^[a-z][a-z ']{0,60}[a-z]$/),
        (type, message) => {
          const lines = [...trace, `${type}: ${message}`];
          const bare = extract(["```", ...lines, "```"].join("\n")).reports;
          const prefixed = extract(
            ["```", ...lines.map((line) => prefix + line), "```"].join("\n"),
          ).reports;
          expect(without("prefixes", prefixed)).toEqual(without("prefixes", bare));
        },
      ),
      { numRuns: 50 },
    );
  });
});
