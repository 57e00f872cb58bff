import { describe, expect, it } from "@jest/globals";
import type { ErrorReport } from "../../src/extract/error-report.ts";
import type { Match } from "../../src/match/verdict.ts";
import { quote, quotedText } from "../../src/render/quote.ts";
import { sectionContext } from "../../src/render/section-context.ts";
import { sampleExtraction, sampleMatch, sampleReport } from "./sample.ts";

function quoteOf(
  match: Partial<Match>,
  report: Partial<ErrorReport> = {},
  locale: "en" | "zh" = "en",
): string {
  return quote(sectionContext(sampleMatch(match), sampleExtraction(sampleReport(report)), locale));
}

const words = "word ".repeat(25).trim();
const line = "> `ValueError: the wheel is on the wrong axle`";

describe("where the line stands", () => {
  it.each([
    ["once", {}, `${line} (line 3)`],
    ["one rank", { prefixes: ["[rank2]:"] }, `${line} (line 3, rank 2)`],
    [
      "ranks in a row",
      { prefixes: ["[rank1]:", "[rank0]:", "[rank2]:"] },
      `${line} (line 3, ranks 0 to 2)`,
    ],
    ["some ranks", { prefixes: ["[rank0]:", "[rank3]:"] }, `${line} (line 3, ranks 0 and 3)`],
    ["other prefixes", { prefixes: ["(Worker_TP0 pid=1)"] }, `${line} (line 3)`],
    ["again", { repeatedAt: [9] }, `${line} (line 3, again on line 9)`],
    ["again and again", { repeatedAt: [9, 12] }, `${line} (line 3, again on lines 9 and 12)`],
    ["often", { repeatedAt: [4, 5, 6, 7] }, `${line} (line 3, 5 times in all)`],
  ])("%s", (_, report, quoted) => expect(quoteOf({}, report)).toBe(quoted));

  it("in Chinese", () => {
    expect(quoteOf({}, { prefixes: ["[rank0]:", "[rank1]:"] }, "zh")).toBe(
      `${line}（第 3 行，rank 0、1）`,
    );
  });
});

describe("which line is quoted", () => {
  it("the cause that matched", () => {
    const causes = [{ type: "KeyError", message: "'x'", fullMessage: "'x'", line: 1 }];
    const evidence = [{ kind: "cause", line: 1, text: "'x'", weight: 0.5 }] as const;
    expect(quoteOf({ evidence: [...evidence] }, { causes })).toBe("> `KeyError: 'x'` (line 1)");
  });

  it("the evidence, where it stands on another line of the report", () => {
    const evidence = [{ kind: "wording", line: 2, text: "wheel lost", weight: 0.5 }] as const;
    expect(quoteOf({ evidence: [...evidence] })).toBe("> `wheel lost` (line 2)");
  });

  it("the reporter's own words, where there is no report", () => {
    const evidence = [{ kind: "symptom", line: 7, text: "it never stops", weight: 0.5 }] as const;
    expect(quoteOf({ report: null, evidence: [...evidence] })).toBe("> `it never stops` (line 7)");
  });

  it("the report, where there is no evidence", () => {
    expect(quoteOf({ evidence: [] })).toBe(`${line} (line 3)`);
  });

  it("nothing, where there is neither", () => {
    expect(quoteOf({ report: null, evidence: [] })).toBe("");
  });
});

describe("a stranger's text", () => {
  it.each([
    ["secrets", "no access with password=abc", "`no access with password=***`"],
    ["first sentence", `${words}. Please ${words}`, `\`${words}. …\``],
    ["long text", "a".repeat(400), `\`${"a".repeat(299)}…\``],
    ["Markdown", "**a** `@b` #1 <c>", "``**a** `@b` #1 <c>``"],
  ])("%s", (_, text, quoted) => expect(quotedText(text)).toBe(quoted));
});
