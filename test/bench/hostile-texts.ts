/** Longest body that GitHub takes for an issue, in characters. */
const longest = 65_536;

/** Texts of 64 KB that strangers could write to keep an extractor busy, by name. */
export const hostileTexts: readonly { name: string; text: string }[] = [
  { name: "one line", text: filled("a") },
  { name: "one line of words", text: filled("error ") },
  { name: "brackets", text: filled("[") },
  { name: "short lines", text: filled("a\n") },
  { name: "blank lines", text: filled("\n") },
  { name: "quotes between blank lines", text: filled("> a\n\n") },
  { name: "nested fences", text: filled("```\n````\n~~~\n") },
  { name: "glued fences", text: filled("Error: x```\n") },
  { name: "nested lists", text: filled("- ".repeat(40) + "a\n") },
  { name: "deep quotes", text: filled(">".repeat(200) + "\n") },
  { name: "backticks", text: filled("`a `` b ``` ") },
  { name: "emphasis", text: filled("*_") },
  { name: "open comments", text: filled("<!-- ") },
  { name: "tags", text: filled("<details><pre>\n") },
  { name: "tracebacks", text: fenced("Traceback (most recent call last):\n") },
  {
    name: "tracebacks with a frame",
    text: fenced(
      'Traceback (most recent call last):\n  File "a.py", line 1, in f\nValueError: x\n',
    ),
  },
  { name: "frames without end", text: fenced('  File "a.py", line 1, in f\n    f()\n') },
  {
    name: "chains",
    text: fenced("During handling of the above exception, another exception occurred:\n"),
  },
  {
    name: "traces without end",
    text: fenced(
      `${"Traceback (most recent call last):\n".repeat(15)}${'  File "a.py", line 1, in f\n  File "a.py", line 2, in g\n    f()\n'.repeat(1_300)}`,
    ),
  },
  {
    name: "traces quoted in traces",
    text: fenced(
      'KeyError: x:\n"""\nTraceback (most recent call last):\n  File "a.py", line 1, in f\n',
    ),
  },
  { name: "pip's boxes", text: fenced("  error: subprocess-exited-with-error\n  × a\n  │ b\n") },
  {
    name: "unittest",
    text: fenced(`ERROR: a (b)\n${"-".repeat(70)}\nTraceback (most recent call last):\n`),
  },
  { name: "threads", text: fenced("Current thread 0x0 (most recent call first):\n\n") },
  {
    name: "a trace on one line",
    text: `it fails\n\n\`\`\`\nTraceback (most recent call last): ${filled('File "a.py", line 1, in f abc: ').slice(0, 65_000)}\n`,
  },
  { name: "cut lines", text: fenced(`Traceback (most recent call last):\n${"a".repeat(80)}\n`) },
  { name: "error lines", text: fenced("ValueError: x\n") },
  { name: "different error lines", text: fencedLines((index) => `ValueError: x${index}`) },
  { name: "records", text: fenced("2024-01-01 10:00:00,123 ERROR [app] it failed badly\n") },
  { name: "ranks", text: fencedLines((index) => `[rank${index}]: ValueError: x`) },
  { name: "JavaScript calls", text: fenced("    at f (a.js:1:2)\n") },
  { name: "heads without calls", text: fenced("java.lang.Error: x\n\n") },
  { name: "causes", text: fenced("Caused by: java.lang.Error: x\n") },
  { name: "Ruby errors", text: fenced("a.rb:1:in 'f': x\n") },
  { name: "Rails errors", text: fenced("A::B (x):\n\n1: a\n") },
  { name: "PHP errors", text: fenced("PHP Fatal error:  Uncaught A: x\n") },
  { name: ".NET exceptions", text: fenced("A.BException: x ---> \n") },
  { name: ".NET exceptions in prose", text: fenced("x: AException: y\n\n") },
  { name: "Gradle", text: fenced("* What went wrong:\n> a\n") },
  { name: "Maven", text: fenced("[ERROR] Failed to execute goal x\n") },
  { name: "logcat", text: fenced("F/libc  ( 1): Fatal signal 11 (SIGSEGV), code 1\n") },
  {
    name: "FATAL EXCEPTION",
    text: fenced("E/AndroidRuntime( 1): FATAL EXCEPTION: main\nProcess: a\n"),
  },
  { name: "Surefire", text: fenced("a() <<< FAILURE!\na.BException: x\n") },
  { name: "Elixir exceptions", text: fenced("** (A) x\n\n") },
  {
    name: "nested Elixir exceptions",
    text: fencedLines((index) => `${" ".repeat(index % 40)}** (A) x`),
  },
  { name: "Erlang reports", text: fenced("=CRASH REPORT===\n") },
  { name: "R errors", text: fenced("Error in f(x) : \n  a\n") },
  { name: "rlang errors", text: fenced("Error in `f()`:\n! a\nCaused by error:\n") },
  { name: "Julia errors", text: fenced("ERROR: A: x\n\n") },
  { name: "Lua errors", text: fenced("a.lua:1: x\n") },
  { name: "PowerShell errors", text: fenced("a : b\nAt line:1 char:1\n+ a\n") },
  { name: "PowerShell boxes", text: fenced("a:\nLine |\n 1 | ~\n") },
  { name: "Perl errors", text: fenced("syntax error at a line 1.\n") },
  { name: "Apple crashes", text: fenced("Exception Type:  EXC_A (SIGB)\n") },
  { name: "PHPUnit", text: fenced("1) A::b\nx\n") },
  { name: "Collision", text: fenced("  A\\B\n  x\n") },
  { name: "panics", text: fenced("panic: x\n\ngoroutine 1 [running]:\n") },
  { name: "compiler errors", text: fenced("a.c:1:2: error: x y\n") },
  { name: "npm", text: fenced("npm ERR! code E404\n") },
  { name: "npm's scripts", text: fenced("npm ERR! code 1\nnpm ERR! Error: x\n\n") },
  { name: "Yarn", text: fenced("➤ YN0009: │ a could not be built\n") },
  { name: "node-gyp", text: fenced("gyp ERR! stack Error: x\n") },
  { name: "webpack", text: fenced("ERROR in ./a.js\n") },
  { name: "bundlers' messages", text: fenced("Module parse failed: x\n| a\n") },
  { name: "Vite", text: fenced("[vite] Internal server error: x\n  File: a\n") },
  { name: "TypeScript", text: fenced("a.ts(1,2): error TS2304: x\n\n") },
  { name: "Jest", text: fenced("● a › b\n\n    expect(x)\n") },
  { name: "Vitest", text: fenced(" FAIL  a > b\n") },
  { name: "Mocha", text: fenced("1) a:\n   b:\n") },
  { name: "excerpts of Node", text: fenced("/a.js:1\n  x\n  ^\n") },
  { name: "errors above a console's calls", text: fenced("Error: x\nf @ a.js:1\n") },
  { name: "Dart", text: fenced("Unhandled exception:\nBad state: x\n") },
  { name: "Dart's calls", text: fenced("#0      f (package:a/b.dart:1:2)\n") },
  { name: "Flutter", text: fenced("══╡ EXCEPTION CAUGHT BY A ╞══\nThe following X was thrown:\n") },
  { name: "boxes", text: fenced("╭──── Traceback (most recent call last) ────╮\n│ a\n") },
  {
    name: "escaped line ends",
    text: fenced(String.raw`\n  File \"a.py\", line 1, in f\nValueError: x`.repeat(9) + "\n"),
  },
  { name: "ANSI", text: fenced("\u001b[31m\u001b[") },
  { name: "NULs", text: filled("\u0000") },
  { name: "lone surrogates", text: filled("\ud800") },
  { name: "Chinese", text: filled("运行时报错：") },
  { name: "JSON", text: filled('{"error":{"message":"x","type":') },
  { name: "JSON of a service", text: fenced('{"error":"a b",\n"x":[\n') },
  { name: "open objects", text: fenced("{\n  'message': 1,\n") },
  { name: "failed tasks", text: fenced('fatal: [a]: FAILED! => {"msg": "a b", "x": [\n') },
  { name: "XML", text: fenced("<Error>\n<Message \n") },
  { name: "boxes of Terraform", text: fenced("│ Error: a b\n│ Warning: c\n") },
  { name: "logfmt", text: fenced('level=error msg="a b" err="c\n') },
  { name: "sentences", text: fencedLines((index) => `Could not find ${index}`) },
  { name: "announcements", text: filled("It fails with this error:\n```\na b c\n```\n") },
  { name: "quotations", text: filled('it fails with "a b c d e f g h" and \n') },
  { name: "codes of databases", text: fenced("ORA-00001: a b\nERROR:  a b\nLINE 1: c\n") },
  { name: "refused refs", text: fenced(" ! [rejected] a -> b (c)\n") },
  { name: "dots and colons", text: filled("a.b::c.d: ") },
];

function filled(piece: string): string {
  return piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
}

function fenced(piece: string): string {
  return `it fails\n\n\`\`\`\n${filled(piece).slice(20)}`;
}

function fencedLines(line: (index: number) => string): string {
  return fenced(Array.from({ length: 8_000 }, (_, index) => `${line(index)}\n`).join(""));
}
