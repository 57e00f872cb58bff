import { foldUnits } from "./folded-units.ts";

/** Literals that must all occur, in any case and quotes, for `owner` to be worth a closer look. */
export interface Needle {
  owner: number;
  literals: readonly string[];
}

/** Needles with all their literals in one array, as `foldUnits` gives them. */
export interface PackedNeedles {
  units: Uint16Array;
  /** Literal `l` is `units[starts[l] .. starts[l + 1])`. */
  starts: readonly number[];
  /** The literals of needle `n` are those from `firsts[n]` up to `firsts[n + 1]`. */
  firsts: readonly number[];
  owners: readonly number[];
}

/** Packs needles one by one, so that their texts need not be in memory together. */
export interface NeedlePacker {
  add(needle: Needle): void;
  finish(): PackedNeedles;
}

const space = 0x20;

export function needlePacker(): NeedlePacker {
  const starts = [0];
  const firsts = [0];
  const owners: number[] = [];
  let units = new Uint16Array(1 << 12);
  let end = 0;
  return {
    add({ owner, literals }) {
      for (const literal of literals) {
        const folded = foldLiteral(literal);
        units = withRoom(units, end + folded.length);
        units.set(folded, end);
        end += folded.length;
        starts.push(end);
      }
      firsts.push(starts.length - 1);
      owners.push(owner);
    },
    finish: () => ({ units: units.slice(0, end), starts, firsts, owners }),
  };
}

/** Spaces at its ends may stand beside a quote and vanish, so they are left out. */
function foldLiteral(literal: string): Uint16Array {
  const { units, length } = foldUnits(literal.trim());
  return units.subarray(0, units[length - 1] === space ? length - 1 : length);
}

function withRoom(units: Uint16Array<ArrayBuffer>, atLeast: number): Uint16Array<ArrayBuffer> {
  if (units.length >= atLeast) {
    return units;
  }
  const larger = new Uint16Array(atLeast * 2);
  larger.set(units);
  return larger;
}
