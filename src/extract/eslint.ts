import { isVerbatim } from "./block.ts";
import type { Family } from "./family.ts";
import { singleLineReading } from "./line-reading.ts";

/**
 * Findings of ESLint and stylelint at the level of an error: `  12:3  error  message  rule`, its
 * columns two blanks apart (https://eslint.org/docs/latest/use/formatters/#stylish).
 */
export const eslint: Family = {
  name: "eslint",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !/^\s{0,20}\d/.test(line.text) || !isVerbatim(line)) return null;
    const message = readFinding(line.text.trim());
    if (message === null) return null;
    return singleLineReading(lines, at, {
      type: "error",
      message,
      kind: "lint",
      language: "javascript",
    });
  },
};

/** The message without the rule's name behind it. */
function readFinding(text: string): string | null {
  const found = /^\d{1,7}:\d{1,6} {2,}(?:error|✖|×) {2,}(\S.*)$/.exec(text);
  if (found === null) return null;
  const told = found[1] ?? "";
  const gap = told.lastIndexOf("  ");
  const rule = told.slice(gap + 2);
  return gap > 0 && /^[@\w/.-]+$/.test(rule) ? told.slice(0, gap).trimEnd() : told;
}
