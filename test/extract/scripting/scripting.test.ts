import { describe, expect, it } from "@jest/globals";
import { readLuaCall } from "../../../src/extract/scripting/lua-frame.ts";
import { fenced, told } from "../told.ts";

describe("Lua", () => {
  it.each([
    [
      "behind the interpreter's name",
      [
        "lua: a.lua:1: attempt to call a nil value (global 'f')",
        "stack traceback:",
        "\ta.lua:1: in main chunk",
        "\t[C]: in ?",
      ],
      ["* tb -|attempt to call a nil value (global 'f') 2-5"],
    ],
    [
      "a syntax error",
      ["lua5.3: a.lua:3: '=' expected near 'x'"],
      ["* line -|'=' expected near 'x' 2-2"],
    ],
    [
      "Neovim's scheduled code",
      [
        "Error executing vim.schedule lua callback: /x/lazy/a.nvim/lua/a.lua:3: no",
        "stack traceback:",
        "\t[C]: in function 'error'",
      ],
      ["* tb -|no 2-4"],
    ],
    [
      "Neovim 0.12",
      ["E5108: Lua: /x/a.lua:3: no", "stack traceback:", "\t[C]: in function 'error'"],
      ["* tb E5108|no 2-4"],
    ],
    [
      "a chunk",
      ["E5113: Error while calling lua chunk: /x/init.lua:3: module 'a' not found:"],
      ["* line E5113|module 'a' not found: 2-2"],
    ],
    [
      "lazy.nvim",
      [
        "/x/lazy/a.nvim/lua/a.lua:3: no such thing",
        "",
        "# stacktrace:",
        "  - lua/a.lua:3 _in_ **setup**",
      ],
      ["* tb -|no such thing 2-5"],
    ],
    ["luacheck", ["a.lua:3: unused variable x", "a.lua:4:5: line is too long"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it.each([
    ["a.lua:3: in function 'open'", "a.lua", 3, "open", false, null],
    ["[C]: in ?", null, null, "?", true, null],
    ['[string "x"]:3: in main chunk', '[string "x"]', 3, "main chunk", false, null],
    [
      "/x/lazy/a.nvim/lua/a.lua:3: in upvalue 'f'",
      "/x/lazy/a.nvim/lua/a.lua",
      3,
      "f",
      true,
      "a.nvim",
    ],
    [
      "/usr/share/nvim/runtime/lua/vim/lsp.lua:3: in function <x:1>",
      "/usr/share/nvim/runtime/lua/vim/lsp.lua",
      3,
      "function <x:1>",
      true,
      null,
    ],
  ])("%s is a call", (text, file, line, ...[name, inLibrary, owner]) => {
    expect(readLuaCall(text)).toEqual({ file, line, function: name, inLibrary, package: owner });
  });
});

describe("Vim", () => {
  it.each([
    [
      "a command",
      ["E492: Not an editor command: Foo"],
      ["* line E492|Not an editor command: Foo 2-2"],
    ],
    [
      "a function",
      [
        "Error detected while processing function a#b[3]..<SNR>2_c:",
        "line    7:",
        "E117: Unknown function: x#y",
      ],
      ["* line E117|Unknown function: x#y 2-4"],
    ],
    ["a level", ["E1: Ends", "E: no"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("Perl", () => {
  it.each([
    [
      "die",
      ["Cannot open cart: No such file or directory at a.pl line 3."],
      ["* line -|Cannot open cart: No such file or directory 2-2"],
    ],
    [
      "an exception's class",
      ["Shop::Gone: no cart at /x/Cart.pm line 9, <$fh> line 2."],
      ["* line Shop::Gone|no cart 2-2"],
    ],
    [
      "compile errors",
      [
        'syntax error at a.pl line 3, near "my "',
        'Global symbol "$c" requires explicit package name at a.pl line 3.',
        "Execution of a.pl aborted due to compilation errors.",
      ],
      ["* line -|syntax error 2-4"],
    ],
    [
      "a warning",
      [
        "Use of uninitialized value $x in addition (+) at a.pl line 3.",
        "Odd number of elements in hash assignment at a.pl line 4.",
      ],
      [],
    ],
    ["code", ['die "gone at a.pl line 3.";', "# syntax error at a.pl line 3."], []],
    ["another tool's place", ["missing brace at config.toml line 3."], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("PowerShell", () => {
  const info = [
    "    + CategoryInfo          : ObjectNotFound: (x:String) [], CommandNotFoundException",
    "    + FullyQualifiedErrorId : CommandNotFoundException",
  ];
  it.each([
    [
      "a command that is none",
      [
        "x : The term 'x' is not recognized as the name of a cmdlet.",
        "At line:1 char:1",
        "+ x",
        "+ ~",
        ...info,
      ],
      [
        "* line CommandNotFoundException|The term 'x' is not recognized as the name of a cmdlet. 2-7",
      ],
    ],
    [
      "German",
      [
        'x : Die Benennung "x" wurde nicht als Name eines Cmdlet erkannt.',
        "In Zeile:1 Zeichen:1",
        "+ x",
        "+ ~",
        ...info,
      ],
      [
        '* line CommandNotFoundException|Die Benennung "x" wurde nicht als Name eines Cmdlet erkannt. 2-7',
      ],
    ],
    [
      "a thrown text",
      [
        "no key",
        "At C:\\a.ps1:3 char:5",
        "+     throw 'no key'",
        "+     ~~~~~~~~~~~~~~",
        "    + CategoryInfo          : OperationStopped: (no key:String) [], RuntimeException",
        "    + FullyQualifiedErrorId : no key",
      ],
      ["* tb RuntimeException|no key 2-7"],
    ],
    [
      "a box",
      [
        "ParserError: /a.ps1:3",
        "Line |",
        "   3 |  if (",
        "     |      ~",
        "     | Missing condition in if statement.",
      ],
      ["* tb ParserError|Missing condition in if statement. 2-6"],
    ],
    [
      "one line",
      ["Get-Item: Cannot find path '/x' because it does not exist."],
      ["* line -|Cannot find path '/x' because it does not exist. 2-2"],
    ],
    ["headers", ["Content-Type: text/html; charset=utf-8", "Set-Cookie: A=1; Path=/"], []],
    ["output in columns", ["Name : value", "Path : C:\\a b", "At : noon"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("Swift", () => {
  it.each([
    [
      "before 5.4",
      ["Fatal error: Index out of range: file Swift/Array.swift, line 444"],
      ["* line Fatal error|Index out of range 2-2"],
    ],
    ["Xcode", ["Thread 1: Fatal error: no cart"], ["* line Fatal error|no cart 2-2"]],
    [
      "a failed precondition",
      ["App/Cart.swift:3: Precondition failed: closed"],
      ["* line Precondition failed|closed 2-2"],
    ],
    [
      "OCaml",
      ['Fatal error: exception Failure("x")'],
      ['* log Fatal error|exception Failure("x") 2-2'],
    ],
    ["code", ['fatalError("Fatal error: Index out of range")'], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
