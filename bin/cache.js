// Plain JavaScript, because it decides where the code of the rest is kept.
import { enableCompileCache } from "node:module";
import { homedir, platform } from "node:os";
import path from "node:path";

/**
 * Says in SIGNPOST_CACHE_DIR where what was prepared is kept between runs, unless that is set or `off`:
 * a folder of our own where the system keeps such files
 * (https://specifications.freedesktop.org/basedir-spec/latest/). Compiled code is kept there, too.
 */
export function useCache(env) {
  env.SIGNPOST_CACHE_DIR ||= path.join(systemFolder(env), "signpost");
  if (env.SIGNPOST_CACHE_DIR !== "off") {
    enableCompileCache(path.join(env.SIGNPOST_CACHE_DIR, "code"));
  }
}

function systemFolder(env) {
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform() === "win32" && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return path.join(homedir(), platform() === "darwin" ? "Library/Caches" : ".cache");
}
