import type { Frequencies } from "./frequencies.ts";

/** How much it tells that a package is involved, 0..1; one that most known errors name tells little. */
export type PackageWeights = (name: string) => number;

/** Below this number of known errors a package is not called common just because the collection is small. */
const leastCollection = 20;

/** Packages at the bottom of most programs: that they are there says little about who fails. */
const ubiquitous = new Set(["torch", "numpy", "python", "cuda"]);
const ubiquitousFactor = 0.4;

/** Whether a package stands below most programs, so that no known error has it for its own. */
export function isUbiquitous(name: string): boolean {
  return ubiquitous.has(name);
}

/** The weights of packages that so many of `size` known errors name. */
export function packageWeights(frequency: Frequencies, size: number): PackageWeights {
  const scale = Math.log(1 + Math.max(size, leastCollection));
  return (name) =>
    (1 - Math.log(frequency.get(name) ?? 1) / scale) *
    (ubiquitous.has(name) ? ubiquitousFactor : 1);
}
