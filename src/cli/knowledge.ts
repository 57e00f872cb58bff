import path from "node:path";
import { bundledKnowledgeDir, readFolders } from "../knowledge/read-folders.ts";
import type { KnowledgeBase } from "../match/knowledge-base.ts";
import { itemOf, openKnowledge } from "../match/open-knowledge.ts";
import { packRecords, unpackRecord } from "../match/packed-records.ts";
import type { CliIo } from "./cli-io.ts";
import { knowledgeCache } from "./knowledge-cache.ts";
import { terminalText } from "./terminal-text.ts";

/**
 * The bundled known errors, those of `KNOWLEDGE_DIRS` and those of the folders given; a later
 * folder wins. What is wrong with one of them goes to standard error and stops nothing.
 */
export async function knowledgeFor(dirs: readonly string[], io: CliIo): Promise<KnowledgeBase> {
  const own = (io.env["KNOWLEDGE_DIRS"] ?? "").split(path.delimiter).map((dir) => dir.trim());
  const extra = [...own, ...dirs].filter((dir) => dir !== "");
  const { knowledge, problems } = await open([bundledKnowledgeDir(), ...extra], io);
  for (const problem of [...problems, ...knowledge.problems]) {
    io.stderr.write(terminalText(`signpost: ${problem}\n`));
  }
  return knowledge;
}

interface OpenedKnowledge {
  knowledge: KnowledgeBase;
  problems: readonly string[];
}

async function open(dirs: readonly string[], io: CliIo): Promise<OpenedKnowledge> {
  const folders = await readFolders(dirs);
  const cache = knowledgeCache(folders, io.env);
  const cached = cache?.read() ?? null;
  if (cached !== null) {
    const { compiled, knownErrors, problems } = cached;
    const knowledge = openKnowledge(compiled, (owner) => unpackRecord(knownErrors, owner));
    return { knowledge, problems };
  }
  const { compileFolders } = await import("./compile-folders.ts");
  const { compiled, knownErrors, problems } = compileFolders(folders);
  cache?.write({ compiled, knownErrors: packRecords(knownErrors), problems });
  return { knowledge: openKnowledge(compiled, itemOf(knownErrors)), problems };
}
