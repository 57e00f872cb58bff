import type { SeenLibrary } from "./libraries.ts";
import { isUbiquitous } from "./package-weights.ts";

/**
 * How a known error's own packages are seen in an issue, best first: in the calls of the report or
 * the types it prints; elsewhere in the issue; `general` where it names none of its own, only such
 * as stand below most programs; `absent` where it names some and none of them is seen.
 */
const supports = ["calls", "issue", "general", "absent"] as const;
export type LibrarySupport = (typeof supports)[number];

/** A package that only a list of versions names is no more than `general` where calls were reported. */
export function librarySupport(
  packages: ReadonlySet<string>,
  seen: readonly SeenLibrary[],
  hasCalls: boolean,
): LibrarySupport {
  const own = [...packages].filter((name) => !isUbiquitous(name));
  if (own.length === 0) return "general";
  const sources = new Set(
    seen.filter(({ name }) => own.includes(name)).map(({ source }) => source),
  );
  if (sources.has("frame") || sources.has("type")) return "calls";
  if (sources.size === 0) return "absent";
  return sources.has("import") || sources.has("prose") || !hasCalls ? "issue" : "general";
}

/** Whether of two known errors with the same wording the first is meant. */
export function isBetterSupported(first: LibrarySupport, second: LibrarySupport): boolean {
  return supports.indexOf(first) < supports.indexOf(second);
}
