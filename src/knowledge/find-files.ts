import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { ConfigError } from "../errors.ts";

/** Name of the JSON Schema that may lie at the top of a knowledge folder; it is not a known error. */
const schemaFileName = "schema.json";

/**
 * Paths of the known errors below a folder, sorted by path. Names that begin with a dot are passed
 * over (a mounted ConfigMap keeps its copies in `..data`), links to files are followed, links to
 * folders are not. Throws a `ConfigError` when the folder cannot be read.
 */
export async function findKnowledgeFiles(dir: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await list(dir)) {
    const file = path.join(entry.parentPath, entry.name);
    const below = path.relative(dir, file);
    if (!entry.name.endsWith(".json") || below === schemaFileName || isHidden(below)) {
      continue;
    }
    if (entry.isFile() || (entry.isSymbolicLink() && (await pointsToFile(file)))) {
      files.push(file);
    }
  }
  return files.sort();
}

async function list(dir: string) {
  try {
    return await readdir(dir, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw unreadable(dir, error);
  }
}

function unreadable(dir: string, error: unknown): ConfigError {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  const reason =
    code === "ENOENT"
      ? "does not exist"
      : code === "ENOTDIR"
        ? "is not a folder"
        : `cannot be read (${String(code ?? error)})`;
  return new ConfigError("A folder of known errors cannot be used:", [
    `${dir} ${reason}; name an existing folder of *.json files, or leave it out.`,
  ]);
}

function isHidden(below: string): boolean {
  return below.split(path.sep).some((part) => part.startsWith("."));
}

async function pointsToFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false; // A link to nothing.
  }
}
