import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/** TeX's errors: `! LaTeX Error: x`, `! Undefined control sequence.`, with the line of the source (`l.12 ...`) below. */
export const latex: Family = {
  name: "latex",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.startsWith("! ") || !isVerbatim(line)) return null;
    const source = sourceAt(lines, at);
    const found = /^! (?:((?:LaTeX|Package [\w-]{1,40}|Class [\w-]{1,40}) Error): )?(\S.*)$/.exec(
      line.text,
    );
    if (found === null || (found[1] === undefined && source < 0)) return null;
    const { draft } = singleLineReading(lines, at, {
      type: found[1] ?? null,
      message: (found[2] ?? "").trim(),
      kind: "build",
      language: "other",
    });
    const next = source < 0 ? at + 1 : source + 1;
    return { draft: draft && { ...draft, lastLine: lines[next - 1]?.line ?? draft.line }, next };
  },
};

/** Lines in which TeX comes to the line of the source. */
const reach = 14;

function sourceAt(lines: readonly BlockLine[], at: number): number {
  const found = lines.slice(at + 1, at + reach).findIndex(({ text }) => /^l\.\d{1,6} /.test(text));
  return found < 0 ? -1 : at + 1 + found;
}
