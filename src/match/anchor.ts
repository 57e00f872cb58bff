import { firstHan } from "./folded-units.ts";
import type { PackedNeedles } from "./needle-packer.ts";
import { blockHash, pairHash, wideHash } from "./window-hash.ts";
import { powerOfTwo } from "./window-table.ts";

/** UTF-16 units of a window; 0 for a needle whose literals are all shorter than two. */
export type WindowSize = 8 | 4 | 2 | 0;

/** The literal that stands for each needle, and the first window of it that is indexed. */
export interface Anchors {
  /** Units of all literals. */
  units: Uint16Array;
  /** For each needle: its literal's place in `units`, and the window's offset in the literal. */
  from: Uint32Array;
  to: Uint32Array;
  offsets: Uint32Array;
  sizes: readonly WindowSize[];
}

/** Windows of eight and of four units are looked up at each fourth unit of a text only. */
const stride = 4;

/** Counters of windows at most; hashes that collide only make a choice less good. */
const mostCounters = 1 << 18;

/** Literals of this length are hardly in a text by chance; for each unit less, that is twice as likely. */
const safeLength = 16;

/** Windows at neighbouring offsets that are indexed together, so that a text with the literal has one of them. */
export function windowsTogether(size: WindowSize): number {
  return size === 2 ? 1 : stride;
}

export function windowHash(units: Uint16Array, at: number, size: WindowSize): number {
  if (size === 2) {
    return pairHash(units, at);
  }
  const first = blockHash(units, at);
  return size === 4 ? first : wideHash(first, blockHash(units, at + 4));
}

/** Whether the window of two units at an offset is Chinese. */
export function isHanPair(units: Uint16Array, at: number): boolean {
  return (units[at] ?? 0) >= firstHan && (units[at + 1] ?? 0) >= firstHan;
}

/** Chooses the rarest windows of each needle. What is rare among literals is rare in error messages. */
export function chooseAnchors(packed: PackedNeedles): Anchors {
  const { length } = packed.owners;
  const sizes = packed.owners.map((_, needle) => windowSize(packed, needle));
  const counts = countWindows(packed, sizes);
  const anchors = {
    units: packed.units,
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    offsets: new Uint32Array(length),
    sizes,
  };
  sizes.forEach((size, needle) => {
    if (size !== 0) choose(anchors, needle, { packed, counts: counts[size] });
  });
  return anchors;
}

function windowSize({ starts, firsts }: PackedNeedles, needle: number): WindowSize {
  let longest = 0;
  for (let literal = firsts[needle] ?? 0; literal < (firsts[needle + 1] ?? 0); literal++) {
    longest = Math.max(longest, (starts[literal + 1] ?? 0) - (starts[literal] ?? 0));
  }
  if (longest >= 8 + stride - 1) {
    return 8;
  }
  if (longest >= 4 + stride - 1) {
    return 4;
  }
  return longest >= 2 ? 2 : 0;
}

type Counts = Record<8 | 4 | 2, Uint32Array>;

function countWindows(packed: PackedNeedles, sizes: readonly WindowSize[]): Counts {
  const { units, starts, firsts } = packed;
  const length = Math.min(powerOfTwo(units.length), mostCounters);
  const counts: Counts = {
    8: new Uint32Array(length),
    4: new Uint32Array(length),
    2: new Uint32Array(length),
  };
  sizes.forEach((size, needle) => {
    if (size === 0) return;
    const count = counts[size];
    for (let literal = firsts[needle] ?? 0; literal < (firsts[needle + 1] ?? 0); literal++) {
      const windows = hashWindows(units.subarray(starts[literal], starts[literal + 1]), size);
      for (let at = 0; at < windows; at++) {
        const counter = (hashes[at] ?? 0) & (length - 1);
        count[counter] = (count[counter] ?? 0) + 1;
      }
    }
  });
  return counts;
}

function choose(
  anchors: Anchors,
  needle: number,
  { packed, counts }: { packed: PackedNeedles; counts: Uint32Array },
): void {
  const { starts, firsts } = packed;
  const size = anchors.sizes[needle] ?? 0;
  let least = Infinity;
  for (let literal = firsts[needle] ?? 0; literal < (firsts[needle + 1] ?? 0); literal++) {
    const [from = 0, to = 0] = [starts[literal], starts[literal + 1]];
    const units = packed.units.subarray(from, to);
    const last = hashWindows(units, size) - windowsTogether(size);
    const chance = 1 + 2 ** (safeLength - units.length);
    for (let offset = 0; offset <= last; offset++) {
      // Chinese pairs need not be looked for in all of a text.
      const isEverywhere = size === 2 && !isHanPair(units, offset);
      const cost = countTogether(offset, size, counts) * (isEverywhere ? mostCounters : chance);
      if (cost < least) {
        least = cost;
        anchors.from[needle] = from;
        anchors.to[needle] = to;
        anchors.offsets[needle] = offset;
      }
    }
  }
}

/** Hashes of the windows of one literal; reused for the next one. */
let hashes = new Int32Array(256);

/** Hashes the windows at each offset of a literal, and gives their number. */
function hashWindows(units: Uint16Array, size: WindowSize): number {
  if (hashes.length < units.length) {
    hashes = new Int32Array(units.length * 2);
  }
  const blocks = units.length + 1 - Math.min(size, 4);
  for (let at = 0; at < blocks; at++) {
    hashes[at] = size === 2 ? pairHash(units, at) : blockHash(units, at);
  }
  const windows = Math.max(units.length + 1 - size, 0);
  for (let at = 0; at < (size === 8 ? windows : 0); at++) {
    hashes[at] = wideHash(hashes[at] ?? 0, hashes[at + 4] ?? 0);
  }
  return windows;
}

function countTogether(offset: number, size: WindowSize, counts: Uint32Array): number {
  let sum = 0;
  for (let at = offset; at < offset + windowsTogether(size); at++) {
    sum += counts[(hashes[at] ?? 0) & (counts.length - 1)] ?? 0;
  }
  return sum;
}
