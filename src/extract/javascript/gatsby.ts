import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { buildReading, nextFilled } from "../reading/build-error.ts";
import type { Family } from "../family.ts";
import { readToolType } from "../reading/tool-error.ts";

/**
 * Failures of Gatsby: ` ERROR #95313  HTML`, a paragraph in Gatsby's words, and perhaps below source
 * and advice the error itself.
 */
export const gatsby: Family = {
  name: "gatsby",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isTitle(line.text) || !isVerbatim(line)) return null;
    const errorAt = thrownBelow(lines, at) ?? nextFilled(lines, at + 1, 3);
    if (errorAt === null) return null;
    const text = lines[errorAt]?.text.trim() ?? "";
    const head = readToolType(text) ?? { type: "ERROR", message: text };
    return buildReading(lines, { at, errorAt, head });
  },
};

function isTitle(text: string): boolean {
  return text.includes("ERROR #") && /^\s{0,4}ERROR #\d{3,6}(?: {1,4}[A-Z_.]{2,40})?$/.test(text);
}

/** Lines of words, advice and source that may stand above the error. */
const reach = 30;

function thrownBelow(lines: readonly BlockLine[], at: number): number | null {
  for (let index = at + 1; index - at < reach; index += 1) {
    const line = lines[index];
    if (
      line === undefined ||
      isTitle(line.text) ||
      /^(?:success|failed|not finished) /.test(line.text)
    )
      return null;
    if (readToolType(line.text) !== null) return index;
  }
  return null;
}
