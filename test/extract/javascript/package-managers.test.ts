import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const npmEnd = [
  "",
  "npm ERR! A complete log of this run can be found in:",
  "npm ERR!     /root/.npm/_logs/2024-01-01-debug-0.log",
];

describe("npm", () => {
  it.each([
    [
      "a code and its sentence",
      ["npm ERR! code E404", "npm ERR! 404 Not Found - GET https://r.test/left", ...npmEnd],
      ["* build E404|404 Not Found - GET https://r.test/left 2-6"],
    ],
    [
      "the code's own word in front of the sentence",
      [
        "npm error code ENOENT",
        "npm error errno -2",
        "npm error enoent Could not read package.json",
      ],
      ["* build ENOENT|Could not read package.json 2-4"],
    ],
    [
      "a system in front, as npm 3 did",
      [
        "npm ERR! Linux 4.4.0",
        "npm ERR! node v4.2.6",
        "npm ERR! code EPERM",
        "npm ERR! not allowed",
      ],
      ["* build EPERM|not allowed 2-5"],
    ],
    [
      "no code",
      ["npm ERR! Cannot read properties of null (reading 'matches')", ...npmEnd],
      ["* build -|Cannot read properties of null (reading 'matches') 2-5"],
    ],
    [
      "the log that npm leaves behind",
      [
        "24 verbose stack Error: shop@1.0.0 build: `webpack`",
        "25 verbose cwd /srv",
        "26 error Linux 4.4.0",
        "27 error node v6.2.0",
        "28 error code ELIFECYCLE",
        "29 error shop@1.0.0 build: `webpack`",
        "29 error Exit status 1",
        "30 verbose exit [ 1, true ]",
      ],
      ["* build ELIFECYCLE|shop@1.0.0 build: `webpack` 4-8"],
    ],
    [
      "a crash",
      ["npm ERR! TypeError: x is null", "npm ERR!     at f (/usr/lib/node_modules/npm/a.js:1:2)"],
      ["* build TypeError|x is null 2-3"],
    ],
    [
      "node-gyp inside",
      [
        "npm ERR! code 1",
        "npm ERR! command failed",
        "npm ERR! command sh -c node-gyp rebuild",
        "npm ERR! gyp ERR! find VS not found",
        "npm ERR! gyp ERR! stack Error: Could not find any Visual Studio installation to use",
        "npm ERR! gyp ERR! stack     at fail (/npm/node_modules/node-gyp/lib/find.js:1:2)",
        "npm ERR! gyp ERR! not ok",
        ...npmEnd,
      ],
      ["* build Error|Could not find any Visual Studio installation to use 2-11"],
    ],
    [
      "the compiler before node-gyp",
      [
        "npm error code 1",
        "npm error command failed",
        "npm error command sh -c node-gyp rebuild",
        "npm error ../src/bcrypt.cc:12:10: fatal error: 'napi.h' file not found",
        "npm error gyp ERR! stack Error: `make` failed with exit code: 2",
        "npm error gyp ERR! stack     at f (/npm/node_modules/node-gyp/lib/build.js:1:2)",
      ],
      ["* build error|'napi.h' file not found 2-7"],
    ],
    [
      "a script whose output says more",
      [
        "src/a.ts(1,2): error TS2304: Cannot find name 'x'.",
        "npm ERR! code ELIFECYCLE",
        "npm ERR! shop@1.0.0 build: `tsc`",
      ],
      [
        "* compiler TS2304|Cannot find name 'x'. 2-2",
        "  build ELIFECYCLE|shop@1.0.0 build: `tsc` 3-4",
      ],
    ],
    [
      "a script that said nothing",
      ["npm ERR! code ELIFECYCLE", "npm ERR! errno 2", "npm ERR! shop@1.0.0 build: `tsc`"],
      ["* build ELIFECYCLE|shop@1.0.0 build: `tsc` 2-4"],
    ],
    [
      "a command that failed without a word",
      [
        "npm ERR! code 1",
        "npm ERR! path /srv",
        "npm ERR! command failed",
        "npm ERR! command sh -c x",
      ],
      ["* build -|command failed 2-5"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("keeps the whole tree of a conflict", () => {
    const [report] = extract(
      fenced(
        "npm ERR! code ERESOLVE",
        "npm ERR! ERESOLVE unable to resolve dependency tree",
        "npm ERR! ",
        "npm ERR! Found: react@18.2.0",
        "npm ERR! node_modules/react",
        'npm ERR!   react@"^18.2.0" from the root project',
        ...npmEnd,
      ),
    ).reports;
    expect(report?.fullMessage.split("\n")).toEqual([
      "unable to resolve dependency tree",
      "",
      "Found: react@18.2.0",
      "node_modules/react",
      '  react@"^18.2.0" from the root project',
    ]);
  });

  it.each([
    ["a count", fenced("12 error messages were read", "3 warnings")],
    ["a code in a title", "npm ERR! code ELIFECYCLE when building\n\nWhat now?"],
    ["a title", "npm error after the upgrade\n\nWhat now?"],
    ["a sentence", "a\nb\n\nnpm error messages are hard to read."],
    ["warnings", fenced("npm WARN deprecated left@1.0.0: use right", "npm warn old lockfile")],
    ["a log's place alone", fenced(...npmEnd)],
  ])("none: %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("node-gyp by itself", () => {
  it("takes the reason of GYP before its exit code", () => {
    const text = fenced(
      "gyp: No Xcode or CLT version detected!",
      "gyp ERR! configure error ",
      "gyp ERR! stack Error: `gyp` failed with exit code: 1",
      "gyp ERR! stack     at f (/srv/node_modules/node-gyp/lib/configure.js:351:16)",
      "gyp ERR! not ok",
    );
    expect(told(text)).toEqual([
      "* build gyp|No Xcode or CLT version detected! 2-2",
      "  build Error|`gyp` failed with exit code: 1 3-6",
    ]);
  });

  it.each([
    [
      "no calls",
      ["gyp ERR! stack Error: not found: make", "gyp ERR! System Linux 5.4"],
      ["* build Error|not found: make 2-3"],
    ],
    ["no error", ["gyp ERR! find VS looking for 2019", "gyp ERR! not ok"], []],
    ["progress", ["gyp info it worked if it ends with ok", "gyp verb cli x"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("tools that log as npm did", () => {
  it.each([
    [
      "lerna, whose output says more",
      [
        "lerna ERR! yarn run build exited 1 in '@acme/core'",
        "lerna ERR! yarn run build stdout:",
        "src/a.ts(1,2): error TS2304: Cannot find name 'x'.",
        "lerna ERR! yarn run build stderr:",
      ],
      [
        "  build -|yarn run build exited 1 in '@acme/core' 2-3",
        "* compiler TS2304|Cannot find name 'x'. 4-4",
      ],
    ],
    [
      "Storybook",
      [
        "info @storybook/react v6.0.1",
        "ERR! Error: Cannot find module 'left'",
        "ERR! Require stack:",
        "ERR!     at load (internal/modules/cjs/loader.js:793:17)",
      ],
      ["* build Error|Cannot find module 'left' 3-5"],
    ],
    [
      "node-pre-gyp",
      ["node-pre-gyp ERR! install error", "node-pre-gyp ERR! stack Error: no name to build"],
      ["* build Error|no name to build 2-3"],
    ],
    ["a sentence", ["The log says ERR! and nothing more"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("Gatsby", () => {
  it.each([
    [
      "a plugin's error",
      [
        " ERROR #98123  WEBPACK",
        "",
        "Generating development JavaScript bundle failed",
        "",
        "File: src/a.js:1:2",
      ],
      ["* build ERROR|Generating development JavaScript bundle failed 2-4"],
    ],
    [
      "an error behind a paragraph",
      [
        " ERROR #95312 ",
        "",
        '"window" is not available during server-side rendering.',
        "",
        "> 11 |   const width = window.innerWidth;",
        "",
        "  WebpackError: ReferenceError: window is not defined",
      ],
      ["* build WebpackError|ReferenceError: window is not defined 2-8"],
    ],
    ["a number of its own", ["ERROR #12 in the list", "x"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("Yarn", () => {
  it.each([
    [
      "version 1 among its steps",
      [
        "yarn install v1.22.19",
        "[1/4] Resolving packages...",
        'error left@1.0.0: The engine "node" is incompatible with this module.',
        "error Found incompatible module.",
        "info Visit https://yarnpkg.com/en/docs/cli/install for documentation.",
      ],
      [
        '* build error|left@1.0.0: The engine "node" is incompatible with this module. 4-4',
        "  build error|Found incompatible module. 5-5",
      ],
    ],
    [
      "version 1 alone",
      ['error An unexpected error occurred: "https://r.test/left: Not found".'],
      ['* build error|An unexpected error occurred: "https://r.test/left: Not found". 2-2'],
    ],
    [
      "a script whose output says more",
      ["$ node start.js", "TypeError: x is null", "error Command failed with exit code 1."],
      ["* line TypeError|x is null 3-3", "  build error|Command failed with exit code 1. 4-4"],
    ],
    [
      "later versions",
      [
        "➤ YN0000: ┌ Fetch step",
        "➤ YN0002: │ shop@workspace:. doesn't provide react, requested by left",
        "➤ YN0035: │ left@npm:1.0.0: The remote server failed to provide it",
        "➤ YN0035: │   Response Code: 404 (Not Found)",
        "➤ YN0000: └ Completed in 0s 300ms",
      ],
      ["* build YN0035|left@npm:1.0.0: The remote server failed to provide it 4-5"],
    ],
    [
      "several packages with one code",
      ["➤ YN0009: │ a@npm:1 couldn't be built", "➤ YN0009: │ b@npm:1 couldn't be built"],
      [
        "* build YN0009|a@npm:1 couldn't be built 2-2",
        "  build YN0009|b@npm:1 couldn't be built 3-3",
      ],
    ],
    [
      "an exception with its stack",
      ["➤ YN0001: │ Error: EACCES: denied", "➤ YN0001: │     at Object.open (node:fs:1:2)"],
      ["* build Error|EACCES: denied 2-3"],
    ],
    [
      "a wrong use",
      ["Usage Error: Couldn't find a package.json file in /srv"],
      ["* line Usage Error|Couldn't find a package.json file in /srv 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["warnings", ["warning left@1.0.0: use right", "➤ YN0060: │ react is listed with version 18"]],
    [
      "progress",
      ["➤ YN0000: ┌ Resolution step", "➤ YN0013: │ left@npm:1 can't be found in the cache"],
    ],
    ["another program's word", ["error handling is off", "error rate 0.1"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});

describe("pnpm and other badges", () => {
  it.each([
    [
      "pnpm",
      [
        " ERR_PNPM_NO_MATCHING_VERSION  No matching version found for left@^9.0.0",
        "",
        "This error",
      ],
      ["* build ERR_PNPM_NO_MATCHING_VERSION|No matching version found for left@^9.0.0 2-2"],
    ],
    [
      "pnpm with thin spaces",
      ["\u2009ERR_PNPM_FETCH_404\u2009 GET https://r.test/left: Not Found - 404"],
      ["* build ERR_PNPM_FETCH_404|GET https://r.test/left: Not Found - 404 2-2"],
    ],
    [
      "pnpm in brackets",
      [
        "[ERR_PNPM_OUTDATED_LOCKFILE] Cannot install with frozen-lockfile",
        " WARN  deprecated left",
      ],
      ["* build ERR_PNPM_OUTDATED_LOCKFILE|Cannot install with frozen-lockfile 2-2"],
    ],
    [
      "a script",
      ["TypeError: x is null", " ELIFECYCLE  Command failed with exit code 1."],
      ["* line TypeError|x is null 2-2", "  build ELIFECYCLE|Command failed with exit code 1. 3-3"],
    ],
    [
      "Metro",
      [" ERROR  Could not connect to the development server"],
      ["* build ERROR|Could not connect to the development server 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads pnpm's codes in a title, and its marks outside fences", () => {
    expect(told("ERR_PNPM_FETCH_404 GET https://r.test/left: Not Found\n\nWhat now?")).toEqual([
      "* inline ERR_PNPM_FETCH_404|GET https://r.test/left: Not Found 1-1",
    ]);
    expect(told("a\nb\n\n➤ YN0009: │ a@npm:1 couldn't be built")).toEqual([
      "* build YN0009|a@npm:1 couldn't be built 4-4",
    ]);
    expect(told("a\nb\n\ngyp ERR! stack Error: not found: make\ngyp ERR! not ok")).toEqual([
      "* build Error|not found: make 4-5",
    ]);
    expect(told("The code ERR_PNPM_FETCH_404 means that nothing was found.")).toEqual([]);
  });

  it.each([
    ["a heading", [" ERROR  Failed to compile with 1 error"]],
    ["a table", ["ERROR  12", "ERROR  none"]],
    ["a warning", [" WARN  deprecated left@1.0.0: use right"]],
  ])("none: %s", (_, lines) => {
    expect(told(fenced(...lines))).toEqual([]);
  });
});
