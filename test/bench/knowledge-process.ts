import { memoryUsage } from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { knowledgeCache } from "../../src/cli/knowledge-cache.ts";
import type { KnowledgeCache } from "../../src/cli/knowledge-cache.ts";
import type { CompiledKnowledge } from "../../src/match/compiled-knowledge.ts";
import { openKnowledge } from "../../src/match/open-knowledge.ts";
import { packRecords, unpackRecord } from "../../src/match/packed-records.ts";

/** What it takes to have so many known errors ready. */
export interface BuildFigures {
  ms: number;
  /** What the process grew by, and what of that is the index. */
  rss_mb: number;
  index_mb: number;
}

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

const [, , task, count = "", folder = ""] = process.argv;
const cache = knowledgeCache([{ dir: count, files: [] }], { SIGNPOST_CACHE_DIR: folder });
if (cache === null) throw new Error("name the task, the number of patterns and a cache folder");
const figures = task === "build" ? await build(Number(count), cache) : open(cache);
process.stdout.write(JSON.stringify(figures));

async function build(size: number, into: KnowledgeCache): Promise<BuildFigures> {
  const { compileErrors } = await import("../../src/match/compile-knowledge.ts");
  const { plainRecords } = await import("./synthetic-records.ts");
  const { syntheticErrors } = await import("./synthetic-errors.ts");
  const records = plainRecords(syntheticErrors(size));
  const before = residentBytes();
  const start = performance.now();
  const compiled = compileErrors(records);
  const ms = performance.now() - start;
  const rss = residentBytes() - before;
  into.write({ compiled, knownErrors: packRecords(records), problems: [] });
  return { ms, rss_mb: rss / 2 ** 20, index_mb: indexBytes(compiled) / 2 ** 20 };
}

function open(from: KnowledgeCache): BuildFigures {
  const before = residentBytes();
  const start = performance.now();
  const cached = from.read();
  if (cached === null) throw new Error("it is not in the cache");
  const { compiled, knownErrors } = cached;
  openKnowledge(compiled, (owner) => unpackRecord(knownErrors, owner));
  const ms = performance.now() - start;
  const rss = residentBytes() - before;
  return { ms, rss_mb: rss / 2 ** 20, index_mb: indexBytes(compiled) / 2 ** 20 };
}

function residentBytes(): number {
  if (typeof collectGarbage === "function") collectGarbage();
  return memoryUsage().rss;
}

function indexBytes({ patterns, wordings }: CompiledKnowledge): number {
  return bytesOf(patterns) + bytesOf(wordings);
}

/** Bytes of all arrays of numbers in a value. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part), 0);
}
