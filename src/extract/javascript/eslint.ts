import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { isScriptFile } from "../reading/script-place.ts";

/**
 * Findings of ESLint and stylelint at the level of an error: `  12:3  error  message  rule`, its
 * columns two blanks apart (https://eslint.org/docs/latest/use/formatters/#stylish), and of
 * Standard: `  /srv/a.js:12:3: message (rule)`.
 */
export const eslint: Family = {
  name: "eslint",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !/^\s{0,20}\d|^ {2}\S/.test(line.text) || !isVerbatim(line))
      return null;
    const message = readFinding(line.text.trim());
    if (message !== null) return singleLineReading(lines, at, { type: "error", message, ...kinds });
    const told = readStandard(line.text);
    if (told === null || !isAmongStandards(lines, at)) return null;
    return singleLineReading(lines, at, { type: null, message: told, ...kinds });
  },
};

const kinds = { kind: "lint", language: "javascript" } as const;

/** The message without the rule's name behind it. */
function readFinding(text: string): string | null {
  const found = /^\d{1,7}:\d{1,6} {2,}(?:error|✖|×) {2,}(\S.*)$/.exec(text);
  if (found === null) return null;
  const told = found[1] ?? "";
  const gap = told.lastIndexOf("  ");
  const rule = told.slice(gap + 2);
  return gap > 0 && /^[@\w/.-]+$/.test(rule) ? told.slice(0, gap).trimEnd() : told;
}

/** Lines above in which Standard's heading may stand. */
const reach = 40;

function isAmongStandards(lines: readonly BlockLine[], at: number): boolean {
  return lines
    .slice(Math.max(0, at - reach), at)
    .some(({ text }) => text.startsWith("standard: Use "));
}

function readStandard(text: string): string | null {
  const found = /^ {2}(\S{1,400}?):\d{1,7}:\d{1,6}: (\S.*)$/.exec(text);
  if (found === null || !isScriptFile(found[1] ?? "")) return null;
  return (found[2] ?? "").replace(/ \([@\w/.-]{1,80}\)$/, "");
}
