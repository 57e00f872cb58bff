import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { ErrorReport } from "../../src/extract/error-report.ts";
import { extract } from "../../src/extract/extract.ts";
import { readLinePrefix } from "../../src/extract/text/line-prefix.ts";
import { without } from "./told.ts";

const folder = new URL("../fixtures/extract/", import.meta.url);

/** A terminal's width counts its prefix, and a fence that is not closed has no contents of its own. */
const odd = new Set(["python/windows-terminal-wrapped.txt", "line/log-section.txt"]);

/** The contents of every fence of the fixtures that is plain output: without prefixes or escaped line ends of its own. */
const outputs = globSync("*/*.txt", { cwd: folder.pathname })
  .filter((name) => !odd.has(name))
  .toSorted()
  .flatMap((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const fences = [...text.matchAll(/^```.*\n([^]*?)\n```$/gm)].map((fence) => fence[1] ?? "");
    return fences.map((output, index) => ({ name: `${name}, fence ${index + 1}`, output }));
  })
  .filter(({ output }) => output.split("\n").length > 3)
  .filter(({ output }) => !output.includes(String.raw`\n`) && !hasPrefix(output));

function hasPrefix(output: string): boolean {
  return output.split("\n").some((line) => readLinePrefix(line.trim()).length > 0);
}

function reportsBehind(prefix: string, output: string): readonly ErrorReport[] {
  const lines = output.split("\n").map((line) => prefix + line);
  return extract(["```", ...lines, "```"].join("\n")).reports;
}

describe("every output of the fixtures reads the same", () => {
  it.each(["> ", "[rank3]: ", "    ", "[server] ", "api  | ", "#12 3.41 "])(
    "behind the prefix %j",
    (prefix) => {
      expect(outputs.length).toBeGreaterThan(200);
      for (const { name, output } of outputs) {
        const bare = without("prefixes", reportsBehind("", output));
        expect([name, without("prefixes", reportsBehind(prefix, output))]).toEqual([name, bare]);
      }
    },
  );
});
