import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { KnownError } from "../../src/knowledge/known-error.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { scan } from "../../src/match/scan.ts";
import { compareWays } from "./compare-ways.ts";
import type { ComparedRow } from "./compare-ways.ts";
import { hostileLogs } from "./hostile-logs.ts";
import type { BuildFigures } from "./knowledge-process.ts";
import { matchingTexts } from "./matching-texts.ts";
import { measure } from "./measure.ts";
import { ownTexts } from "./own-texts.ts";
import { seededRandom } from "./random.ts";
import { syntheticErrors } from "./synthetic-errors.ts";
import { plainRecords } from "./synthetic-records.ts";

/** Kilobytes of the texts. */
const sizes = [4, 64];

/** Texts of each size that are measured. */
const measured = 40;

/** Kilobytes of other texts that warm up: what runs once for each known error is to be compiled, too. */
const warming = 2_000;

/** The ways on so many made-up regexes. */
export function syntheticRows(patterns: number): ComparedRow[] {
  const errors = syntheticErrors(patterns);
  const knowledge = compileKnowledge(plainRecords(errors));
  const random = seededRandom(patterns);
  return sizes.map((kilobytes) => {
    const texts = matchingTexts(errors, kilobytes, { count: measured, random });
    const warm = matchingTexts(errors, kilobytes, { count: warming / kilobytes, random });
    return compareWays(knowledge, texts, warm);
  });
}

/** The ways on the regexes of known errors that people wrote. */
export function ownRows(knownErrors: readonly KnownError[]): ComparedRow[] {
  const knowledge = compileKnowledge(knownErrors);
  const random = seededRandom(1);
  return sizes.map((kilobytes) => {
    const texts = ownTexts(knownErrors, kilobytes, { count: measured, random });
    const warm = ownTexts(knownErrors, kilobytes, { count: warming / kilobytes, random });
    return compareWays(knowledge, texts, warm);
  });
}

/** Milliseconds that hostile texts take with so many known errors, by regex and wording; the worst first. */
export function hostileTimes(patterns: number): Record<string, number> {
  const errors = syntheticErrors(patterns);
  const knowledge = compileKnowledge(plainRecords(errors));
  const times = hostileLogs(errors).map(({ name, text }): [string, number] => [
    name,
    measure(() => scan(knowledge, text)),
  ]);
  return Object.fromEntries(times.toSorted(([, left], [, right]) => right - left));
}

/** What it takes to compile so many known errors, and to open them again from the cache. */
export function buildFigures(patterns: number): { built: BuildFigures; opened: BuildFigures } {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-bench-"));
  const script = fileURLToPath(new URL("knowledge-process.ts", import.meta.url));
  const figures = (task: string): BuildFigures =>
    JSON.parse(
      execFileSync(process.execPath, [script, task, String(patterns), folder], {
        encoding: "utf8",
      }),
    );
  try {
    return { built: figures("build"), opened: figures("open") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
