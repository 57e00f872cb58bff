// Plain JavaScript, because it decides where the compiled code of everything else is kept.
import { mkdirSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir, platform } from "node:os";
import path from "node:path";
import { getuid } from "node:process";

/**
 * Says in SIGNPOST_CACHE_DIR where what was prepared is kept between runs, unless that is set: in a
 * folder of our own where the system keeps such files
 * (https://specifications.freedesktop.org/basedir-spec/latest/). It is `off` where others may write.
 */
export function useCache(env) {
  env.SIGNPOST_CACHE_DIR ||= path.join(systemFolder(env), "signpost");
  if (env.SIGNPOST_CACHE_DIR === "off") return;
  if (isOwnFolder(env.SIGNPOST_CACHE_DIR)) {
    enableCompileCache(path.join(env.SIGNPOST_CACHE_DIR, "code"));
  } else {
    env.SIGNPOST_CACHE_DIR = "off";
  }
}

function systemFolder(env) {
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform() === "win32" && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return path.join(homedir(), platform() === "darwin" ? "Library/Caches" : ".cache");
}

function isOwnFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    return getuid === undefined || (uid === getuid() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}
