import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findKnowledgeFiles } from "./find-files.ts";
import type { KnownError } from "./known-error.ts";
import { parseKnownErrorFile } from "./known-error-file.ts";
import type { KnownErrorFile, ParsedKnownErrorFile } from "./known-error-file.ts";
import type { KnowledgeProblem } from "./problem.ts";

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

/** Bytes of one file at most; a known error with its examples has about 10 KB. */
const maxFileBytes = 256 * 1024;
/** Files of one folder at most. */
const maxFiles = 20_000;

/** The folder of known errors that ships with Signpost. */
export function bundledKnowledgeDir(): string {
  // `src/knowledge` and `dist/knowledge` both lie two folders below the package root.
  return fileURLToPath(new URL("../../knowledge", import.meta.url));
}

/**
 * Reads every known error below the folders, in order of their paths. A broken file is a problem
 * and stops no other; a later folder's known error replaces an earlier one of the same id. Throws a
 * `ConfigError` when a folder cannot be read.
 */
export async function loadKnowledge(dirs: readonly string[]): Promise<LoadedKnowledge> {
  const { files, problems } = await loadKnowledgeFiles(dirs);
  return { knownErrors: files.map(({ knownError }) => knownError), problems };
}

/** As `loadKnowledge`, with the file of each known error. */
export async function loadKnowledgeFiles(dirs: readonly string[]): Promise<KnowledgeFiles> {
  const byId = new Map<string, KnownErrorFile>();
  const problems: KnowledgeProblem[] = [];
  for (const dir of distinct(dirs)) {
    const { files, problems: found } = await loadFolder(dir);
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

function distinct(dirs: readonly string[]): string[] {
  return [...new Map(dirs.map((dir) => [path.resolve(dir), dir])).values()];
}

async function loadFolder(dir: string): Promise<KnowledgeFiles> {
  const paths = await findKnowledgeFiles(dir);
  const byId = new Map<string, KnownErrorFile>();
  const problems: KnowledgeProblem[] = paths.length > maxFiles ? [tooMany(dir, paths.length)] : [];
  for (const file of paths.slice(0, maxFiles)) {
    const parsed = await readKnownErrorFile(file);
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

async function readKnownErrorFile(file: string): Promise<ParsedKnownErrorFile> {
  try {
    const { size } = await stat(file);
    if (size > maxFileBytes) {
      const message = `the file has ${size} bytes, more than ${maxFileBytes}`;
      return refusal(file, message, "Keep one known error a file and shorten its examples");
    }
    return parseKnownErrorFile(file, await readFile(file));
  } catch (error) {
    return refusal(
      file,
      `the file cannot be read (${String(error)})`,
      "Make it readable or remove it",
    );
  }
}

function refusal(file: string, message: string, mend: string): ParsedKnownErrorFile {
  const problem = { file, line: null, field: null, severity: "error", message, mend } as const;
  return { kind: "refused", problems: [problem] };
}

function tooMany(dir: string, count: number): KnowledgeProblem {
  const message = `the folder holds ${count} files; those after the first ${maxFiles} are left out`;
  const mend = "Split it, or remove what is not needed";
  return { file: dir, line: null, field: null, severity: "error", message, mend };
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
