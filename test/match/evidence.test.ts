import { describe, expect, it } from "@jest/globals";
import { diagnose } from "../../src/diagnose.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { knownError } from "./hand-built.ts";

const record = {
  id: "forge/anvil-cold",
  domain: "forge",
  signature: "ValueError: the anvil is too cold to strike the heated blade",
  exception: ["ValueError"],
  packages: ["anvilkit"],
  versions: [{ version: "anvilkit>=2.0", fixed: "2.4.0" }],
  symptoms: ["striking hangs in anvilkit"],
};

const message = "the anvil is too cold to strike the heated blade";
const fence = "```";
const trace = (type: string, file = "/srv/smith.py"): string[] => [
  fence,
  "Traceback (most recent call last):",
  `  File "${file}", line 3, in strike`,
  `${type}: ${message}`,
  fence,
];

/** `+wording@6` for each piece of evidence, in the order of kinds and lines. */
function evidenceFor(lines: readonly string[], fields: Record<string, unknown> = {}): string[] {
  const knowledge = compileKnowledge([knownError({ ...record, ...fields })]);
  const text = ["It fails", "", ...lines].join("\n");
  const { verdict } = diagnose(text, knowledge, { locale: "en", requested: true });
  const [match] = verdict.kind === "diagnosed" ? verdict.matches : verdict.runnersUp;
  return (match?.evidence ?? [])
    .map(({ kind, line, weight }) => `${weight < 0 ? "-" : "+"}${kind}@${line}`)
    .sort();
}

describe("evidence", () => {
  it.each<[string, string[], string[]]>([
    ["wording and type", trace("ValueError"), ["+exception@6", "+wording@6"]],
    ["a subclass of the type", trace("json.JSONDecodeError"), ["+exception@6", "+wording@6"]],
    ["a superclass of the type", trace("Exception"), ["+wording@6"]],
    ["another type", trace("KeyError"), ["+wording@6", "-exception@6"]],
    [
      "the package in the calls, on its own line",
      trace("ValueError", "/venv/lib/python3.11/site-packages/anvilkit/strike.py"),
      ["+exception@6", "+library@5", "+wording@6"],
    ],
    [
      "the package of the printed type",
      trace("anvilkit.errors.ValueError"),
      ["+exception@6", "+library@6", "+wording@6"],
    ],
    [
      "calls through other packages alone",
      trace("ValueError", "/venv/lib/python3.11/site-packages/hammerlib/strike.py"),
      ["+exception@6", "+wording@6", "-library@6"],
    ],
    [
      "an import",
      [`${fence}python`, "from anvilkit import strike", fence, "", ...trace("ValueError")],
      ["+exception@10", "+library@4", "+wording@10"],
    ],
    [
      "the domain by its name",
      ["We use forge for this.", "", ...trace("ValueError")],
      ["+domain@3", "+exception@8", "+wording@8"],
    ],
    [
      "a version that is concerned",
      ["anvilkit==2.3.1", "", ...trace("ValueError")],
      ["+exception@8", "+library@3", "+version@3", "+wording@8"],
    ],
    [
      "a version that has the fix",
      ["anvilkit==2.4.2", "", ...trace("ValueError")],
      ["+exception@8", "+library@3", "+wording@8", "-version@3"],
    ],
    [
      "a version without order",
      ["anvilkit version: main", "", ...trace("ValueError")],
      ["+exception@8", "+library@3", "+wording@8"],
    ],
    [
      "symptoms beside the error",
      ["Striking hangs in anvilkit.", "", ...trace("ValueError")],
      ["+exception@8", "+library@3", "+symptom@3", "+wording@8"],
    ],
  ])("%s", (_name, lines, expected) => {
    expect(evidenceFor(lines)).toEqual(expected);
  });

  it("names the inner error that speaks against a wrapper", () => {
    const signature = "RuntimeError: the furnace was shut down: BlowerError: no draft in the flue";
    const lines = [fence, "RuntimeError: the furnace was shut down: BlowerError: belt torn", fence];
    const fields = { signature, exception: ["RuntimeError"], packages: [], symptoms: [] };
    expect(evidenceFor(lines, fields)).toEqual([]);
    const aliases = ["RuntimeError: the furnace was shut down and the heat is lost for today"];
    const cold = [
      fence,
      "RuntimeError: the furnace was shut down and the heat is lost for today: BlowerError: belt torn",
      fence,
    ];
    expect(evidenceFor(cold, { ...fields, aliases })).toEqual([
      "+exception@4",
      "+wording@4",
      "-cause@4",
    ]);
  });
});
