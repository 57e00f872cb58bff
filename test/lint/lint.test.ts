import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ConfigError } from "../../src/errors.ts";
import { formatFindings, lintExitCode } from "../../src/lint/format-findings.ts";
import { lintKnowledge } from "../../src/lint/lint.ts";
import { foreignRecord, knowledgeFolder } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";

describe("lintKnowledge", () => {
  it("reports only what lies in the folders named, in order of files and lines", async () => {
    const dir = knowledgeFolder({
      "kiln/plan-and-kiln.json": ownRecord({ category: "kiln_error", packages: ["KilnLib"] }),
      "kiln/broken.json": '{\n  "id": kiln\n}',
      "000.json": foreignRecord({ dead_ends: [], workarounds: [], workarounds_zh: [] }),
    });
    const report = await lintKnowledge([dir]);
    expect(report.knownErrors).toBe(2);
    expect(formatFindings(report, [], dir).split("\n")).toEqual([
      "000.json:10: warning: root_cause_type: not used by Signpost: root_cause_type, os_specific, official_doc_section, error_code, resolvable, locale. Correct the name, or remove the field. [unknown-fields]",
      "kiln/broken.json:2: error: the file is not JSON: Unexpected token 'k'. Correct the JSON (double quotes, no comments, no comma before a closing bracket). [load]",
      'kiln/plan-and-kiln.json:15: error: packages[0]: "KilnLib" is not a package name as PEP 503 writes it. Write lower-case letters, digits and single hyphens: flash-attn. [package-names]',
      expect.stringMatching(
        /^kiln\/plan-and-kiln\.json:18: error: category: "kiln_error" is not on /,
      ),
      "2 known errors: 3 errors, 1 warning",
    ]);
    expect(lintExitCode(report)).toBe(1);
  });

  it("fails only on errors", async () => {
    const dir = knowledgeFolder({ "000.json": foreignRecord() });
    const report = await lintKnowledge([dir]);
    expect(report.findings.map(({ severity }) => severity)).toContain("warning");
    expect(lintExitCode(report)).toBe(0);
  });

  it("takes a record with examples for one that somebody answers for", async () => {
    const own = ownRecord({ verification_tier: "ai_generated", title_zh: null });
    const report = await lintKnowledge([knowledgeFolder({ "kiln/plan-and-kiln.json": own })]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(["chinese-complete"]);
  });

  it("refuses a folder that does not exist", async () => {
    const missing = path.join(knowledgeFolder({}), "nowhere");
    await expect(lintKnowledge([missing])).rejects.toThrow(ConfigError);
  });
});
