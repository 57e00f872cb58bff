/**
 * Programming language or ecosystem whose runtime or tool printed a report; `java` stands for all of
 * the JVM, `javascript` for TypeScript too, `c` for C, C++ and what compilers, linkers and debuggers
 * print about them, `other` for tools and services that belong to no language.
 */
export type Language =
  | "python"
  | "javascript"
  | "java"
  | "csharp"
  | "go"
  | "rust"
  | "c"
  | "ruby"
  | "php"
  | "perl"
  | "elixir"
  | "r"
  | "julia"
  | "swift"
  | "dart"
  | "lua"
  | "powershell"
  | "shell"
  | "sql"
  | "other";

/**
 * How a report was printed. With a stack: `tb` (with its header), `tbx` (header cut off, or the
 * stack itself broken off), `ipy` (IPython, Colab), `ipy-json` (the same inside JSON), `logcat`
 * (Android), `panic` (Go, Rust), `crash` (signals and a runtime's own dump), `crash-html` (the
 * tables of crash services), `gdb`, `sanitizer` (ASAN and its kin, Valgrind). Of tools: `compiler`,
 * `linker`, `build` (CMake, make, npm, bundlers), `pytest`, `test` (other test runners), `lint`,
 * `service` (JSON, XML or events of a server). Else `log` (a log record), `line` (an error line on
 * its own) or `inline` (quoted in prose).
 */
export type ReportKind =
  | "tb"
  | "tbx"
  | "ipy"
  | "ipy-json"
  | "logcat"
  | "panic"
  | "crash"
  | "crash-html"
  | "gdb"
  | "sanitizer"
  | "compiler"
  | "linker"
  | "build"
  | "pytest"
  | "test"
  | "lint"
  | "service"
  | "log"
  | "line"
  | "inline";

/** One call in a report, as printed; `null` where the report does not say. */
export interface Frame {
  file: string | null;
  /** 1-based line in `file`. */
  line: number | null;
  function: string | null;
  /** True for code of an installed package or of the language's standard library. */
  inLibrary: boolean;
  /** Name of the package the file belongs to (`transformers` for `.../site-packages/transformers/trainer.py`). */
  package: string | null;
}

/** One error as a program printed it: the final one of a report, or one of its causes. */
export interface ReportedError {
  /** Type as printed, with its module path (`torch.OutOfMemoryError`); `null` where none is printed. */
  type: string | null;
  /** First line of the message. */
  message: string;
  /** The whole message, lines joined by `\n`; equals `message` for a single line. Capped. */
  fullMessage: string;
  /** 1-based line of the issue text on which type and message stand. */
  line: number;
}

/** One error extracted from an issue: what the program reported at last, and what led to it. */
export interface ErrorReport extends ReportedError {
  language: Language;
  kind: ReportKind;
  /** Outermost call first. */
  frames: Frame[];
  /** Errors that led to this one, nearest first (Python's chain read upwards, Java's `Caused by`). */
  causes: ReportedError[];
  /** 1-based first and last line of the whole report within the issue text, inclusive. */
  firstLine: number;
  lastLine: number;
  /** True for an error that its program only told of on its way (`Exception ignored in`): alone, it is the issue's. */
  isAside?: true;
  /** Lines on which the same report begins again; repeats are merged. */
  repeatedAt: number[];
  /** The lines' common prefixes that were stripped, as printed (`[rank0]:`), without repeats. */
  prefixes: string[];
  /** Name of the attached file in which it stands (lines then count there); absent in the issue itself. */
  attachment?: string;
  /** Stable hash, equal for the same failure elsewhere; see `fingerprint.ts`. */
  fingerprint: string;
}
