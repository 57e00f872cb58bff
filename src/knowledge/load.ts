import type { KnownError } from "./known-error.ts";
import { parseKnownErrorFile } from "./known-error-file.ts";
import type { KnownErrorFile } from "./known-error-file.ts";
import type { KnowledgeProblem } from "./problem.ts";
import { readFolders } from "./read-folders.ts";
import type { KnowledgeFolder } from "./read-folders.ts";

export { bundledKnowledgeDir } from "./read-folders.ts";

/** The known errors of some folders, and what kept others out. */
export interface LoadedKnowledge {
  knownErrors: KnownError[];
  problems: KnowledgeProblem[];
}

/** The same with the file of each known error, for tools that point into it. */
export interface KnowledgeFiles {
  files: KnownErrorFile[];
  problems: KnowledgeProblem[];
}

/**
 * Reads every known error below the folders, in order of their paths. A broken file is a problem
 * and stops no other; a later folder's known error replaces an earlier one of the same id. Throws a
 * `ConfigError` when a folder cannot be read.
 */
export async function loadKnowledge(dirs: readonly string[]): Promise<LoadedKnowledge> {
  return parseFolders(await readFolders(dirs));
}

/** As `loadKnowledge`, with the file of each known error. */
export async function loadKnowledgeFiles(dirs: readonly string[]): Promise<KnowledgeFiles> {
  return parseFiles(await readFolders(dirs));
}

/** As `loadKnowledge`, of folders that have been read. */
export function parseFolders(folders: readonly KnowledgeFolder[]): LoadedKnowledge {
  const { files, problems } = parseFiles(folders);
  return { knownErrors: files.map(({ knownError }) => knownError), problems };
}

function parseFiles(folders: readonly KnowledgeFolder[]): KnowledgeFiles {
  const byId = new Map<string, KnownErrorFile>();
  const problems: KnowledgeProblem[] = [];
  for (const folder of folders) {
    const { files, problems: found } = parseFolder(folder);
    problems.push(...found);
    for (const loaded of files) {
      const earlier = byId.get(loaded.knownError.id);
      if (earlier) {
        problems.push(replacement(loaded, earlier));
      }
      byId.set(loaded.knownError.id, loaded);
    }
  }
  return { files: [...byId.values()], problems };
}

function parseFolder(folder: KnowledgeFolder): KnowledgeFiles {
  const byId = new Map<string, KnownErrorFile>();
  const problems: KnowledgeProblem[] = [];
  for (const file of folder.files) {
    if (!("bytes" in file)) {
      problems.push(file);
      continue;
    }
    const parsed = parseKnownErrorFile(file.file, file.bytes);
    if (parsed.kind === "refused") {
      problems.push(...parsed.problems);
      continue;
    }
    const first = byId.get(parsed.loaded.knownError.id);
    if (first) {
      problems.push(duplicate(parsed.loaded, first));
    } else {
      byId.set(parsed.loaded.knownError.id, parsed.loaded);
    }
  }
  return { files: [...byId.values()], problems };
}

function duplicate(second: KnownErrorFile, first: KnownErrorFile): KnowledgeProblem {
  return {
    file: second.file,
    line: second.lineOf(["id"]),
    field: "id",
    severity: "error",
    message: `${second.knownError.id} stands in ${first.file} already, which is the one used`,
    mend: "Give one of them another id, or merge them",
  };
}

function replacement(later: KnownErrorFile, earlier: KnownErrorFile): KnowledgeProblem {
  return {
    file: later.file,
    line: later.lineOf(["id"]),
    field: "id",
    severity: "note",
    message: `${later.knownError.id} replaces the one of ${earlier.file}`,
    mend: "Nothing to do if that is meant; else give it another id",
  };
}
