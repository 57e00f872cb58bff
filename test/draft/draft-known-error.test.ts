import { describe, expect, it } from "@jest/globals";
import { draftKnownError } from "../../src/draft/draft-known-error.ts";
import { extract } from "../../src/extract/extract.ts";

function draftOf(error: string, file = "/opt/venv/lib/python3.11/site-packages/datasets/load.py") {
  const trace = ["Traceback (most recent call last):", `  File "${file}", line 3, in f`, "    g()"];
  const text = ["```", ...trace, error, "```"].join("\n");
  return draftKnownError(extract(text), ["kiln/cold"], (name) => (name === "peft" ? "kiln" : null));
}

describe("draftKnownError", () => {
  it("opens the wording's variable parts, and takes type and package from the trace", () => {
    const draft = draftOf("ValueError: Builder config 'plain' not found in 3 files at /root/x.py");
    expect(draft?.opened).toBe("Builder config '<name>' not found in <number> files at <path>");
    expect(draft?.record).toMatchObject({
      id: "datasets/valueerror-builder-config-not-found-in-files-at",
      signature: "ValueError: Builder config 'plain' not found in 3 files at /root/x.py",
      regex: String.raw`Builder config '(?<name>[^']+)' not found in [\d.,]+ files at \S+`,
      exception: ["ValueError"],
      packages: ["datasets"],
      domain: "datasets",
      title: "TODO",
      verification_tier: "ai_generated",
      transition_graph: { frequently_confused_with: [{ id: "kiln/cold", how_to_tell: "TODO" }] },
    });
  });

  it.each([
    ["ModuleNotFoundError: No module named 'x'", "dependency_error"],
    ["torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB", "memory_error"],
    ["RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", "shape_error"],
    ["AttributeError: module 'numpy' has no attribute 'bool'", "api_change"],
    ["KilnError: it is cold", "runtime_error"],
  ])("guesses the category of %s", (error, category) => {
    expect(draftOf(error)?.record["category"]).toBe(category);
  });

  it("proposes no regex where only numbers vary, and a domain by the language", () => {
    const draft = draftOf("KilnError: it is 12 degrees too cold", "/srv/run.py");
    expect(draft?.record).toMatchObject({ regex: null, domain: "python" });
  });

  it("proposes the domain in which the package's known errors stand", () => {
    const draft = draftOf("ValueError: it is cold", "/opt/lib/python3.11/site-packages/peft/x.py");
    expect(draft?.record).toMatchObject({ domain: "kiln", packages: ["peft"] });
  });

  it("repeats no secret", () => {
    const draft = draftOf("ValueError: bad token ghp_abcdefghijklmnopqrstuvwxyz0123456789 given");
    expect(JSON.stringify(draft)).not.toContain("ghp_abc");
  });

  it("has nothing to draft without a report", () => {
    expect(draftKnownError(extract("How do I fire a pot?"), [], () => null)).toBeNull();
  });
});
