import type { Attachment } from "./attachment.ts";
import type { Block } from "./text/block.ts";
import { blocksOf } from "./text/blocks.ts";
import { codeOf } from "./code.ts";
import type { ErrorReport } from "./error-report.ts";
import { extractEnvironment } from "./environment/environment.ts";
import type { Extraction } from "./extraction.ts";
import { families, lastResorts } from "./families.ts";
import type { Family, Reading } from "./family.ts";
import { limits } from "./limits.ts";
import { localeOf } from "./locale.ts";
import type { Found } from "./merge.ts";
import { mergeRepeats } from "./merge.ts";
import { packageLines } from "./package-lines.ts";
import { primaryOf } from "./primary.ts";
import { proseOf } from "./prose.ts";
import { referencesOf } from "./references.ts";
import type { Region } from "./text/regions.ts";
import { regionsOf } from "./text/regions.ts";
import { lastLines, sourceLines } from "./text/source-lines.ts";

/**
 * Reads the errors, the environment and the reporter's own words out of an issue's text (line 1 is
 * the title when line 2 is empty), and the errors out of the files attached to it. Throws on no text,
 * and takes time linear in its length.
 */
export function extract(text: string, attachments: readonly Attachment[] = []): Extraction {
  const lines = sourceLines(text);
  const regions = regionsOf(lines);
  const own = reportsIn(lines, regions);
  const reports = [...own, ...attachedReports(attachments, own)];
  const prose = proseOf(lines, regions, own);
  return {
    reports,
    primary: primaryOf(reports, lines[0] ?? ""),
    packageLines: packageLines(reports, lines),
    environment: extractEnvironment(lines),
    prose,
    code: codeOf(lines, regions, own),
    locale: localeOf(prose),
    references: referencesOf(lines, regions),
  };
}

/** The reports in some lines, of which `before` others stand in front. */
function reportsIn(
  lines: readonly string[],
  regions: readonly Region[],
  before = 0,
): ErrorReport[] {
  const blocks = blocksOf(lines, regions, before);
  const found = blocks.flatMap((block) => readBlock(block, families));
  if (found.length > 0) return mergeRepeats(found);
  return mergeRepeats(blocks.flatMap((block) => readBlock(block, lastResorts).slice(0, 1)));
}

/** What the attached files report and the issue itself does not; a file is a program's output as it stands. */
function attachedReports(
  attachments: readonly Attachment[],
  own: readonly ErrorReport[],
): ErrorReport[] {
  const known = new Set(own.map(({ fingerprint }) => fingerprint));
  return attachments.flatMap(({ name, text }) => {
    const { lines, before } = lastLines(text);
    const region: Region = { container: "fence", fence: 1, info: "", quotes: 0, indent: 0 };
    const regions = lines.map(() => region);
    return reportsIn(lines, regions, before)
      .filter(({ fingerprint }) => !known.has(fingerprint))
      .map((report) => Object.assign(report, { attachment: name }));
  });
}

/** One pass over a block: the first family that knows the line reads on from it. */
function readBlock({ lines, prefix }: Block, readers: readonly Family[]): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < lines.length && found.length < limits.reports) {
    const reading = readAt(lines, at, readers);
    if (reading?.draft) found.push({ draft: reading.draft, prefix });
    at = reading?.next ?? at + 1;
  }
  return found;
}

function readAt(lines: Block["lines"], at: number, readers: readonly Family[]): Reading | null {
  if (/^\w{0,2}$/.test(lines[at]?.text ?? "")) return null;
  for (const family of readers) {
    const reading = family.read(lines, at);
    if (reading !== null) return reading;
  }
  return null;
}
