import { foldUnits } from "./folded-units.ts";

/** The literals of many needles in one array, each as `foldUnits` gives it. */
export interface PackedLiterals {
  units: Uint16Array;
  /** Literal `l` is `units[starts[l] .. starts[l + 1])`. */
  starts: readonly number[];
  /** The literals of needle `n` are those from `firsts[n]` up to `firsts[n + 1]`. */
  firsts: readonly number[];
}

const space = 0x20;

/** Folds and packs literals; spaces at their ends may stand beside a quote and vanish, so they are left out. */
export function packLiterals(needles: readonly (readonly string[])[]): PackedLiterals {
  const size = needles.reduce((sum, literals) => sum + lengthOf(literals), 0);
  const units = new Uint16Array(size);
  const starts = [0];
  const firsts = [0];
  let end = 0;
  for (const literals of needles) {
    for (const literal of literals) {
      const folded = foldUnits(literal.trim());
      const isOpen = folded.units[folded.length - 1] === space;
      const length = isOpen ? folded.length - 1 : folded.length;
      units.set(folded.units.subarray(0, length), end);
      end += length;
      starts.push(end);
    }
    firsts.push(starts.length - 1);
  }
  return { units: units.slice(0, end), starts, firsts };
}

function lengthOf(literals: readonly string[]): number {
  return literals.reduce((sum, { length }) => sum + length, 0);
}
