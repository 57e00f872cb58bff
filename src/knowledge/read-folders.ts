import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findKnowledgeFiles } from "./find-files.ts";
import type { KnowledgeProblem } from "./problem.ts";

/** A folder of known errors as it lies on disk. */
export interface KnowledgeFolder {
  /** As given. */
  dir: string;
  /** In order of their paths, or what kept one out. */
  files: (KnowledgeFileBytes | KnowledgeProblem)[];
}

/** A file as given plus what lies below it, and what it holds. */
export interface KnowledgeFileBytes {
  file: string;
  bytes: Uint8Array;
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

/** Reads all files below the folders, each folder once. Throws a `ConfigError` when one cannot be read. */
export async function readFolders(dirs: readonly string[]): Promise<KnowledgeFolder[]> {
  const folders: KnowledgeFolder[] = [];
  for (const dir of new Map(dirs.map((each) => [path.resolve(each), each])).values()) {
    folders.push(readFolder(dir, await findKnowledgeFiles(dir)));
  }
  return folders;
}

function readFolder(dir: string, paths: readonly string[]): KnowledgeFolder {
  const excess = paths.length > maxFiles ? [tooMany(dir, paths.length)] : [];
  return { dir, files: [...excess, ...paths.slice(0, maxFiles).map(readFile)] };
}

/** Thousands of small files are read several times as fast one after the other. */
function readFile(file: string): KnowledgeFileBytes | KnowledgeProblem {
  try {
    const { size } = statSync(file);
    if (size > maxFileBytes) {
      const message = `the file has ${size} bytes, more than ${maxFileBytes}`;
      return problem(file, message, "Keep one known error a file and shorten its examples");
    }
    return { file, bytes: readFileSync(file) };
  } catch (error) {
    const message = `the file cannot be read (${String(error)})`;
    return problem(file, message, "Make it readable or remove it");
  }
}

function tooMany(dir: string, count: number): KnowledgeProblem {
  const message = `the folder holds ${count} files; those after the first ${maxFiles} are left out`;
  return problem(dir, message, "Split it, or remove what is not needed");
}

function problem(file: string, message: string, mend: string): KnowledgeProblem {
  return { file, line: null, field: null, severity: "error", message, mend };
}
