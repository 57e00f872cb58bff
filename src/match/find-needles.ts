import { foldUnits, hanBlock } from "./folded-units.ts";
import type { FoldedUnits } from "./folded-units.ts";
import type { LiteralIndex } from "./literal-index.ts";
import { blockHash, pairHash, wideHash } from "./window-hash.ts";
import { bucketOf } from "./window-table.ts";
import type { WindowTable } from "./window-table.ts";

/** Called with a needle whose anchor stands in the text, and the anchor's offset in its units. */
export type NeedleVisitor = (needle: number, at: number) => void;

/** Owners that may occur in a text, ascending; every owner that does occur is among them. */
export function findCandidates(index: LiteralIndex, text: string): number[] {
  const found = new Set<number>(index.unindexed);
  visitNeedles(index, foldUnits(text), (needle) => found.add(index.needleOwners[needle] ?? 0));
  return [...found].sort((left, right) => left - right);
}

/** Visits every place of a text where the anchor of a needle stands; those of one needle in no order. */
export function visitNeedles(index: LiteralIndex, text: FoldedUnits, visit: NeedleVisitor): void {
  if (near.length < text.length) {
    near = new Uint32Array(text.length * 2);
    nearHashes = new Int32Array(text.length * 2);
  }
  const search = { index, text, visit };
  const blocks = noteBlocks(index, text);
  for (let noted = 0; noted < blocks; noted++) {
    const [at, hash] = [near[noted] ?? 0, nearHashes[noted] ?? 0];
    if (at < endsWide) visitBucket(search, index.narrow, hash, at);
    else visitBucket(search, index.wide, hash, (at & ~endsWide) - 4);
  }
  const pairs = notePairs(index, text);
  for (let noted = 0; noted < pairs; noted++) {
    visitBucket(search, index.pairs, nearHashes[noted] ?? 0, near[noted] ?? 0);
  }
}

/** Offsets at which a window may stand, and its hash; reused for each text. */
let near = new Uint32Array(0);
let nearHashes = new Int32Array(0);

/** Stands in front of the offset of a block that ends a wide window. */
const endsWide = 0x80_00_00_00;

/**
 * Notes blocks that may be a window, or may end one; gives their number. A loop of its own: one that
 * calls nothing keeps its arrays in registers.
 */
function noteBlocks({ wide, narrow }: LiteralIndex, { units, length }: FoldedUnits): number {
  const [noted, hashes] = [near, nearHashes];
  const wideBits = wide.bitmap;
  const wideMask = wideBits.length - 1;
  const narrowBits = narrow.bitmap;
  const narrowMask = narrowBits.length - 1;
  let count = 0;
  let previous = 0;
  for (let at = 0; at + 4 <= length; at += 4) {
    const block = blockHash(units, at);
    const both = wideHash(previous, block);
    previous = block;
    const wideWord = wideBits[(both >>> 5) & wideMask] ?? 0;
    if (((wideWord >>> (both & 31)) & (wideWord >>> (both >>> 27)) & 1) !== 0) {
      noted[count] = at | endsWide;
      hashes[count] = both;
      count += 1;
    }
    const narrowWord = narrowBits[(block >>> 5) & narrowMask] ?? 0;
    if (((narrowWord >>> (block & 31)) & (narrowWord >>> (block >>> 27)) & 1) !== 0) {
      noted[count] = at;
      hashes[count] = block;
      count += 1;
    }
  }
  return count;
}

/** The same with every offset for the windows of two units, in Chinese text only if that is enough. */
function notePairs({ pairs, arePairsHan }: LiteralIndex, text: FoldedUnits): number {
  const { units, length, hanBlocks } = text;
  const [noted, hashes] = [near, nearHashes];
  const bits = pairs.bitmap;
  const mask = bits.length - 1;
  const end = pairs.entries.length === 0 ? 0 : length - 1;
  let count = 0;
  for (let from = 0; from < end; from += 1 << hanBlock) {
    if (arePairsHan === 1 && hanBlocks[from >>> hanBlock] === 0) {
      continue;
    }
    const to = Math.min(from + (1 << hanBlock), end);
    for (let at = from; at < to; at++) {
      const hash = pairHash(units, at);
      const word = bits[(hash >>> 5) & mask] ?? 0;
      if (((word >>> (hash & 31)) & (word >>> (hash >>> 27)) & 1) !== 0) {
        noted[count] = at;
        hashes[count] = hash;
        count += 1;
      }
    }
  }
  return count;
}

interface Search {
  index: LiteralIndex;
  text: FoldedUnits;
  visit: NeedleVisitor;
}

/** Visits the needles of one bucket whose anchors really stand where the window was found. */
function visitBucket(
  { index, text, visit }: Search,
  table: WindowTable,
  hash: number,
  at: number,
): void {
  const bucket = bucketOf(hash, table.starts);
  const end = table.starts[bucket + 1] ?? 0;
  for (let entry = table.starts[bucket] ?? 0; entry < end; entry++) {
    if (table.entries[entry * 3] !== hash) {
      continue;
    }
    const needle = table.entries[entry * 3 + 1] ?? 0;
    const start = at - (table.entries[entry * 3 + 2] ?? 0);
    if (standsAt(index, needle, text, start)) {
      visit(needle, start);
    }
  }
}

function standsAt(
  { anchors, anchorStarts }: LiteralIndex,
  needle: number,
  { units, length }: FoldedUnits,
  start: number,
): boolean {
  const from = anchorStarts[needle] ?? 0;
  const to = anchorStarts[needle + 1] ?? 0;
  if (start < 0 || start + to - from > length) {
    return false;
  }
  for (let at = from; at < to; at++) {
    if (anchors[at] !== units[start + at - from]) {
      return false;
    }
  }
  return true;
}
