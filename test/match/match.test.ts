import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Frame } from "../../src/extract/error-report.ts";
import type { Extraction } from "../../src/extract/extraction.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { match } from "../../src/match/match.ts";
import type { Match } from "../../src/match/verdict.ts";
import { answer, extraction, knownError, report } from "./hand-built.ts";

const knowledge = compileKnowledge([
  knownError({
    id: "test/two-devices",
    signature:
      "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!",
    regex:
      "found at least two devices, (?P<first>[a-z]+(?::\\d+)?) and (?P<second>[a-z]+(?::\\d+)?)",
    packages: ["torch"],
  }),
  knownError({
    id: "test/two-devices-peft",
    signature:
      "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!",
    packages: ["peft", "bitsandbytes"],
  }),
  knownError({
    id: "test/arrow-offset",
    signature: "pyarrow.lib.ArrowInvalid: offset overflow while concatenating arrays",
    exception: ["ArrowInvalid"],
    packages: ["datasets", "pyarrow"],
  }),
  knownError({
    id: "test/no-flash-attn",
    signature: "ModuleNotFoundError: No module named 'flash_attn'",
    packages: ["flash-attn"],
  }),
  knownError({
    id: "test/jit",
    signature: "RuntimeError: Unable to JIT load the op due to hardware/software issue",
    aliases: ["RuntimeError: Unable to JIT load the fused_adam op"],
  }),
  knownError({
    id: "test/jit-ninja",
    signature:
      "RuntimeError: Unable to JIT load the fused_adam op due to ninja not being installed.",
  }),
  knownError({
    id: "test/old-api",
    signature:
      "TypeError: SFTTrainer.__init__() got an unexpected keyword argument 'dataset_text_field'",
    versions: [{ version: "trl>=0.13", introduced: "0.13.0" }],
    packages: ["trl"],
  }),
  knownError({
    id: "test/positions",
    signature:
      "RuntimeError: The expanded size of the tensor (601) must match the existing size (514) at non-singleton dimension 1",
    regex: "must match the existing size \\((?P<limit>512|514)\\) at non-singleton dimension",
    regex_only: true,
  }),
  knownError({
    id: "test/half-on-cpu",
    signature: "FP16 is not supported on CPU; using FP32 instead",
    notice: true,
  }),
  knownError({
    id: "test/schema",
    signature: "TypeError: argument of type 'bool' is not iterable",
    packages: ["gradio"],
    needs_package: true,
  }),
  knownError({ id: "test/version-number", signature: "Release 6.4", regex: "6.4" }),
]);

function frame(name: string): Frame {
  return {
    file: `/lib/site-packages/${name}/x.py`,
    line: 1,
    function: "f",
    inLibrary: true,
    package: name,
  };
}

const devices =
  "Expected all tensors to be on the same device, but found at least two devices, cuda:1 and cuda:0! (when checking argument)";
const twoDevices = { type: "RuntimeError", message: devices };
const overflow = {
  type: "pyarrow.lib.ArrowInvalid",
  message: "offset overflow while concatenating arrays",
};

function diagnose(fields: Partial<Extraction>): string[] | string {
  return answer(match(extraction(fields), knowledge, { requested: false }));
}

function only(fields: Partial<Extraction>): Match {
  const verdict = match(extraction(fields), knowledge, { requested: false });
  if (verdict.kind !== "diagnosed" || verdict.matches.length > 1) {
    throw new Error(`not one answer: ${String(answer(verdict))}`);
  }
  return verdict.matches[0];
}

