import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";
import { kilnIssue, runCli } from "./run-cli.ts";

const kilns = knowledgeFolder({ "kiln/plan-and-kiln.json": ownRecord() });
const own = ["--knowledge", kilns];

describe("signpost diagnose", () => {
  it("prints the comment for a text from standard input", async () => {
    const { code, out, err } = await runCli(["diagnose", ...own], { stdin: kilnIssue });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("A firing plan and a fixed kiln exclude each other");
    expect(out.endsWith("\n")).toBe(true);
  });

  it("reads a file, in the language asked for, with the folders of the environment", async () => {
    const file = path.join(kilns, "issue.md");
    writeFileSync(file, `\ufeff${kilnIssue}`);
    const env = { KNOWLEDGE_DIRS: ` ${kilns} ` };
    const { code, out } = await runCli(["diagnose", file, "--lang", "zh"], { env });
    expect(code).toBe(0);
    expect(out).toContain("烧制计划与固定窑炉不能同时使用");
  });

  it("has nothing to say to a text without an error", async () => {
    const stdin = "Please add a dark theme\n\nIt would be nice.";
    expect(await runCli(["diagnose", "-"], { stdin })).toEqual({
      code: 1,
      out: "",
      err: "Nothing to say: the text holds no error report.\n",
    });
  });

  it("explains a diagnosis, and why there is none", async () => {
    const found = await runCli(["diagnose", "--explain", ...own], { stdin: kilnIssue });
    expect(found.code).toBe(0);
    expect(found.out).toMatch(/^### Why this diagnosis\n/);
    expect(found.out).toContain("**Chosen: `kiln/plan-and-kiln`**");
    const none = await runCli(["diagnose", "--explain", "-"], { stdin: "Please add a dark theme" });
    expect(none).toMatchObject({ code: 1, err: "" });
    expect(none.out).toMatch(/^### Why there is no diagnosis\n/);
    const both = await runCli(["diagnose", "--explain", "--json", "-"], { stdin: kilnIssue });
    expect(both).toMatchObject({ code: 2, out: "" });
  });

  it("prints the documented JSON", async () => {
    const { code, out } = await runCli(["diagnose", "--json", ...own], { stdin: kilnIssue });
    const report: unknown = JSON.parse(out);
    expect(code).toBe(0);
    expect(report).toEqual({
      id: null,
      verdict: "diagnosed",
      reason: null,
      references: [],
      matches: [
        {
          id: "kiln/plan-and-kiln",
          confidence: expect.any(Number),
          evidence: expect.arrayContaining([
            { line: 9, text: expect.stringContaining("reserved for glazing"), kind: "wording" },
          ]),
          versions: "in_range",
        },
      ],
      reports: [
        {
          language: "python",
          kind: "tb",
          type: "kilnlib.FiringError",
          message:
            "Cannot use the plan 'auto' while the kiln 7 is reserved for glazing. Release the kiln first.",
          first_line: 6,
          last_line: 9,
          frames: [
            { file: "bake.py", line: 3, function: "<module>", in_library: false, package: null },
          ],
          causes: [],
          attachment: null,
          fingerprint: expect.any(String),
        },
      ],
      primary: 0,
      environment: { versions: [{ name: "kilnlib", version: "4.31.0", line: 3 }], os: null },
      labels: expect.objectContaining({ apply: expect.any(Array), suggest: expect.any(Array) }),
      comment: expect.stringContaining("A firing plan"),
    });
  });

  it("says why not in JSON", async () => {
    const { code, out } = await runCli(["diagnose", "--json"], { stdin: "Hello" });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      verdict: "abstained",
      reason: "no_error_report",
      matches: [],
      primary: null,
      labels: { apply: [], suggest: [] },
      comment: null,
    });
  });

  it("warns of a broken known error and goes on", async () => {
    const broken = knowledgeFolder({ "a.json": "{", "b.json": ownRecord() });
    const args = ["diagnose", "--knowledge", broken];
    const { code, err } = await runCli(args, { stdin: kilnIssue });
    expect(code).toBe(0);
    expect(err).toMatch(/^signpost: .*a\.json/);
  });

  it("lets no terminal escape through", async () => {
    const stdin = kilnIssue.replace("Cannot", "\u001b[2J\u009b31mCannot");
    const plain = await runCli(["diagnose", ...own], { stdin });
    const json = await runCli(["diagnose", "--json", ...own], { stdin });
    expect(plain.out + json.out).not.toMatch(/[\u001b\u007f-\u009f]/);
  });

  it.each([
    ["no text on a terminal", ["diagnose"], /there is no text: name a file/],
    [
      "a file that is not there",
      ["diagnose", "no.md"],
      /^signpost diagnose: no\.md cannot be read: there is no such file\n$/,
    ],
    ["a folder as file", ["diagnose", kilns], /cannot be read: EISDIR/],
    [
      "a URL that is no issue",
      ["diagnose", "https://github.com/octo/widgets"],
      /is not the URL of an issue/,
    ],
    [
      "a folder of known errors that is not there",
      ["diagnose", "--knowledge", "/no/such", "-"],
      /\/no\/such does not exist/,
    ],
  ])("stops at %s", async (_name, args, message) => {
    const { code, out, err } = await runCli(args, { isTerminal: true });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

describe("signpost diagnose --jsonl", () => {
  it("answers each line in order, bad ones too", async () => {
    const lines = [
      JSON.stringify({ id: "a", text: kilnIssue, more: true }),
      "{oops",
      "",
      JSON.stringify({ id: 7, text: "line\u2028separator" }),
      JSON.stringify({ id: "no text" }),
      JSON.stringify({ text: "no id" }),
    ];
    const args = ["diagnose", "--jsonl", "-", ...own];
    const { code, out, err } = await runCli(args, { stdin: lines.join("\n") });
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(answers).toEqual([
      expect.objectContaining({ id: "a", verdict: "diagnosed" }),
      { id: null, error: "line 2 is not JSON" },
      expect.objectContaining({ id: 7, verdict: "abstained" }),
      { id: "no text", error: 'line 5 is not {"id": ..., "text": "..."}' },
      expect.objectContaining({ id: null, verdict: "abstained" }),
    ]);
  });

  it("reports its progress on a terminal and ends well", async () => {
    const stdin = `${JSON.stringify({ id: 1, text: "Hello" })}\n`.repeat(100);
    const { code, err } = await runCli(["diagnose", "--jsonl", "-"], { stdin, isTerminal: true });
    expect(code).toBe(0);
    expect(err).toBe("\r100 texts\r100 texts, 0 of them unreadable\n");
  });

  it("says that its file is not there", async () => {
    const { code, err } = await runCli(["diagnose", "--jsonl", "no.jsonl"]);
    expect(code).toBe(2);
    expect(err).toBe("signpost diagnose: no.jsonl cannot be read: there is no such file\n");
  });
});
