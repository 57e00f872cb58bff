import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { readIpythonFrame } from "../../../src/extract/python/ipython-frame.ts";
import { fenced, told } from "../told.ts";

const rule = "-".repeat(75);
const header = "KeyError                                  Traceback (most recent call last)";

describe("IPython's tracebacks", () => {
  it.each([
    [
      "with its rule",
      fenced(rule, header, "Cell In[3], line 1", "----> 1 d['x']", "", "KeyError: 'x'"),
      ["* ipy KeyError|'x' 2-7"],
    ],
    [
      "without its rule",
      fenced(header, "<ipython-input-3-1a> in <module>", "----> 1 d['x']", "", "KeyError: 'x'"),
      ["* ipy KeyError|'x' 2-6"],
    ],
    [
      "without its header",
      fenced("File ~/a.py:4, in f(x)", "----> 4 d['x']", "", "KeyError: 'x'"),
      ["* ipy KeyError|'x' 2-5"],
    ],
    [
      "cut before the error",
      fenced(rule, header, "Cell In[3], line 1", "----> 1 d['x']"),
      ["* ipy KeyError| 2-5"],
    ],
    [
      "as JSON with real line ends",
      fenced(
        '{ "name": "KeyError",',
        '"message": "\'x\'",',
        `"stack": "${rule}`,
        header,
        "Cell In[3], line 1",
        "----> 1 d['x']",
        "",
        "KeyError: 'x'\"",
        "}",
      ),
      ["* ipy-json KeyError|'x' 2-10"],
    ],
    ["a rule alone", fenced(rule, "Results"), []],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("takes a call's line from the arrow", () => {
    const text = fenced(
      rule,
      header,
      "<ipython-input-3-1a> in f(x)",
      "      1 a",
      "----> 2 b",
      "",
      "KeyError: 'x'",
    );
    expect(extract(text).reports[0]?.frames).toEqual([
      { file: "<ipython-input-3-1a>", line: 2, function: "f", inLibrary: false, package: null },
    ]);
  });
});

describe("readIpythonFrame", () => {
  it.each([
    ["<ipython-input-5-a1> in <cell line: 1>()", "<ipython-input-5-a1>", null, "<cell line: 1>"],
    ["Input In [3], in <cell line: 1>()", "Input In [3]", null, "<cell line: 1>"],
    ["Cell In[54], line 1", "Cell In[54]", 1, null],
    ["File ~/x/y.py:43, in A.f(self, b)", "~/x/y.py", 43, "A.f"],
    ["/usr/x.py in f(a)", "/usr/x.py", null, "f"],
    ["[/usr/x.py](https://localhost:8080/#) in f(a)", "/usr/x.py", null, "f"],
    ["h5py/h5d.pyx in h5py.h5d.create()", "h5py/h5d.pyx", null, "h5py.h5d.create"],
  ])("%s", (text, file, line, called) => {
    const frame = readIpythonFrame(text);
    expect([frame?.file, frame?.line, frame?.function]).toEqual([file, line, called]);
  });

  it.each(["File a, in words", 'File "a.py", line 3, in f', "what is in it", "error in x.py"])(
    "%s is none",
    (text) => {
      expect(readIpythonFrame(text)).toBeNull();
    },
  );

  it("joins a pool's worker with the cell that used it", () => {
    const text = fenced(
      "joblib.externals.loky.process_executor._RemoteTraceback: ",
      '"""',
      "Traceback (most recent call last):",
      '  File "w.py", line 3, in work',
      "KeyError: 1",
      '"""',
      "",
      "The above exception was the direct cause of the following exception:",
      "",
      "-".repeat(75),
      "KeyError                                  Traceback (most recent call last)",
      "Cell In[5], line 1",
      "----> 1 fit()",
      "",
      "KeyError: 1",
    );
    const { reports } = extract(text);
    expect(reports.map(({ kind, firstLine, lastLine }) => [kind, firstLine, lastLine])).toEqual([
      ["ipy", 2, 16],
    ]);
    expect(reports[0]?.causes.map(({ line }) => line)).toEqual([6]);
  });

  it("reads the calls of Ray's task on behind the cell's", () => {
    const text = fenced(
      "-".repeat(75),
      "RayTaskError(KeyError)                    Traceback (most recent call last)",
      "Cell In[5], line 1",
      "----> 1 ray.get(f.remote())",
      "",
      "RayTaskError(KeyError): ray::f() (pid=89, ip=127.0.0.1)",
      '  File "w.py", line 7, in f',
      "KeyError: 1",
    );
    const { reports } = extract(text);
    expect(reports.map(({ type, lastLine }) => [type, lastLine])).toEqual([["KeyError", 9]]);
    expect(reports[0]?.frames.map(({ file }) => file)).toEqual(["Cell In[5]", "w.py"]);
  });
});
