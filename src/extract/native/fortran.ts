import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";

/**
 * Errors of gfortran, which stand below the place and the source that they point into (`Error: ... at (1)`), and
 * those of Fortran's runtimes. https://gcc.gnu.org/onlinedocs/gfortran/Error-and-Warning-Options.html
 */
export const fortran: Family = {
  name: "fortran",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || (!line.text.includes("rror") && !line.text.startsWith("forrtl")))
      return null;
    const text = line.text.trim();
    if (!isVerbatim(line)) return null;
    const runtime =
      /^(Fortran runtime error|forrtl: (?:severe|error)(?: \(\d{1,4}\))?): (?=\S)/.exec(text);
    if (runtime !== null) {
      const message = text.slice(runtime[0].length);
      const findings: Findings = {
        type: runtime[1] ?? null,
        message,
        kind: "crash",
        language: "other",
      };
      const isPlaced = /^At line \d{1,7} of file /.test(lines[at - 1]?.text ?? "");
      return spanReading(
        lines,
        { at: isPlaced ? at - 1 : at, next: at + 1 },
        { ...findings, line: line.line },
      );
    }
    const found = /^((?:Fatal |Internal )?Error): (?=.{0,1000} at \(1\))/.exec(text);
    const start = found === null ? null : startOfPlace(lines, at);
    if (found === null || start === null) return null;
    const message = text.slice(found[0].length);
    const findings: Findings = {
      type: found[1] ?? null,
      message,
      kind: "compiler",
      language: "other",
    };
    return spanReading(lines, { at: start, next: at + 1 }, { ...findings, line: line.line });
  },
};

/** Lines between the place and the error: blank ones, the source, the mark. */
const reach = 8;

function startOfPlace(lines: readonly BlockLine[], at: number): number | null {
  for (let above = at - 1; above >= 0 && at - above <= reach; above -= 1) {
    const text = lines[above]?.text ?? "";
    if (/^\S.{0,300}:\d{1,7}(?:[.:]\d{1,5}(?:-\d{1,5})?)?:$/.test(text)) return above;
  }
  return null;
}
