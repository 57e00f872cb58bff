import {
  chmodSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "@jest/globals";
import { knowledgeCache } from "../../src/cli/knowledge-cache.ts";
import { compileFolders } from "../../src/cli/compile-folders.ts";
import { readFolders } from "../../src/knowledge/read-folders.ts";
import { packRecords } from "../../src/match/packed-records.ts";
import { knowledgeFolder } from "../support/knowledge-folder.ts";
import { ownRecord } from "../support/own-record.ts";
import { kilnIssue, runCli } from "./run-cli.ts";
import type { CliRun } from "./run-cli.ts";

const kilns = knowledgeFolder({
  "kiln/plan-and-kiln.json": ownRecord(),
  "kiln/broken.json": "{",
});
const root = mkdtempSync(path.join(tmpdir(), "signpost-cache-"));
const env = { SIGNPOST_CACHE_DIR: path.join(root, "cache") };
let uncached: CliRun;

function diagnose(surroundings = env): Promise<CliRun> {
  return runCli(["diagnose", "--knowledge", kilns], { stdin: kilnIssue, env: surroundings });
}

/** The one file of the cache. */
function cacheFile(): string {
  const [file, ...others] = globSync(path.join(env.SIGNPOST_CACHE_DIR, "*"));
  expect(others).toEqual([]);
  return file ?? "";
}

async function readCache() {
  const folders = await readFolders([kilns]);
  return knowledgeCache(folders, env)?.read() ?? null;
}

async function fillCache(): Promise<void> {
  const folders = await readFolders([kilns]);
  const { compiled, knownErrors, problems } = compileFolders(folders);
  knowledgeCache(folders, env)?.write({
    compiled,
    knownErrors: packRecords(knownErrors),
    problems,
  });
}

beforeEach(async () => {
  rmSync(env.SIGNPOST_CACHE_DIR, { recursive: true, force: true });
  uncached = await diagnose({ SIGNPOST_CACHE_DIR: "off" });
});
afterAll(() => rmSync(root, { recursive: true }));

describe("the cache of compiled known errors", () => {
  it("gives the same comment and the same complaints about broken files", async () => {
    expect(await diagnose()).toEqual(uncached);
    const { mtimeMs } = statSync(cacheFile());
    expect(await diagnose()).toEqual(uncached);
    expect(statSync(cacheFile()).mtimeMs).toBe(mtimeMs);
    expect(uncached).toMatchObject({ code: 0, err: expect.stringContaining("broken.json") });
  });

  it("is not there when it is off, or no folder is named", async () => {
    await runCli(["diagnose", "--knowledge", kilns], { stdin: kilnIssue });
    expect(globSync(path.join(root, "*"))).toEqual([]);
  });

  it("is read by its owner only", async () => {
    await fillCache();
    expect([
      statSync(cacheFile()).mode & 0o777,
      statSync(env.SIGNPOST_CACHE_DIR).mode & 0o777,
    ]).toEqual([0o600, 0o700]);
  });

  it("holds no longer when a file changes", async () => {
    await fillCache();
    expect(await readCache()).not.toBeNull();
    const file = path.join(kilns, "kiln/plan-and-kiln.json");
    const before = readFileSync(file);
    writeFileSync(file, JSON.stringify(ownRecord({ title: "Another title" })));
    expect(await readCache()).toBeNull();
    writeFileSync(file, before);
    expect(await readCache()).not.toBeNull();
  });

  it.each<[string, (file: string) => void]>([
    ["a changed byte", (file) => changeByte(file, -100)],
    ["another version", (file) => changeByte(file, 15)],
    ["another key", (file) => changeByte(file, 20)],
    ["another length", (file) => changeByte(file, 48)],
    ["a cut end", (file) => truncateSync(file, 1_000)],
    ["nothing in it", (file) => truncateSync(file, 0)],
    ["more behind it", (file) => writeFileSync(file, "more", { flag: "a" })],
    ["another program's text", (file) => writeFileSync(file, "#!/bin/sh\nexit 1\n")],
    ["others who may write to it", (file) => chmodSync(file, 0o666)],
  ])("is made anew with %s", async (_name, spoil) => {
    await fillCache();
    expect(await readCache()).not.toBeNull();
    spoil(cacheFile());
    expect(await readCache()).toBeNull();
    expect(await diagnose()).toEqual(uncached);
    await fillCache();
    expect(await readCache()).not.toBeNull();
  });

  it("is done without where it cannot be written", async () => {
    const file = path.join(root, "file");
    writeFileSync(file, "");
    expect(await diagnose({ SIGNPOST_CACHE_DIR: path.join(file, "cache") })).toEqual(uncached);
    rmSync(file);
  });
});

function changeByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  const offset = at < 0 ? bytes.length + at : at;
  bytes.writeUInt8((bytes.readUInt8(offset) + 1) % 256, offset);
  writeFileSync(file, bytes);
}
