import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { foreignRecord, knowledgeFolder } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";
import { kilnIssue, runCli } from "./run-cli.ts";

describe("signpost knowledge lint", () => {
  it("mends what is mechanical, and prints JSON", async () => {
    const broken = ownRecord({ packages: ["Kiln_Lib"] });
    const dir = knowledgeFolder({ "kiln/plan-and-kiln.json": broken });
    const { code, out } = await runCli(["knowledge", "lint", dir, "--fix", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      known_errors: 1,
      findings: [],
      mended: [{ field: "packages", what: "Kiln_Lib written as PEP 503 does" }],
    });
    const file = readFileSync(path.join(dir, "kiln/plan-and-kiln.json"), "utf8");
    expect(JSON.parse(file)).toEqual(ownRecord({ packages: ["kiln-lib"] }));
  });

  it("leaves a sound file untouched", async () => {
    const dir = knowledgeFolder({});
    const file = path.join(dir, "odd.json");
    const text = `${JSON.stringify(ownRecord(), null, 7)}\n\n`;
    writeFileSync(file, text);
    await runCli(["knowledge", "lint", dir, "--fix"]);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

describe("signpost knowledge new", () => {
  it("drafts into a folder, once, and the linter names what is left", async () => {
    const dir = knowledgeFolder({});
    const args = ["knowledge", "new", "--dir", dir, "--id", "kiln/reserved"];
    const { code, out, err } = await runCli(args, { stdin: kilnIssue });
    expect({ code, out }).toEqual({ code: 0, out: `${path.join(dir, "kiln/reserved.json")}\n` });
    expect(err).toContain("the kiln <number> is reserved");
    const again = await runCli(args, { stdin: kilnIssue });
    expect(again.code).toBe(2);
    expect(again.err).toContain("is there already");
    const lint = await runCli(["knowledge", "lint", dir]);
    expect(lint.code).toBe(1);
    expect(lint.out).toMatch(/root_cause: it still says TODO/);
  });

  it.each([
    { name: "a text without an error", stdin: "What is a kiln?", id: "a/b", code: 1 },
    { name: "an id that is none", stdin: kilnIssue, id: "Kiln", code: 2 },
  ])("drafts nothing: $name", async ({ stdin, id, code }) => {
    const run = await runCli(["knowledge", "new", "--id", id], { stdin });
    expect(run).toMatchObject({ code, out: "" });
    expect(run.err).toMatch(/Nothing to draft|--id is domain\/slug/);
  });
});

describe("signpost knowledge import", () => {
  it("writes quarantine and report, and nothing over what is there", async () => {
    const dir = knowledgeFolder({
      "a.json": foreignRecord(),
      "list.json": JSON.stringify([foreignRecord({ id: "kiln/b" }), { title: "no error" }]),
      "broken.json": "{",
    });
    const out = path.join(dir, "q");
    const first = await runCli(["knowledge", "import", dir, "--out", out]);
    expect(first.code).toBe(0);
    expect(first.out).toContain(`2 of 4 records imported into ${out}`);
    expect(first.out).toMatch(/refused {2}.*list\.json\[1\]: it is no known error/);
    expect(readFileSync(path.join(out, "REPORT.md"), "utf8")).toContain(
      "- `confidence`: the figure was dropped",
    );
    const stats = await runCli(["knowledge", "stats", path.join(out, "kiln"), "--json"]);
    expect(JSON.parse(stats.out)).toMatchObject({ known_errors: 2, tiers: { ai_generated: 2 } });
    const again = await runCli(["knowledge", "import", path.join(dir, "a.json"), "--out", out]);
    expect(again.code).toBe(1);
    expect(again.out).toContain("is there already");
  });

  it("says what cannot be read", async () => {
    const { code, err } = await runCli(["knowledge", "import", "/nowhere/at/all"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "signpost knowledge import: /nowhere/at/all cannot be read: there is no such file\n",
    });
  });
});

describe("signpost knowledge stats", () => {
  it("counts, and tells what issues lack", async () => {
    const dir = knowledgeFolder({ "kiln/plan-and-kiln.json": ownRecord() });
    const lines = [
      { id: 1, text: kilnIssue },
      { id: 2, text: "```\nKilnError: the kiln 3 is cold\n```" },
    ];
    const stdin = `${lines.map((line) => JSON.stringify(line)).join("\n")}\nnonsense\n`;
    const { code, out, err } = await runCli(["knowledge", "stats", dir, "--coverage", "-"], {
      stdin,
    });
    expect(code).toBe(0);
    expect(out).toContain("1 known errors, 2 wordings");
    expect(out).toContain("2 issues: 2 quote an error (100.0 %), 1 are diagnosed (50.0 %)");
    expect(out).toContain("      1  KilnError: the kiln 3 is cold  (2)");
    expect(err).toBe("-: line 3 is not JSON\n1 lines were left out\n");
  });
});
