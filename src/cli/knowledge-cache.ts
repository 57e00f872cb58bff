import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { endianness } from "node:os";
import path from "node:path";
import { arch, version } from "node:process";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { KnownError } from "../knowledge/known-error.ts";
import type { KnowledgeFolder } from "../knowledge/read-folders.ts";
import type { CompiledKnowledge } from "../match/compiled-knowledge.ts";
import { arePackedRecords, isCompiledKnowledge } from "../match/is-compiled.ts";
import type { PackedRecords } from "../match/packed-records.ts";
import { readCacheFile, writeCacheFile } from "./cache-file.ts";
import type { CliIo } from "./cli-io.ts";

/** Known errors of some folders, loaded and compiled, and what there is to say about them. */
export interface CachedKnowledge {
  compiled: CompiledKnowledge;
  knownErrors: PackedRecords<KnownError>;
  /** One line each. */
  problems: readonly string[];
}

/** Keeps the compiled known errors of some folders as they are now; anything else is not found. */
export interface KnowledgeCache {
  read(): CachedKnowledge | null;
  write(knowledge: CachedKnowledge): void;
}

/** Files in the cache folder at most: sets of folders take turns. */
const slots = 16;

/** The cache for folders that have been read, in `SIGNPOST_CACHE_DIR`; `null` when that is `off` or not set. */
export function knowledgeCache(
  folders: readonly KnowledgeFolder[],
  env: CliIo["env"],
): KnowledgeCache | null {
  const folder = env["SIGNPOST_CACHE_DIR"];
  if (folder === undefined || folder === "" || folder === "off") return null;
  const names = createHash("sha256").update(folders.map(({ dir }) => path.resolve(dir)).join("\n"));
  const slot = names.digest().readUInt32LE(0) % slots;
  const file = path.join(folder, `knowledge-${slot}`);
  const key = keyOf(folders);
  return {
    read() {
      const contents = readCacheFile(file, key);
      return contents === null ? null : parse(contents);
    },
    write: (knowledge) => writeCacheFile(file, key, serialize(knowledge)),
  };
}

function parse(contents: Uint8Array): CachedKnowledge | null {
  try {
    const value: unknown = deserialize(contents);
    return isCachedKnowledge(value) ? value : null;
  } catch {
    return null;
  }
}

function isCachedKnowledge(value: unknown): value is CachedKnowledge {
  if (typeof value !== "object" || value === null) return false;
  if (!("compiled" in value && "knownErrors" in value && "problems" in value)) return false;
  const { compiled, knownErrors, problems } = value;
  return (
    isCompiledKnowledge(compiled) &&
    arePackedRecords(knownErrors, compiled.size) &&
    Array.isArray(problems) &&
    problems.every(isString)
  );
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

/** Hash of all that decides what is compiled: the files, the code that does it, the runtime. */
function keyOf(folders: readonly KnowledgeFolder[]): Buffer {
  const hash = createHash("sha256");
  const add = (name: string, bytes: Uint8Array): unknown =>
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  add(`${version} ${arch} ${endianness()}`, codeStamp());
  for (const { dir, files } of folders) {
    add(dir, Buffer.of());
    for (const file of files) {
      add(file.file, "bytes" in file ? file.bytes : Buffer.from(file.message));
    }
  }
  return hash.digest();
}

/** Changes with every change of the code, without a number that somebody has to raise. */
function codeStamp(): Buffer {
  const stamps = ["../extract", "../knowledge", "../match"].flatMap((name) => {
    const folder = fileURLToPath(new URL(name, import.meta.url));
    return readdirSync(folder).map((file) => {
      const { size, mtimeMs } = statSync(path.join(folder, file));
      return `${name}/${file} ${size} ${mtimeMs}`;
    });
  });
  return Buffer.from(stamps.join("\n"));
}
