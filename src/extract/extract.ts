import type { Block } from "./block.ts";
import { blocksOf } from "./blocks.ts";
import { codeOf } from "./code.ts";
import { extractEnvironment } from "./environment.ts";
import type { Extraction } from "./extraction.ts";
import { families } from "./families.ts";
import type { Reading } from "./family.ts";
import { limits } from "./limits.ts";
import { localeOf } from "./locale.ts";
import type { Found } from "./merge.ts";
import { mergeRepeats } from "./merge.ts";
import { primaryOf } from "./primary.ts";
import { proseOf } from "./prose.ts";
import { regionsOf } from "./regions.ts";
import { sourceLines } from "./source-lines.ts";

/**
 * Reads the errors, the environment and the reporter's own words out of an issue's text (line 1 is
 * the title when line 2 is empty). Throws on no text, and takes time linear in its length.
 */
export function extract(text: string): Extraction {
  const lines = sourceLines(text);
  const regions = regionsOf(lines);
  const found = blocksOf(lines, regions).flatMap(readBlock);
  const reports = mergeRepeats(found);
  const prose = proseOf(lines, regions, reports);
  return {
    reports,
    primary: primaryOf(reports, lines[0] ?? ""),
    environment: extractEnvironment(lines),
    prose,
    code: codeOf(lines, regions, reports),
    locale: localeOf(prose),
  };
}

/** One pass over a block: the first family that knows the line reads on from it. */
function readBlock({ lines, prefix }: Block): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < lines.length && found.length < limits.reports) {
    const reading = readAt(lines, at);
    if (reading?.draft) found.push({ draft: reading.draft, prefix });
    at = reading?.next ?? at + 1;
  }
  return found;
}

function readAt(lines: Block["lines"], at: number): Reading | null {
  for (const family of families) {
    const reading = family.read(lines, at);
    if (reading !== null) return reading;
  }
  return null;
}