describe("match", () => {
  it("tells two records of one wording apart by the libraries", () => {
    const peft = report({ ...twoDevices, frames: [frame("torch"), frame("peft")] });
    const plain = report({ ...twoDevices, frames: [frame("torch")] });
    expect(diagnose({ reports: [peft] })).toEqual(["test/two-devices-peft"]);
    expect(diagnose({ reports: [plain] })).toEqual(["test/two-devices"]);
  });

  it.each([
    ["a value in the regex", 514, ["test/positions"]],
    ["another value in the same wording", 93, "unknown_error"],
  ])("lets the regex alone decide where it shall: %s", (_name, size, expected) => {
    const message = `The expanded size of the tensor (18) must match the existing size (${size}) at non-singleton dimension 1`;
    expect(diagnose({ reports: [report({ type: "RuntimeError", message })] })).toEqual(expected);
  });

  const iteration = { type: "TypeError", message: "argument of type 'bool' is not iterable" };
  const gradio = { line: 4, text: "import gradio as gr" };
  it.each<[string, Partial<Extraction>, string[] | string]>([
    [
      "in the calls",
      { reports: [report({ ...iteration, frames: [frame("gradio")] })] },
      ["test/schema"],
    ],
    [
      "in the issue, without calls",
      { reports: [report(iteration)], code: [gradio] },
      ["test/schema"],
    ],
    [
      "in the issue, but not in the calls",
      { reports: [report({ ...iteration, frames: [frame("torch")] })], code: [gradio] },
      "unknown_error",
    ],
    ["nowhere", { reports: [report(iteration)] }, "unknown_error"],
  ])(
    "takes a wording that any program prints only with its package: %s",
    (_name, fields, expected) => {
      expect(diagnose(fields)).toEqual(expected);
    },
  );

  const notice = "FP16 is not supported on CPU; using FP32 instead";
  const log = Array.from({ length: 9 }, (_, index) => ({
    line: 5 + index,
    text: `frame ${index}`,
  }));
  it.each<[string, Partial<Extraction>, string[] | string]>([
    [
      "in a sentence",
      { prose: [{ line: 4, text: `I get "${notice}" each time` }] },
      ["test/half-on-cpu"],
    ],
    ["alone", { code: [{ line: 4, text: notice }] }, ["test/half-on-cpu"]],
    ["within a log", { code: [{ line: 4, text: notice }, ...log] }, "no_error_report"],
    [
      "beside an error",
      { code: [{ line: 4, text: notice }], reports: [report({ type: "KeyError", message: "x" })] },
      "unknown_error",
    ],
    [
      "in the title, beside an error",
      { prose: [{ line: 1, text: notice }], reports: [report({ type: "KeyError", message: "x" })] },
      ["test/half-on-cpu"],
    ],
  ])("answers a notice only where the issue is about it: %s", (_name, fields, expected) => {
    expect(diagnose(fields)).toEqual(expected);
  });

  it("names both when nothing tells them apart", () => {
    const signature = "Checkpoint shards disagree about their tensor layout";
    const two = compileKnowledge([
      knownError({ id: "test/saved-twice", signature, packages: ["torch"] }),
      knownError({ id: "test/saved-halfway", signature }),
    ]);
    const reports = [report({ type: "RuntimeError", message: signature })];
    const verdict = match(extraction({ reports }), two, { requested: false });
    expect(answer(verdict)).toEqual(["test/saved-halfway", "test/saved-twice"]);
    expect(verdict.kind === "diagnosed" && verdict.competing).toBe(true);
  });

  const inPeft = { name: "peft", version: "0.11.1", line: 2 };
  it.each<[string, Partial<Extraction>, string[]]>([
    [
      "calls that run through a package of the special record",
      { reports: [report({ ...twoDevices, frames: [frame("peft"), frame("torch")] })] },
      ["test/two-devices-peft"],
    ],
    [
      "calls that run through none of them",
      { reports: [report({ ...twoDevices, frames: [frame("diffusers"), frame("torch")] })] },
      ["test/two-devices"],
    ],
    ["no sign of any package", { reports: [report(twoDevices)] }, ["test/two-devices"]],
    [
      "an import, without calls",
      {
        reports: [report(twoDevices)],
        code: [{ line: 4, text: "from peft import get_peft_model" }],
      },
      ["test/two-devices-peft"],
    ],
    [
      "a stated version, without calls",
      { reports: [report(twoDevices)], environment: { versions: [inPeft], os: null } },
      ["test/two-devices-peft"],
    ],
    [
      "a stated version beside calls that do not run through it",
      {
        reports: [report({ ...twoDevices, frames: [frame("torch")] })],
        environment: { versions: [inPeft], os: null },
      },
      ["test/two-devices", "test/two-devices-peft"],
    ],
  ])("tells a special record from the general one by %s", (_name, fields, ids) => {
    expect(diagnose(fields)).toEqual(ids);
  });

  it("says why: each piece of evidence with line, text and weight", () => {
    const found = only({
      reports: [report({ ...overflow, line: 20, firstLine: 12 })],
      code: [{ line: 4, text: "from datasets import load_dataset" }],
    });
    expect(found.knownError.id).toBe("test/arrow-offset");
    expect(found.report).toBe(0);
    expect(found.evidence.map(({ kind, line, text }) => [kind, line, text])).toEqual([
      ["wording", 20, "pyarrow.lib.ArrowInvalid: offset overflow while concatenating arrays"],
      ["exception", 20, "pyarrow.lib.ArrowInvalid: offset overflow while concatenating arrays"],
      ["library", 4, "from datasets import load_dataset"],
      ["library", 20, "pyarrow.lib.ArrowInvalid"],
    ]);
    const sum = found.evidence.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(found.confidence, 2);
  });

  it("quotes the line of a longer message on which the wording stands", () => {
    const reports = [
      report({
        type: "RuntimeError",
        fullMessage: `worker 3 failed\n${devices}`,
        frames: [frame("peft")],
      }),
    ];
    expect(only({ reports }).evidence[0]).toMatchObject({
      kind: "wording",
      line: 11,
      text: devices,
    });
  });

  it("reads named groups", () => {
    const reports = [report({ ...twoDevices, frames: [frame("torch")] })];
    expect(only({ reports }).captures).toEqual({ first: "cuda:1", second: "cuda:0" });
  });

  it("finds the cause that a wrapper hides", () => {
    const wrapper = {
      type: "datasets.exceptions.DatasetGenerationError",
      message: "An error occurred while generating",
    };
    const cause = { ...overflow, fullMessage: overflow.message, line: 7 };
    const found = only({ reports: [report({ ...wrapper, causes: [cause] })] });
    const [asCause] = found.evidence;
    const [wording] = only({ reports: [report(overflow)] }).evidence;
    expect(asCause).toMatchObject({ kind: "cause", line: 7 });
    expect(wording?.weight).toBeGreaterThan(asCause?.weight ?? 1);
  });

  it("names two errors of one issue, the primary one first", () => {
    const reports = [
      report({ ...overflow, line: 4 }),
      report({ ...twoDevices, frames: [frame("peft")] }),
    ];
    const verdict = match(extraction({ reports }), knowledge, { requested: false });
    expect(answer(verdict)).toEqual(["test/two-devices-peft", "test/arrow-offset"]);
    expect(verdict.kind === "diagnosed" && verdict.competing).toBe(false);
    expect(diagnose({ reports, primary: 0 })).toEqual([
      "test/arrow-offset",
      "test/two-devices-peft",
    ]);
  });

  it("prefers the more specific wording", () => {
    const message = "Unable to JIT load the fused_adam op due to ninja not being installed.";
    expect(diagnose({ reports: [report({ type: "RuntimeError", message })] })).toEqual([
      "test/jit-ninja",
    ]);
  });

  it("counts another type against a record that names its own", () => {
    const own = only({ reports: [report(overflow)] });
    const other = only({ reports: [report({ ...overflow, type: "OSError" })] });
    expect(other.confidence).toBeLessThan(own.confidence);
    expect(other.evidence.at(-1)).toMatchObject({ kind: "exception" });
    expect(other.evidence.at(-1)?.weight).toBeLessThan(0);
  });

  it("lowers the confidence outside of the versions and says so", () => {
    const reports = [
      report({
        type: "TypeError",
        message: "SFTTrainer.__init__() got an unexpected keyword argument 'dataset_text_field'",
      }),
    ];
    const stated = (version: string): Match =>
      only({ reports, environment: { versions: [{ name: "trl", version, line: 2 }], os: null } });
    expect(stated("0.15.1").versionStatus).toBe("in_range");
    expect(stated("0.9.6").versionStatus).toBe("out_of_range");
    expect(stated("0.9.6").confidence).toBeLessThan(stated("0.15.1").confidence);
    expect(stated("0.9.6").evidence).toContainEqual(
      expect.objectContaining({ kind: "version", line: 2, text: "trl 0.9.6" }),
    );
  });

  it.each([
    ["another module", { type: "ModuleNotFoundError", message: "No module named 'xformers'" }],
    [
      "another keyword",
      {
        type: "TypeError",
        message: "SFTTrainer.__init__() got an unexpected keyword argument 'packing'",
      },
    ],
    [
      "a number that a careless regex meets",
      { type: "Error", message: "pod web-6.4-abc not ready" },
    ],
    ["generic words", { type: "RuntimeError", message: "Unable to load the op" }],
    ["an empty message", { type: "RuntimeError", message: "" }],
  ])("stays silent on %s", (_name, fields) => {
    expect(Array.isArray(diagnose({ reports: [report(fields)] }))).toBe(false);
  });

  it("abstains among more than two equals", () => {
    const signature = "Checkpoint shards disagree about their tensor layout";
    const three = compileKnowledge(
      ["a", "b", "c"].map((name) => knownError({ id: `test/${name}`, signature })),
    );
    const reports = [report({ message: signature })];
    const verdict = match(extraction({ reports }), three, { requested: true });
    expect(answer(verdict)).toBe("ambiguous");
    expect(verdict.runnersUp.map(({ knownError: { id } }) => id)).toEqual([
      "test/a",
      "test/b",
      "test/c",
    ]);
  });

  it("throws on no input and answers the same twice", () => {
    const words = fc.constantFrom(
      devices,
      overflow.message,
      "No module named 'flash_attn'",
      "\n",
      "'",
      "\u{10400}",
      "{",
      "6.4",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((parts) => parts.join(" ")),
    );
    const errors = fc.record({ type: fc.option(texts), message: texts, fullMessage: texts });
    fc.assert(
      fc.property(
        fc.array(errors, { maxLength: 4 }),
        fc.array(texts, { maxLength: 4 }),
        (reported, lines) => {
          const prose = lines.map((text, line) => ({ line, text }));
          const input = extraction({ reports: reported.map(report), prose, code: prose });
          const first = match(input, knowledge, { requested: true });
          expect(match(input, knowledge, { requested: true })).toEqual(first);
        },
      ),
    );
  });
});
