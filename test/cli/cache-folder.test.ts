import { spawnSync } from "node:child_process";
import { chmodSync, globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "@jest/globals";

const cli = fileURLToPath(new URL("../../bin/signpost.js", import.meta.url));
const root = mkdtempSync(path.join(tmpdir(), "signpost-folder-"));

beforeEach(() => {
  rmSync(root, { recursive: true });
  for (const dir of ["home", "xdg"]) mkdirSync(path.join(root, dir), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Folders of ours after the program has shown its help. */
function foldersAfterRun(env: Record<string, string>): string[] {
  const { status } = spawnSync(process.execPath, [cli, "--help"], {
    env: { HOME: path.join(root, "home"), ...env },
  });
  expect(status).toBe(0);
  return globSync("**/code", { cwd: root });
}

describe("the cache folder", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["is one of the system's", { XDG_CACHE_HOME: path.join(root, "xdg") }, ["xdg/signpost/code"]],
    [
      "is the one that is named",
      { SIGNPOST_CACHE_DIR: path.join(root, "own/one") },
      ["own/one/code"],
    ],
    ["is none when it is off", { SIGNPOST_CACHE_DIR: "off" }, []],
    ["is none where there can be none", { SIGNPOST_CACHE_DIR: "/dev/null/cache" }, []],
  ])("%s", (_name, env, expected) => {
    expect(foldersAfterRun(env)).toEqual(expected);
  });

  it("is none where others may write", () => {
    const shared = path.join(root, "xdg");
    chmodSync(shared, 0o777);
    expect(foldersAfterRun({ SIGNPOST_CACHE_DIR: shared })).toEqual([]);
  });
});
