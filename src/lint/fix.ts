import { writeFile } from "node:fs/promises";
import { bundledKnowledgeDir, loadKnowledgeFiles } from "../knowledge/load.ts";
import { mechanicalSteps, repairRecord } from "./repair.ts";
import type { Repair } from "./repair.ts";

/** One thing that was mended in a file. */
export interface Mended extends Repair {
  file: string;
}

/**
 * Mends what is mechanical in the known errors below the folders, or in the bundled ones, and writes
 * the files that changed. Files that do not load stay as they are; throws a `ConfigError` when a
 * folder cannot be read.
 */
export async function fixKnowledge(dirs: readonly string[]): Promise<Mended[]> {
  const { files } = await loadKnowledgeFiles(dirs.length === 0 ? [bundledKnowledgeDir()] : dirs);
  const mended: Mended[] = [];
  for (const { file, written } of files) {
    const { record, repairs } = repairRecord(written, mechanicalSteps);
    if (repairs.length === 0) continue;
    await writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
    mended.push(...repairs.map(({ field, what }) => ({ file, field, what })));
  }
  return mended;
}
