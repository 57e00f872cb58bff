import semver from "semver";
import type { Answer } from "./version-specifier.ts";
import { longestVersion } from "./version-specifier.ts";

const options = { includePrerelease: true, loose: true };

/**
 * Whether a stated npm or Node.js version lies in a semver range. A version stated short (`18`)
 * stands for all its releases: `unknown` when the range cuts through them.
 */
export function meetsNpmRange(stated: string, range: string): Answer {
  if (stated.length > longestVersion || range.length > longestVersion) return "unknown";
  const left = /^v?\d/.test(stated) ? semver.validRange(stated, options) : null;
  if (range.trim() === "" || left === null) return "unknown";
  if (semver.validRange(range, options) === null) return "unknown";
  if (semver.subset(left, range, options)) return "in";
  return semver.intersects(left, range, options) ? "unknown" : "out";
}
