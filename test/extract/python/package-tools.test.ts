import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { fenced, told } from "../told.ts";

const box = [
  "  error: subprocess-exited-with-error",
  "  ",
  "  × python setup.py egg_info did not run successfully.",
  "  │ exit code: 1",
  "  ╰─> [4 lines of output]",
];
const inside = [
  "      Traceback (most recent call last):",
  '        File "<string>", line 2, in <module>',
  "      ModuleNotFoundError: No module named 'torch'",
  "      [end of output]",
];

describe("errors behind a cross", () => {
  it.each([
    [
      "pip's box around a traceback",
      [...box, ...inside],
      [
        "  build subprocess-exited-with-error|python setup.py egg_info did not run successfully. 2-6",
        "* tb ModuleNotFoundError|No module named 'torch' 7-9",
      ],
    ],
    [
      "pip's box alone",
      box,
      [
        "* build subprocess-exited-with-error|python setup.py egg_info did not run successfully. 2-6",
      ],
    ],
    [
      "pip on a terminal without lines",
      [
        "error: subprocess-exited-with-error",
        "",
        "python setup.py egg_info did not run successfully.",
        "exit code: 1",
        "",
        "[4 lines of output]",
        ...inside.map((line) => line.trimStart()),
      ],
      [
        "  build subprocess-exited-with-error|python setup.py egg_info did not run successfully. 2-4",
        "* tb ModuleNotFoundError|No module named 'torch' 8-10",
      ],
    ],
    [
      "uv's resolver",
      [
        "  × No solution found when resolving dependencies:",
        "  ╰─▶ Because only a<=1 is available and you",
        "      require a>=2, it fails.",
        "",
        "      hint: none",
      ],
      ["* build -|No solution found when resolving dependencies: 2-4"],
    ],
    [
      "uv's build",
      [
        "  × Failed to build `a==1`",
        "  ├─▶ The build backend returned an error",
        "  ╰─▶ Call failed (exit status: 1)",
        "",
        "      [stderr]",
        ...inside,
      ],
      [
        "  build -|Failed to build `a==1` 2-4",
        "* tb ModuleNotFoundError|No module named 'torch' 7-9",
      ],
    ],
    ["a test that failed elsewhere", [" × adds numbers 12ms", "   → expected 2"], []],
    [
      "a name in a sentence",
      ["error: the-name-of-it is unknown"],
      ["* log error|the-name-of-it is unknown 2-2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("joins the lines of a branch and keeps each branch as a cause", () => {
    const text = fenced(
      "  × No solution found when resolving dependencies:",
      "  ╰─▶ Because only a<=1 is available and you",
      "      require a>=2, it fails.",
    );
    expect(extract(text).reports[0]?.causes.map(({ message }) => message)).toEqual([
      "Because only a<=1 is available and you require a>=2, it fails.",
    ]);
  });
});

describe("pip's own errors", () => {
  it.each([
    [
      "no version",
      [
        "ERROR: Could not find a version that satisfies the requirement a==9 (from versions: 1, 2)",
        "ERROR: No matching distribution found for a==9",
        "",
        "[notice] A new release of pip is available",
      ],
      "* build ERROR|Could not find a version that satisfies the requirement a==9 (from versions: 1, 2) 2-3",
    ],
    [
      "no room on the disk",
      ["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"],
      "* build ERROR|Could not install packages due to an OSError: [Errno 28] No space left on device 2-2",
    ],
    [
      "a conflict",
      [
        "ERROR: Cannot install a==1 and b==2 because these package versions have conflicting dependencies.",
        "",
        "The conflict is caused by:",
        "    a 1 depends on x<2",
        "    b 2 depends on x>=2",
        "",
        "To fix this you could try to:",
        "1. loosen the range of package versions you've specified",
        "",
        "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io",
      ],
      "* build ERROR|Cannot install a==1 and b==2 because these package versions have conflicting dependencies. 2-11",
    ],
    [
      "what is installed already",
      [
        "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed.",
        "a 1.0 requires b<2, but you have b 3 which is incompatible.",
        "Successfully installed b-3",
      ],
      "* build ERROR|pip's dependency resolver does not currently take into account all the packages that are installed. 2-3",
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual([expected]);
    expect(told(`It says\n${lines.join("\n")}\n`)).toEqual([expected]);
  });
});

describe("Poetry's errors", () => {
  it.each([
    [
      "with type and place",
      [
        "  SolverProblemError",
        "",
        "  Because a depends on b (2) which doesn't match any versions, version solving failed.",
        "",
        "  at ~/.poetry/lib/poetry/puzzle/solver.py:159 in _solve",
        "      155│ x",
        "    → 159│ raise SolverProblemError(e)",
      ],
      [
        "* tb SolverProblemError|Because a depends on b (2) which doesn't match any versions, version solving failed. 2-6",
      ],
    ],
    [
      "the sentence alone",
      [
        "Because a (1.0) depends on b (>=2)",
        " and app depends on b (<2), a is forbidden.",
        "So, because app depends on a (^1.0), version solving failed.",
      ],
      ["* build -|Because a (1.0) depends on b (>=2) 2-4"],
    ],
    ["another sentence", ["Because it rains", "we stay in."], []],
    ["a word on a line", ["  Usage", "", "  poetry add NAME"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("conda's errors", () => {
  it.each([
    [
      "a list below the type",
      ["ResolvePackageNotFound: ", "  - libtiff==4.0.10", "  - openblas==0.3.6"],
      ["* line ResolvePackageNotFound|- libtiff==4.0.10 2-4"],
    ],
    [
      "a tree behind a blank line",
      [
        "LibMambaUnsatisfiableError: Encountered problems while solving:",
        "  - nothing provides boost 1.78",
        "",
        "Could not solve for environment specs",
        "The following packages are incompatible",
        "└─ a is uninstallable",
      ],
      ["* line LibMambaUnsatisfiableError|Encountered problems while solving: 2-7"],
    ],
    [
      "a key of a file",
      ["channels:", "  - conda-forge", "ResolvePackageNotFound:", "  what it means"],
      [],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});

describe("Sphinx's errors", () => {
  it.each([
    [
      "an extension",
      [
        "Extension error (sphinx.ext.autosummary):",
        "Handler f threw an exception (exception: no module named x)",
        "make: *** [Makefile:20: html] Error 2",
      ],
      "* build Extension error|Handler f threw an exception (exception: no module named x) 2-3",
    ],
    [
      "a theme",
      ["Theme error:", "no theme named 'x' found", ""],
      "* build Theme error|no theme named 'x' found 2-3",
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))[0]).toEqual(expected);
  });

  it("is quiet about headings and prose", () => {
    expect(told("Theme error:\nwhat it means\n\n```\nTheme error:\n\nsee below\n```")).toEqual([]);
  });
});

describe("PyInstaller's last words", () => {
  const words = "Failed to execute script 'main' due to unhandled exception";

  it.each([
    [
      "alone",
      [`[14132] ${words}: No module named 'x'`],
      [`* line -|${words}: No module named 'x' 2-2`],
    ],
    [
      "below the trace",
      [
        "Traceback (most recent call last):",
        '  File "main.py", line 1, in <module>',
        "ModuleNotFoundError: No module named 'x'",
        `[PYI-141:ERROR] ${words}!`,
      ],
      ["* tb ModuleNotFoundError|No module named 'x' 2-4", `  line -|${words}! 5-5`],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });
});
