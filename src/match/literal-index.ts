import { chooseAnchors, isHanPair, windowHash, windowsTogether } from "./anchor.ts";
import type { Anchors } from "./anchor.ts";
import type { PackedNeedles } from "./needle-packer.ts";
import { buildWindowTable } from "./window-table.ts";
import type { WindowTable } from "./window-table.ts";

/**
 * Finds which of many needles may occur in a text, in one pass. Each needle is represented by its
 * rarest literal, the anchor, and that by windows of it. Windows are looked up at each fourth unit
 * of a text only, so an anchor has them at four neighbouring offsets. Typed arrays, so that it stays
 * small and can be stored.
 */
export interface LiteralIndex {
  /** Number of owners; their ids run from 0. */
  readonly owners: number;
  /** Owners with a needle that has no anchor; they are always candidates. */
  readonly unindexed: Uint32Array;
  readonly needleOwners: Uint32Array;
  /** The anchor of needle `n` is `anchors[anchorStarts[n] .. anchorStarts[n + 1])`, as `FoldedUnits`. */
  readonly anchors: Uint16Array;
  readonly anchorStarts: Uint32Array;
  /** Windows of eight units, of four, and of two, each for anchors too short for the one before. */
  readonly wide: WindowTable;
  readonly narrow: WindowTable;
  readonly pairs: WindowTable;
  /** 1 when all pairs are Chinese, so that the rest of a text need not be asked for them. */
  readonly arePairsHan: number;
}

/** Builds the index; `owners` is the number of owner ids. */
export function buildLiteralIndex(packed: PackedNeedles, owners: number): LiteralIndex {
  const chosen = chooseAnchors(packed);
  const anchorStarts = new Uint32Array(packed.owners.length + 1);
  packed.owners.forEach((_, needle) => {
    const length = (chosen.to[needle] ?? 0) - (chosen.from[needle] ?? 0);
    anchorStarts[needle + 1] = (anchorStarts[needle] ?? 0) + length;
  });
  const anchors = new Uint16Array(anchorStarts[packed.owners.length] ?? 0);
  packed.owners.forEach((_, needle) => {
    const anchor = chosen.units.subarray(chosen.from[needle], chosen.to[needle]);
    anchors.set(anchor, anchorStarts[needle]);
  });
  return {
    owners,
    unindexed: Uint32Array.from(
      new Set(packed.owners.filter((_, needle) => chosen.sizes[needle] === 0)),
    ),
    needleOwners: Uint32Array.from(packed.owners),
    anchors,
    anchorStarts,
    wide: buildWindowTable(windowsOf(chosen, 8)),
    narrow: buildWindowTable(windowsOf(chosen, 4)),
    pairs: buildWindowTable(windowsOf(chosen, 2)),
    arePairsHan: Number(hasHanPairsOnly(chosen)),
  };
}

/** The windows of one size that are indexed: hash, needle and offset in its anchor, one after the other. */
function windowsOf(chosen: Anchors, size: 8 | 4 | 2): number[] {
  const windows: number[] = [];
  chosen.sizes.forEach((own, needle) => {
    const first = chosen.offsets[needle] ?? 0;
    const end = own === size ? first + windowsTogether(size) : first;
    for (let offset = first; offset < end; offset++) {
      const hash = windowHash(chosen.units, (chosen.from[needle] ?? 0) + offset, size);
      windows.push(hash, needle, offset);
    }
  });
  return windows;
}

function hasHanPairsOnly({ units, from, offsets, sizes }: Anchors): boolean {
  return sizes.every(
    (size, needle) => size !== 2 || isHanPair(units, (from[needle] ?? 0) + (offsets[needle] ?? 0)),
  );
}
