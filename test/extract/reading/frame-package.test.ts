import { describe, expect, it } from "@jest/globals";
import { ownerOf } from "../../../src/extract/reading/frame-package.ts";

describe("whose code a Python file is", () => {
  it.each([
    ["/opt/venv/lib/python3.11/site-packages/torch/nn/modules/module.py", "torch"],
    ["/usr/lib/python3/dist-packages/yaml/__init__.py", "yaml"],
    [String.raw`C:\env\Lib\site-packages\peft\auto.py`, "peft"],
    ["/x/site-packages/six.py", "six"],
    ["/x/site-packages/mock-1.0.1-py2.7.egg/mock.py", "mock"],
    ["pandas/_libs/index.pyx", "pandas"],
    ["python/ray/_raylet.pyx", "ray"],
    ["src/lxml/etree.pyx", "lxml"],
    ["/opt/spark/python/lib/pyspark.zip/pyspark/worker.py", "pyspark"],
    ["/root/.pex/installed_wheels/ab12/requests-2.31-py3-none-any.whl/requests/api.py", "requests"],
    ["/home/u/project/setup.pyx", null],
    ["mine.pyx", null],
    ["train.py", null],
  ])("%s", (file, name) => {
    expect(ownerOf(file)).toEqual({ inLibrary: name !== null, package: name });
  });

  it.each([
    "/usr/lib/python3.11/json/decoder.py",
    String.raw`C:\Python39\lib\json\decoder.py`,
    "<frozen importlib._bootstrap>",
  ])("the standard library: %s", (file) => {
    expect(ownerOf(file)).toEqual({ inLibrary: true, package: null });
  });
});
