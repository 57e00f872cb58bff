import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const call = "    at load (/srv/shop/node_modules/tool/lib/load.js:41:11)";

describe("webpack and what prints like it", () => {
  it.each([
    [
      "a module that it cannot parse",
      [
        "ERROR in ./src/cart.js 12:3",
        "Module parse failed: Unexpected token (12:3)",
        "You may need an appropriate loader to handle this file type.",
        "|   return (",
        ">     <div>",
        " @ ./src/index.js 1:0-20",
        "",
        "webpack 5.88.2 compiled with 1 error in 312 ms",
      ],
      ["* build Module parse failed|Unexpected token (12:3) 2-7"],
    ],
    [
      "a module that is missing",
      ["ERROR in ./src/cart.js", "Module not found: Error: Can't resolve 'left' in '/srv'"],
      ["* build Module not found|Error: Can't resolve 'left' in '/srv' 2-3"],
    ],
    [
      "two of them",
      [
        "ERROR in ./src/a.js 1:1-9",
        "Module not found: Error: Can't resolve 'left' in '/srv'",
        "",
        "ERROR in ./src/b.js 1:1-9",
        "Module not found: Error: Can't resolve 'right' in '/srv'",
        " @ ./src/a.js",
      ],
      [
        "* build Module not found|Error: Can't resolve 'left' in '/srv' 2-3",
        "  build Module not found|Error: Can't resolve 'right' in '/srv' 5-7",
      ],
    ],
    [
      "no entry",
      ["ERROR in Entry module not found: Error: Can't resolve './src' in '/srv'"],
      ["* build Entry module not found|Error: Can't resolve './src' in '/srv' 2-2"],
    ],
    [
      "a loader that failed, said on the next line",
      [
        "ERROR in ./src/a.scss (./node_modules/css-loader/dist/cjs.js!./src/a.scss)",
        "Module build failed (from ./node_modules/sass-loader/dist/cjs.js):",
        "SassError: Undefined variable.",
        "  ╷",
        "3 │   color: $brand;",
        "  ╵",
      ],
      ["* build SassError|Undefined variable. 2-7"],
    ],
    [
      "a loader that failed, with its stack and without a header",
      ["./~/css-loader!./src/a.vue", "Module build failed: TypeError: Path must be a string", call],
      ["* tb TypeError|Path must be a string 2-4"],
    ],
    [
      "a loader that failed without a type",
      ["ERROR in ./src/a.js", "Module build failed: no preset given"],
      ["* build Module build failed|no preset given 2-3"],
    ],
    [
      "a plugin's error",
      ["ERROR in Error: Child compilation failed:", "  it broke", ""],
      ["* build Error|Child compilation failed: 2-3"],
    ],
    [
      "a sentence",
      ["ERROR in Conflict: Multiple chunks emit assets to the same filename"],
      ["* build -|Conflict: Multiple chunks emit assets to the same filename 2-2"],
    ],
    [
      "ts-loader",
      ["[tsl] ERROR in /srv/a.ts(1,2)", "      TS2304: Cannot find name 'x'."],
      ["* build TS2304|Cannot find name 'x'. 2-3"],
    ],
    [
      "Angular before version 9",
      ["ERROR in src/a.ts(1,2): error TS2304: Cannot find name 'x'."],
      ["* compiler TS2304|Cannot find name 'x'. 2-2"],
    ],
    [
      "Rspack",
      ["ERROR in ./src/a.js 1:1-20", "  × Module not found: Can't resolve './x' in '/srv/src'"],
      ["* build Module not found|Can't resolve './x' in '/srv/src' 2-3"],
    ],
    [
      "vue-cli's list",
      [
        " ERROR  Failed to compile with 1 error",
        "",
        "This dependency was not found:",
        "",
        "* left in ./src/a.js",
        "",
        "To install it, you can run: npm install --save left",
      ],
      ["* build -|This dependency was not found: 4-6"],
    ],
    [
      "vue-cli's syntax error",
      [" error  in ./src/a.vue?vue&type=script", "", "Syntax Error: Unexpected token (1:2)"],
      ["* build Syntax Error|Unexpected token (1:2) 2-4"],
    ],
    [
      "Create React App",
      [
        "Failed to compile.",
        "",
        "./src/a.js",
        "SyntaxError: /srv/src/a.js: Unexpected token (1:2)",
      ],
      ["* build SyntaxError|/srv/src/a.js: Unexpected token (1:2) 2-5"],
    ],
    [
      "Create React App with TypeScript",
      [
        "Failed to compile.",
        "",
        "/srv/src/a.tsx",
        "TypeScript error in /srv/src/a.tsx(12,5):",
        "Cannot find name 'x'.  TS2304",
        "",
        "  > 12 |     x();",
      ],
      ["* build TS2304|Cannot find name 'x'. 2-8"],
    ],
    [
      "Next.js",
      [
        "Failed to compile.",
        "",
        "./pages/index.tsx:3:1",
        "Module not found: Can't resolve '../cart'",
        "",
        "> 3 | import cart from '../../cart'",
        "",
        "https://nextjs.org/docs/messages/module-not-found",
      ],
      ["* build Module not found|Can't resolve '../cart' 2-7"],
    ],
    [
      "Next.js on types",
      ["./app/page.tsx:12:7", "Type error: Cannot find name 'x'."],
      ["* build Type error|Cannot find name 'x'. 2-3"],
    ],
    [
      "Next.js with SWC",
      [" ⨯ ./app/page.tsx", "Error: ", "  x Unexpected token `div`", "    ,-[/srv/page.tsx:3:1]"],
      ["* build Error|x Unexpected token `div` 2-5"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("counts webpack's advice on polyfills as part of the message, and not its source", () => {
    const [report] = extract(
      fenced(
        "ERROR in ./a.js 5:1-3",
        "Module not found: Error: Can't resolve 'crypto' in '/srv'",
        "",
        "BREAKING CHANGE: no polyfills are included.",
        "| const c = require('crypto')",
        " @ ./src/b.js",
      ),
    ).reports;
    expect(report?.fullMessage).toBe(
      "Error: Can't resolve 'crypto' in '/srv'\n\nBREAKING CHANGE: no polyfills are included.",
    );
    expect(report?.lastLine).toBe(7);
  });

  it.each([
    [
      "a sentence",
      "a\nb\n\nI get Module not found: Error: Can't resolve 'left' in '/srv' since today",
      ["* inline Module not found|Error: Can't resolve 'left' in '/srv' 4-4"],
    ],
    [
      "a code span",
      "It says `Module parse failed: Unexpected token (1:2)` and stops",
      ["* inline Module parse failed|Unexpected token (1:2) 1-1"],
    ],
  ])("in prose: %s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["a title", "ERROR in Chrome when opening the cart\n\nIt stays empty."],
    ["a page", "a\nb\n\nERROR in /login page\nI cannot sign in."],
    ["a heading", "a\nb\n\nFailed to compile.\n\nThat is what my colleague says."],
  ])("none in prose: %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ["warnings", ["WARNING in ./src/a.js", "Module Warning (from ./node_modules/x):", "  1:1  x"]],
    ["a list of files", ["./src/a.js", "./src/b.js", "/srv/c.js"]],
    ["code", ['console.log("ERROR in ./src");', 'if (m === "Module not found: x") stop();']],
    ["configuration", ["module: {", "  rules: []", "}"]],
    ["success", ["Compiled successfully.", "webpack compiled with 1 warning"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});

describe("esbuild, Vite, Rollup, Parcel", () => {
  it.each([
    [
      "esbuild",
      [
        '✘ [ERROR] Could not resolve "left"',
        "",
        "    a.js:1:20:",
        "      1 │ import left",
        "",
        "1 error",
      ],
      ['* build ERROR|Could not resolve "left" 2-5'],
    ],
    [
      "esbuild on Windows",
      ['X [ERROR] Expected ";" but found "x"'],
      ['* build ERROR|Expected ";" but found "x" 2-2'],
    ],
    [
      "esbuild before version 0.14",
      [' > src/a.js:1:7: error: Could not resolve "left"'],
      ['* build error|Could not resolve "left" 2-2'],
    ],
    [
      "Angular's builder",
      ["✘ [ERROR] NG8001: 'app-x' is not a known element: [plugin angular-compiler]"],
      ["* build NG8001|'app-x' is not a known element: [plugin angular-compiler] 2-2"],
    ],
    [
      "a transform",
      ["[vite:esbuild] Transform failed with 1 error:", '/srv/a.ts:1:2: ERROR: Expected ";"'],
      ["* build -|[vite:esbuild] Transform failed with 1 error: 2-3"],
    ],
    [
      "Vite's server",
      [
        '5:23:41 PM [vite] Internal server error: Failed to resolve import "../x" from "src/y.ts".',
        "  Plugin: vite:import-analysis",
        "  File: /srv/src/y.ts:1:14",
        '  1  |  import x from "../x";',
        "     |                 ^",
        call,
      ],
      ['* tb Internal server error|Failed to resolve import "../x" from "src/y.ts". 2-7'],
    ],
    [
      "Vite's overlay",
      ['[plugin:vite:css] Failed to load "a.css"', "/srv/src/main.js:3:42"],
      ['* build -|[plugin:vite:css] Failed to load "a.css" 2-3'],
    ],
    [
      "Vite's build",
      [
        '[vite]: Rollup failed to resolve import "left" from "/srv/a.ts".',
        "This is most likely unintended.",
        "error during build:",
        'Error: [vite]: Rollup failed to resolve import "left" from "/srv/a.ts".',
        call,
      ],
      ['* tb Error|[vite]: Rollup failed to resolve import "left" from "/srv/a.ts". 5-6'],
    ],
    [
      "Rollup",
      ['[!] RollupError: "a" is not exported by "b.js".', "src/a.js (1:7)", "1: import a;", call],
      ['* tb RollupError|"a" is not exported by "b.js". 2-5'],
    ],
    [
      "a plugin of Rollup",
      ["[!] (plugin commonjs) SyntaxError: Unexpected token (1:2) in /srv/a.js"],
      ["* build SyntaxError|Unexpected token (1:2) in /srv/a.js 2-2"],
    ],
    [
      "Parcel",
      [
        "🚨 Build failed.",
        "",
        "@parcel/core: Failed to resolve 'left' from '../a.js'",
        "",
        "  /srv/a.js:1:20",
        "  > 1 | import left",
        "",
        "@parcel/resolver-default: Cannot find module 'left'",
      ],
      [
        "* build @parcel/core|Failed to resolve 'left' from '../a.js' 2-7",
        "  build @parcel/resolver-default|Cannot find module 'left' 9-9",
      ],
    ],
    [
      "Parcel 1",
      ["🚨  /srv/a.js:1:2: Cannot resolve dependency './z'", call],
      ["* tb -|/srv/a.js:1:2: Cannot resolve dependency './z' 2-3"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["esbuild's warning", ["▲ [WARNING] Duplicate key", "    a.js:1:2:"]],
    ["what flutter doctor finds wanting", ["[!] Android toolchain - develop for Android devices"]],
    ["Rollup's warning", ["(!) Unresolved dependencies", "left (imported by a.js)"]],
    [
      "what Vite does",
      ["[vite] hmr update /src/a.vue", "[vite] connected.", "[vite:pwa] built sw.js"],
    ],
    [
      "a notice of a plugin",
      ['[plugin:vite:resolve] Module "fs" has been externalized for browser compatibility'],
    ],
    ["a list of packages", ["@parcel/core: ^2.0.0", "@parcel/core 2.0.0"]],
    ["a release note", ["🚨  ", "🚨 Important: read this first", "🚨 Breaking: node 16 is gone"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});
