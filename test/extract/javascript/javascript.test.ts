import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { extract } from "../../../src/extract/extract.ts";
import { readScriptFrame, readV8Frame } from "../../../src/extract/javascript/javascript-frame.ts";
import { fenced, told } from "../told.ts";

const call = "    at open (/srv/shop/node_modules/@acme/db/lib/pool.js:41:11)";
const last = "    at async main (file:///srv/shop/start.mjs:9:3)";

/** The causes of the only report, as `type|message line`. */
function causesOf(text: string): string[] {
  const { reports } = extract(text);
  expect(reports).toHaveLength(1);
  return reports.flatMap(({ causes }) =>
    causes.map(({ type, message, line }) => `${type ?? "-"}|${message} ${line}`),
  );
}

describe("what stands above a JavaScript stack", () => {
  it.each([
    [
      "a rejection in the browser",
      ["Uncaught (in promise) TypeError: Failed to fetch", call],
      ["* tb TypeError|Failed to fetch 2-3"],
    ],
    [
      "a file in front, as Chrome copies it",
      ["cart.js:88 Uncaught RangeError: Invalid array length", call],
      ["* tb RangeError|Invalid array length 2-3"],
    ],
    [
      "the overlay of Create React App",
      ["Unhandled Rejection (TypeError): Cannot read properties of null (reading 'id')", call],
      ["* tb TypeError|Cannot read properties of null (reading 'id') 2-3"],
    ],
    [
      "Node's old word for a rejection",
      ["(node:812) UnhandledPromiseRejectionWarning: Error: no database", call],
      ["* tb Error|no database 2-3"],
    ],
    [
      "a code",
      ["TypeError [ERR_INVALID_ARG_TYPE]: The path must be a string", call],
      ["* tb TypeError|The path must be a string 2-3"],
    ],
    [
      "a module that is missing, with what required it",
      ["Error: Cannot find module 'left'", "Require stack:", "- /srv/shop/start.js", call, last],
      ["* tb Error|Cannot find module 'left' 2-6"],
    ],
    [
      "a message that begins a line below",
      ["PrismaClientKnownRequestError: ", "Invalid invocation of create()", "", "Unique", call],
      ["* tb PrismaClientKnownRequestError|Invalid invocation of create() 2-6"],
    ],
    [
      "PostgreSQL's lower case",
      ['error: relation "carts" does not exist', call],
      ['* tb error|relation "carts" does not exist 2-3'],
    ],
    [
      "React's invariant",
      ['Invariant Violation: requireNativeComponent: "Map" was not found', call],
      ['* tb Invariant Violation|requireNativeComponent: "Map" was not found 2-3'],
    ],
    ["a type alone", ["AssertionError [ERR_ASSERTION]:", call], ["* tb AssertionError| 2-3"]],
    [
      "calls without a name between those with one",
      [
        "TypeError: x is null",
        "open@index.android.bundle:156:572",
        "index.android.bundle:29:955",
        "[native code]",
        "value@81.js:1:1505",
      ],
      ["* tb TypeError|x is null 2-6"],
    ],
    ["doubled line ends", ["Error: twice", "", call, "", last], ["* tb Error|twice 2-6"]],
    [
      "Node's excerpt of the source",
      ["/srv/shop/start.js:3", '  throw new Error("boom");', "  ^", "", "Error: boom", call],
      ["* tb Error|boom 2-7"],
    ],
    ["a title of the stack", ["Stack trace:", call], []],
    [
      "Bun's excerpt of the source",
      ["12 | function open() {", "13 |   throw x;", "             ^", "error: boom", call],
      ["* tb error|boom 2-6"],
    ],
    [
      "Deno's module that is missing",
      ['error: Module not found "file:///srv/left.ts".', "    at file:///srv/start.ts:1:15"],
      ['* tb error|Module not found "file:///srv/left.ts". 2-3'],
    ],
    [
      "a type with a name in brackets",
      ["DOMException [InvalidStateError]: The object is gone", call],
      ["* tb DOMException|The object is gone 2-3"],
    ],
    [
      "Expo's brackets",
      ["[Unhandled promise rejection: TypeError: Network request failed]", call],
      ["* tb TypeError|Network request failed 2-3"],
    ],
    ["corepack", ["Internal Error: no keyid", call], ["* tb Internal Error|no keyid 2-3"]],
    ["Next.js's mark", [" ⨯ TypeError: no page", call], ["* tb TypeError|no page 2-3"]],
    [
      "a level without a colon",
      [" ERROR  Error: no bundle, js engine: hermes", call],
      ["* tb Error|no bundle, js engine: hermes 2-3"],
    ],
    [
      "the calls that a console lists below",
      [
        "app.js:12 Uncaught TypeError: x is null",
        "    at open (app.js:12)",
        "open @ app.js:12",
        "Promise.then (async)",
        "(anonymous)\t@\tapp.js:30",
      ],
      ["* tb TypeError|x is null 2-6"],
    ],
    [
      "a console's calls alone",
      ["Error: late", "open @ app.js:12", "(anonymous) @ app.js:30"],
      ["* tb Error|late 2-4"],
    ],
    [
      "what Firefox's console copies",
      ["Uncaught TypeError: x is null", "    open http://shop.test/app.js:12"],
      ["* tb TypeError|x is null 2-3"],
    ],
    [
      "Node's older braces",
      ["{ Error: no host", call, "  errno: -2,", "  code: 'ENOTFOUND' }", "next"],
      ["* tb Error|no host 2-5"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("leaves the source that Babel quotes out of the message", () => {
    const text = fenced(
      "SyntaxError: /srv/cart.js: Unexpected token (12:5)",
      "",
      "  11 |   return (",
      "> 12 |     <<div>",
      "     |     ^",
      "  13 |   );",
      call,
    );
    expect(extract(text).reports.map(({ fullMessage }) => fullMessage)).toEqual([
      "/srv/cart.js: Unexpected token (12:5)",
    ]);
  });

  it("leaves the source that Deno quotes out of the message", () => {
    const text = fenced(
      "error: Uncaught (in promise) Error: no key",
      '    throw new Error("no key");',
      "          ^",
      "    at file:///srv/keys.ts:4:11",
    );
    expect(extract(text).reports.map(({ fullMessage }) => fullMessage)).toEqual(["no key"]);
    expect(told(text)).toEqual(["* tb Error|no key 2-5"]);
  });
});

describe("warnings with a stack", () => {
  it.each([
    ["(node:31) [DEP0005] DeprecationWarning: Buffer() is deprecated"],
    ["(node:31) MaxListenersExceededWarning: Possible EventEmitter memory leak detected"],
    ["Warning: Each child in a list should have a unique key"],
    ["Trace: cart opened"],
    ["The above error occurred in the <Cart> component:"],
  ])("%s is no error", (head) => {
    expect(told(fenced(head, call, last))).toEqual([]);
  });
});

describe("what Node prints behind a stack", () => {
  const inner = "      at connect (node:net:1555:16) {";
  it.each([
    [
      "a cause with fields of its own",
      [
        "Error: cannot start",
        call,
        `${last} {`,
        "  code: 'E_START',",
        "  [cause]: Error: connect ECONNREFUSED 127.0.0.1:5432",
        inner,
        "    errno: -111",
        "  }",
        "}",
      ],
      ["Error|connect ECONNREFUSED 127.0.0.1:5432 6"],
      10,
    ],
    [
      "a cause without a stack",
      ["Error: outer", `${call} {`, "  [cause]: [TypeError: inner]", "}", "Done."],
      ["TypeError|inner 4"],
      5,
    ],
    [
      "an aggregate",
      [
        "AggregateError: ",
        `${call} {`,
        "  [errors]: [",
        "    Error: connect ECONNREFUSED ::1:80",
        inner,
        "    },",
        "  ]",
        "}",
      ],
      ["Error|connect ECONNREFUSED ::1:80 5"],
      9,
    ],
    ["braces that are never closed", ["Error: cut", `${call} {`, "  code: 1,"], [], 4],
    [
      "a cause in words",
      ["Error: outer", call, "Caused by: RangeError: inner", call, "    ... 2 more"],
      ["RangeError|inner 4"],
      6,
    ],
  ])("%s", (_, lines, causes, lastLine) => {
    const text = fenced(...lines);
    expect(causesOf(text)).toEqual(causes);
    expect(extract(text).reports[0]?.lastLine).toBe(lastLine);
  });
});

describe("calls", () => {
  it.each([
    [
      "at Socket.emit [as _emit] (node:events:518:28)",
      "node:events",
      518,
      "Socket.emit [as _emit]",
      true,
      null,
    ],
    ["at emitOne (events.js:96:13)", "events.js", 96, "emitOne", true, null],
    ["at render (app.js:5:1)", "app.js", 5, "render", false, null],
    [
      "at C:\\shop\\node_modules\\pg\\lib\\client.js:7:9 {",
      "C:\\shop\\node_modules\\pg\\lib\\client.js",
      7,
      null,
      true,
      "pg",
    ],
    [
      "at x (/s/node_modules/.pnpm/vite@5.0.0/node_modules/vite/dist/a.js:1:2)",
      "/s/node_modules/.pnpm/vite@5.0.0/node_modules/vite/dist/a.js",
      1,
      "x",
      true,
      "vite",
    ],
    [
      "at y (http://h/node_modules/.vite/deps/react.js?v=1:3:4)",
      "http://h/node_modules/.vite/deps/react.js?v=1",
      3,
      "y",
      true,
      null,
    ],
    [
      "at eval (eval at load (/s/load.js:3:5), <anonymous>:1:1)",
      "/s/load.js",
      3,
      "eval",
      false,
      null,
    ],
    [
      "at tap (address at index.android.bundle:1:123)",
      "index.android.bundle",
      1,
      "tap",
      false,
      null,
    ],
    ["at async Promise.all (index 0)", null, null, "Promise.all", false, null],
    [
      "at Page (webpack-internal:///(rsc)/./app/page.tsx:10:11)",
      "webpack-internal:///(rsc)/./app/page.tsx",
      10,
      "Page",
      false,
      null,
    ],
    [
      "at async new Pool (file:///C:/shop/pool.mjs:3:1)",
      "C:/shop/pool.mjs",
      3,
      "Pool",
      false,
      null,
    ],
    [
      "at sum (wasm://wasm/00a1:wasm-function[12]:0x1f)",
      "wasm://wasm/00a1",
      null,
      "sum",
      false,
      null,
    ],
    [
      "at eventLoop (ext:core/01_core.js:168:7)",
      "ext:core/01_core.js",
      168,
      "eventLoop",
      true,
      null,
    ],
    ["at moduleEvaluation (native:1:11)", null, null, "moduleEvaluation", true, null],
    [
      "at http://10.0.0.2:19001/index.bundle:9:1 in tap",
      "http://10.0.0.2:19001/index.bundle",
      9,
      "tap",
      false,
      null,
    ],
    ["at render(/srv/Gps.js:78:24)", "/srv/Gps.js", 78, "render", false, null],
    [
      "at f (https://esm.sh/@acme/left@1.0.0/x.js:1:2)",
      "https://esm.sh/@acme/left@1.0.0/x.js",
      1,
      "f",
      true,
      "@acme/left",
    ],
    [
      "at f (https://deno.land/std@0.1/x.ts:1:2)",
      "https://deno.land/std@0.1/x.ts",
      1,
      "f",
      true,
      "std",
    ],
    ["at f (webpack:///./~/left/x.js:1:2)", "webpack:///./~/left/x.js", 1, "f", true, "left"],
    ["at f (/srv/a.js:1:2) undefined", "/srv/a.js", 1, "f", false, null],
    ["at VM12:3", "VM12", 3, null, false, null],
  ])("%s", (text, file, line, ...[name, inLibrary, owner]) => {
    expect(readV8Frame(text)).toEqual({ file, line, function: name, inLibrary, package: owner });
  });

  it.each([
    "at /rustc/0a1b/library/std/src/panicking.rs:584:5",
    "at main.cpp:5:3",
    "at Shop.Cart.Open(String id) in C:\\shop\\Cart.cs:line 12",
    "at least (10:30)",
    "at 10:30 in the morning",
    "at <App>",
    "at com.acme.Shop.open(Shop.java:3:1)",
    "at App",
  ])("%s is no call", (text) => {
    expect(readV8Frame(text)).toBeNull();
  });

  it.each([
    ["@debugger eval code:1:1", "debugger eval code", 1, null],
    ["a/<@http://h/x.js:4:9", "http://h/x.js", 4, "a/<"],
    ["get size@http://h/x.js:4:9", "http://h/x.js", 4, "get size"],
    ["promise callback*f@http://h/x.js:4:9", "http://h/x.js", 4, "promise callback*f"],
    ["f@http://h/x.js line 25 > eval:2:96", "http://h/x.js", 25, "f"],
    ["forEach@[native code]", null, null, "forEach"],
    ["s@33.js:1:531", "33.js", 1, "s"],
    ["value@53:22", null, null, "value"],
    ["App@index.android.bundle:12:345", "index.android.bundle", 12, "App"],
    [" ❯ total src/cart.test.ts:4:9", "src/cart.test.ts", 4, "total"],
    [" ❯ src/cart.test.ts:4:9", "src/cart.test.ts", 4, null],
  ])("%s", (text, file, line, name) => {
    expect(readScriptFrame(text)).toMatchObject({ file, line, function: name });
  });

  it.each([
    "mail me@example.org",
    "git@github.com:acme/shop.git",
    "acme/shop@1.0.0: done",
    "@acme/shop",
    "❯ npm run build",
    "❯ src/cart.test.ts (3)",
  ])("%s is no call", (text) => {
    expect(readScriptFrame(text)).toBeNull();
  });

  it("reads those of Firefox and Safari, outermost first", () => {
    const [report] = extract(
      fenced(
        "TypeError: cart is undefined",
        "total@https://shop.test/app.js:10:5",
        "module code@https://shop.test/app.js:20:1",
        "@https://shop.test/app.js:30:1",
      ),
    ).reports;
    expect(report?.frames.map((frame) => [frame.function, frame.line])).toEqual([
      [null, 30],
      ["module code", 20],
      ["total", 10],
    ]);
  });
});

it("throws on no text, and every span lies within it", () => {
  const pieces = [
    "Error: a",
    "Error",
    "error: b",
    "  [cause]: TypeError: c",
    `${call} {`,
    call,
    "  code: 1,",
    "}",
    "  }",
    "  [errors]: [",
    "f@http://h/x.js:1:2",
    "@",
    "at (",
    "at eval (eval at",
    "Warning: w",
    "Caused by: RangeError: d",
    "      ^",
    "... 3 more",
    "From previous event:",
    "f @ a.js:1",
    "12 | source",
    "ERROR in ./a.js",
    "Failed to compile.",
    "./a.js:1:2",
    "Module parse failed: x y",
    "Module build failed (from ./x):",
    " @ ./b.js",
    "[vite] Internal server error: x",
    "[!] (plugin a) Error: x",
    "🚨 Build failed.",
    "✘ [ERROR] x",
    "a.ts(1,2): error TS2304: x",
    "  1:2  error  x  rule",
    "npm ERR! code 1",
    "npm ERR! gyp ERR! stack Error: x",
    "gyp ERR! stack Error: x",
    "➤ YN0001: │ Error: x",
    " ERR_PNPM_X  a b c d",
    " ERROR #95313  HTML",
    "● a › b",
    "    expect(x)",
    " FAIL  a > b",
    "⎯⎯ Unhandled Rejection ⎯⎯",
    "1) a:",
    "Unhandled exception:",
    "#0      f (package:x/y.dart:1:2)",
    "══╡ EXCEPTION CAUGHT BY A ╞══",
    "The following X was thrown building Y:",
    "lib/a.dart:1:2: Error: x",
    "00:01 +0 -1: a [E]",
    "",
    "/srv/a.js:3",
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
