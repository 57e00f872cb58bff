import { describe, expect, it } from "@jest/globals";
import { extract } from "../../../src/extract/extract.ts";
import { limits } from "../../../src/extract/limits.ts";
import { lastLines, sourceLines } from "../../../src/extract/text/source-lines.ts";

describe("sourceLines", () => {
  it("takes off line ends, and reads the first lines of too many", () => {
    expect(sourceLines("a\r\nb\n")).toEqual(["a", "b", ""]);
    expect(sourceLines("x\n".repeat(limits.lines + 5))).toHaveLength(limits.lines);
  });
});

describe("lastLines", () => {
  it.each([
    ["a short log", "a\r\nb", { lines: ["a", "b"], before: 0 }],
    ["nothing", "", { lines: [""], before: 0 }],
  ])("%s", (_, text, expected) => {
    expect(lastLines(text)).toEqual(expected);
  });

  it("reads the last lines of a long log, which keep their numbers", () => {
    const log = `${"started\n".repeat(limits.lines + 40)}ValueError: no value\n`;
    const { lines, before } = lastLines(log);
    expect([lines.length, before]).toEqual([limits.lines, 42]);
    const [report] = extract("It fails", [{ name: "a.log", text: log }]).reports;
    expect(report).toMatchObject({
      message: "no value",
      line: limits.lines + 41,
      attachment: "a.log",
    });
  });

  it("reads no more characters than of an issue", () => {
    const { lines } = lastLines(`${"x".repeat(1_000)}\n`.repeat(1_000));
    expect(lines.join("\n").length).toBeLessThan(limits.text + 2_000);
  });
});
