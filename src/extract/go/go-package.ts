import type { Frame } from "../error-report.ts";

/**
 * Whose code a Go call is: a module of the module cache, of `vendor/` or of a build with `-trimpath`
 * is a package, the standard library has none, the rest is the reporter's.
 */
export function goOwnerOf(
  file: string | null,
  called: string,
): Pick<Frame, "inLibrary" | "package"> {
  const path = (file ?? "").replaceAll("\\", "/");
  const name = moduleOf(path);
  return { inLibrary: name !== null || isStandard(path, called), package: name };
}

const cache = "/pkg/mod/";

function moduleOf(path: string): string | null {
  if (path.includes("golang.org/toolchain@")) return null;
  const cached = path.indexOf(cache);
  const rest = cached < 0 ? path : path.slice(cached + cache.length);
  const version = rest.indexOf("@v");
  const isModule = version > 0 && (cached >= 0 || /^[\w-]+\.[\w.-]+\//.test(rest));
  if (isModule) return unescaped(rest.slice(0, version));
  const vendored = path.lastIndexOf("/vendor/");
  return vendored < 0 ? null : repositoryOf(path.slice(vendored + "/vendor/".length));
}

/** The cache writes an upper case letter as `!` and a lower case one: https://go.dev/ref/mod#module-cache */
function unescaped(path: string): string {
  return path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `github.com/pkg/errors` of a path below it; other hosts have one part behind their name. */
function repositoryOf(path: string): string | null {
  const parts = path.split("/").slice(0, -1);
  const host = parts[0] ?? "";
  if (!host.includes(".")) return null;
  const isForge = /^(?:github\.com|gitlab\.com|bitbucket\.org|golang\.org)$/.test(host);
  return parts.slice(0, isForge ? 3 : 2).join("/");
}

/** First parts of the standard library's import paths. */
const standard = new Set(
  `archive bufio bytes cmd compress container context crypto database debug embed encoding errors expvar flag fmt
  go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices
  sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak`.split(
    /\s+/,
  ),
);

/** Below `src/` of a Go root, or with a path that a build with `-trimpath` cut down to that. */
function isStandard(path: string, called: string): boolean {
  if (called === "panic" || called.startsWith("runtime.")) return true;
  const slash = called.lastIndexOf("/");
  const importPath = called.slice(0, called.indexOf(".", Math.max(slash, 0)));
  if (!standard.has(importPath.split("/", 1)[0] ?? "")) return false;
  const root = path.lastIndexOf("/src/");
  const inside = root < 0 ? path : path.slice(root + "/src/".length).replace(/^pkg\//, "");
  return path === "" || standard.has(inside.split("/", 1)[0] ?? "");
}
