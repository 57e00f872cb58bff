import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

describe("errors of compilers", () => {
  it.each([
    ["gcc", fenced("a.c:3:1: error: expected ';'"), ["* compiler error|expected ';' 2-2"]],
    [
      "gcc with its excerpt",
      fenced(
        "a.c: In function 'f':",
        "a.c:3:1: error: no x",
        "    3 |   x;",
        "      |   ^",
        "a.c:1:1: note: here",
      ),
      ["* compiler error|no x 2-6"],
    ],
    [
      "an include of an include",
      fenced(
        "In file included from a.h:1,",
        "                 from a.c:2:",
        "b.h:3:1: error: no x",
      ),
      ["* compiler error|no x 2-4"],
    ],
    [
      "clang with its excerpt",
      fenced("a.c:3:1: error: no x", "  x;", "  ^", "1 error generated."),
      ["* compiler error|no x 2-5"],
    ],
    [
      "one error behind the other",
      fenced("a.c:3:1: error: no x", "a.c:4:1: warning: odd", "a.c:5:1: error: no y"),
      ["* compiler error|no x 2-2", "  compiler error|no y 4-4"],
    ],
    [
      "a header",
      fenced("a.c:1:10: fatal error: x.h: No such file or directory", "compilation terminated."),
      ["* compiler error|x.h: No such file or directory 2-3"],
    ],
    ["a driver", fenced("clang: error: no input files"), ["* compiler error|no input files 2-2"]],
    [
      "a crash of the compiler",
      fenced("a.c:3:1: internal compiler error: Segmentation fault"),
      ["* compiler internal compiler error|Segmentation fault 2-2"],
    ],
    [
      "a path with blanks",
      fenced(String.raw`C:\My Code\a.c:3:1: error: no x`),
      ["* compiler error|no x 2-2"],
    ],
    ["a Chinese gcc", fenced("a.c:3:1: 错误：‘x’未声明"), ["* compiler 错误|‘x’未声明 2-2"]],
    [
      "a German gcc",
      fenced("a.c:3:1: schwerwiegender Fehler: x.h: Datei oder Verzeichnis nicht gefunden"),
      ["* compiler schwerwiegender Fehler|x.h: Datei oder Verzeichnis nicht gefunden 2-2"],
    ],
    [
      "a French gcc",
      fenced("a.c:3:1: erreur : « x » non déclaré"),
      ["* compiler erreur|« x » non déclaré 2-2"],
    ],
    [
      "MSVC",
      fenced("a.cpp(3,1): error C2440: cannot convert"),
      ["* compiler C2440|cannot convert 2-2"],
    ],
    [
      "MSVC in a solution",
      fenced(String.raw`2>D:\a b\a.cpp(3): fatal error C1083: no x [D:\a b\a.vcxproj]`),
      ["* compiler C1083|no x 2-2"],
    ],
    [
      "MSVC's template arguments",
      fenced(
        "a.cpp(3): error C2440: no x",
        "        with",
        "        [",
        "            T=int",
        "        ]",
      ),
      ["* compiler C2440|no x 2-6"],
    ],
    [
      "a message that the terminal broke",
      fenced("a.cpp(3): error C2440: cannot convert from 'initializ", "er list' to 'int'"),
      ["* compiler C2440|cannot convert from 'initializer list' to 'int' 2-3"],
    ],
    [
      "an apostrophe",
      fenced("a.cpp(3): error C2001: value doesn't match", "it's over"),
      ["* compiler C2001|value doesn't match 2-2"],
    ],
    [
      "a row of the error list",
      fenced("Error\tC2065\t'x': undeclared identifier\tApp\tD:\\a.cpp\t3\t"),
      ["* compiler C2065|'x': undeclared identifier 2-2"],
    ],
    [
      "nvcc",
      fenced("nvcc fatal   : Unsupported gpu architecture 'compute_86'"),
      ["* compiler fatal|Unsupported gpu architecture 'compute_86' 2-2"],
    ],
    [
      "LLVM",
      fenced("LLVM ERROR: Cannot select: x"),
      ["* compiler LLVM ERROR|Cannot select: x 2-2"],
    ],
    ["Arm's", fenced('"a.c", line 3: Error:  #5: no x'), ["* compiler Error|#5: no x 2-2"]],
    ["Diab's", fenced('"a.c", line 3: error (dcc:1378): no x'), ["* compiler error|no x 2-2"]],
    ["IAR's", fenced("a.h(17) : Fatal Error[Pe1696]: no x"), ["* compiler Fatal Error|no x 2-2"]],
    ["Intel's", fenced("t.f90(1): error #5082: no x"), ["* compiler error|no x 2-2"]],
    [
      "gfortran",
      fenced("a.f90:7.10:", "", "   x = 1", "   1", "Error: Symbol 'x' at (1) has no type"),
      ["* compiler Error|Symbol 'x' at (1) has no type 2-6"],
    ],
    [
      "Fortran's runtime",
      fenced("At line 3 of file a.f90", "Fortran runtime error: End of file"),
      ["* crash Fortran runtime error|End of file 2-3"],
    ],
    ["EDG", fenced('"a.c", line 3: error: no x'), ["* compiler error|no x 2-2"]],
    ["bison", fenced("a.y:3.5-9: error: no x"), ["* compiler error|no x 2-2"]],
    ["configure", fenced("configure: error: no zlib found"), ["* build error|no zlib found 2-2"]],
    [
      "a script's arguments",
      fenced("a.py: error: unrecognized arguments: -x"),
      ["* line error|unrecognized arguments: -x 2-2"],
    ],
    [
      "a torn code span",
      "I see\n`a.cpp(3): error C2440: from 'initializ\ner list' to 'int'`",
      ["* compiler C2440|from 'initializer list' to 'int' 2-3"],
    ],
    ["in a sentence", "It says `a.c:3:1: error: no x` now", ["* inline error|no x 1-1"]],
    [
      "in a title",
      "error C2065: 'M_PI': undeclared identifier\n\nHelp!",
      ["* inline C2065|'M_PI': undeclared identifier 1-1"],
    ],
    [
      "without fences",
      "I get\na.c:3:1: error: no x\n3 | x\n| ^\n\nplease help",
      ["* compiler error|no x 2-4"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["a.c:3:1", "c"],
    ["A.java:3", "java"],
    ["a.swift:3:1", "swift"],
    ["a.cs(3,1)", "csharp"],
    ["a.zig:3:1", "other"],
  ])("%s is of the language %s", (place, language) => {
    expect(extract(fenced(`${place}: error: no x here`)).reports[0]?.language).toBe(language);
  });

  it.each([
    [
      "a warning",
      fenced("a.c:3:1: warning: unused variable 'error'", "    3 | int error;", "      |     ^"),
    ],
    ["a note", fenced("a.c:3:1: note: error: is expanded here")],
    ["code", fenced('printf("%s:%d: error: %s", file, line, text);', '#error "a.c: error: no x"')],
    ["a comment", fenced("// a.c:3:1: error: no x", "/* a.c:3:1: error: no x */")],
    ["a count", fenced("    0 Error(s)", "0 errors generated.")],
    [
      "CMake's warnings",
      fenced("CMake Warning at a.cmake:3 (message):", "  Could not find x, an error is not raised"),
    ],
  ])("nothing of %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("errors of linkers and build tools", () => {
  it.each([
    [
      "GNU ld",
      fenced(
        "a.o: in function `f':",
        "a.c:3: undefined reference to `g'",
        "collect2: error: ld returned 1 exit status",
      ),
      ["* linker -|undefined reference to `g' 2-4"],
    ],
    [
      "old GNU ld",
      fenced("a.o: In function `f':", "a.c:(.text+0x5): undefined reference to `g()'"),
      ["* linker -|undefined reference to `g()' 2-3"],
    ],
    [
      "a library",
      fenced("/usr/bin/ld: cannot find -lfoo: No such file or directory"),
      ["* linker -|cannot find -lfoo: No such file or directory 2-2"],
    ],
    [
      "an object",
      fenced("/usr/bin/ld: a.o: relocation R_X86_64_32 against `.rodata' can not be used"),
      ["* linker -|relocation R_X86_64_32 against `.rodata' can not be used 2-2"],
    ],
    [
      "twice defined",
      fenced(
        "/usr/bin/ld: a.o:(.bss+0x0): multiple definition of `x'; b.o:(.bss+0x0): first defined here",
      ),
      ["* linker -|multiple definition of `x'; b.o:(.bss+0x0): first defined here 2-2"],
    ],
    [
      "a Chinese ld",
      fenced("a.o：在函数‘main’中：", "a.c:(.text+0x5)：对‘f’未定义的引用"),
      ["* linker -|对‘f’未定义的引用 2-3"],
    ],
    [
      "a German ld",
      fenced("a.c:(.text+0x5): Nicht definierter Verweis auf `f'"),
      ["* linker -|Nicht definierter Verweis auf `f' 2-2"],
    ],
    [
      "a version of lld",
      fenced("ld.lld-15: error: cannot find -lfoo"),
      ["* linker error|cannot find -lfoo 2-2"],
    ],
    [
      "a driver of old",
      fenced("a.c:3: undefined reference to `g'", "collect2: ld returned 1 exit status"),
      ["* linker -|undefined reference to `g' 2-3"],
    ],
    [
      "gold",
      fenced("a.o:a.c:function f: error: undefined reference to 'g'"),
      ["* linker error|undefined reference to 'g' 2-2"],
    ],
    [
      "lld",
      fenced("ld.lld: error: undefined symbol: g", ">>> referenced by a.c"),
      ["* linker error|undefined symbol: g 2-3"],
    ],
    [
      "lld-link",
      fenced("lld-link: error: could not open 'kernel32.lib': no such file or directory"),
      ["* linker error|could not open 'kernel32.lib': no such file or directory 2-2"],
    ],
    [
      "Apple's ld",
      fenced(
        "ld: library not found for -lfoo",
        "clang: error: linker command failed with exit code 1",
      ),
      ["* linker -|library not found for -lfoo 2-3"],
    ],
    [
      "duplicates",
      fenced(
        "duplicate symbol '_f' in:",
        "    a.o",
        "    b.o",
        "ld: 1 duplicate symbol for architecture arm64",
      ),
      ["* linker -|duplicate symbol '_f' in: 2-5"],
    ],
    [
      "MSVC",
      fenced('a.obj : error LNK2019: unresolved external symbol "f" referenced in function main'),
      ['* linker LNK2019|unresolved external symbol "f" referenced in function main 2-2'],
    ],
    [
      "a driver's last word alone",
      fenced("collect2: error: ld returned 1 exit status"),
      ["* compiler error|ld returned 1 exit status 2-2"],
    ],
    [
      "make",
      fenced("make: *** No rule to make target 'x'.  Stop."),
      ["* build -|*** No rule to make target 'x'.  Stop. 2-2"],
    ],
    [
      "steps that failed",
      fenced(
        "a.c:3:1: error: no x",
        "make[1]: *** [Makefile:3: a.o] Error 1",
        "make: *** [all] Error 2",
      ),
      ["* compiler error|no x 2-2", "  build -|*** [Makefile:3: a.o] Error 1 3-4"],
    ],
    [
      "ninja",
      fenced("ninja: error: 'x', needed by 'y', missing and no known rule to make it"),
      ["* build error|'x', needed by 'y', missing and no known rule to make it 2-2"],
    ],
    [
      "Meson",
      fenced('meson.build:3:1: ERROR: Dependency "x" not found'),
      ['* build ERROR|Dependency "x" not found 2-2'],
    ],
    [
      "CMake",
      fenced("CMake Error at CMakeLists.txt:3 (message):", "  one", "  two"),
      ["* build CMake Error|one two 2-4"],
    ],
    [
      "CMake in one line",
      fenced("CMake Error: CMAKE_C_COMPILER not set, after EnableLanguage"),
      ["* build CMake Error|CMAKE_C_COMPILER not set, after EnableLanguage 2-2"],
    ],
    [
      "CMake in a title",
      "CMake Error at CMakeLists.txt:3 (find_package): no x\n\nHelp!",
      ["* inline CMake Error|no x 1-1"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    [
      "warnings of linkers",
      fenced("ld: warning: object file (error.o) was built for a newer version"),
    ],
    ["a word that ends in ld", fenced("build: cannot be started twice, so it waits")],
    [
      "what the documentation says",
      "undefined reference to `f` means that the linker did not find f.",
    ],
    ["a make that has nothing to do", fenced("make: Nothing to be done for 'all'.")],
  ])("nothing of %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("a linker that a sentence quotes", () => {
  it.each([
    [
      "to the end of the quotation",
      'It says "/src/a.c:21: undefined reference to `draw\'". What do I miss?',
      ["* linker -|undefined reference to `draw' 3-3"],
    ],
    [
      "words that no linker printed",
      'We get lots of "undefined reference to" messages. What do I miss?',
      [],
    ],
  ])("%s", (_, line, expected) => {
    expect(told(`Question\n\n${line}`)).toEqual(expected);
  });
});

describe("a title that is a compiler's error about a header", () => {
  it.each([
    [
      "gcc",
      "fatal error: sys/odd.h: No such file or directory compilation terminated.",
      ["* inline error|sys/odd.h: No such file or directory 1-1"],
    ],
    ["clang", "fatal error: 'odd.h' file not found", ["* inline error|'odd.h' file not found 1-1"]],
    ["without the error", "fatal error: sys/odd.h:", []],
    ["words about such errors", "Explain fatal error: No such file or directory in the manual", []],
  ])("%s", (_, title, expected) => {
    expect(told(`${title}\n\nSee above.`)).toEqual(expected);
  });
});
