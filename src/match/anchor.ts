import { firstHan, foldUnits } from "./folded-units.ts";
import { blockHash, pairHash, wideHash } from "./window-hash.ts";

/** UTF-16 units of a window. */
export type WindowSize = 8 | 4 | 2;

/** The literal that stands for a needle, and which windows of it are indexed. */
export interface Anchor {
  literal: Uint16Array;
  size: WindowSize;
  /** Offset of the first window; the others are at the offsets that follow. */
  offset: number;
  hashes: readonly number[];
}

/** Windows of eight and of four units are looked up at each fourth unit of a text only. */
const stride = 4;

/** How often windows occur among literals; hashes that collide only make a choice less good. */
const counters = 1 << 18;

/**
 * The rarest windows of each needle, which is given as its literals; `null` where none has two
 * units. What is rare among the literals is rare in error messages.
 */
export function chooseAnchors(needles: readonly (readonly string[])[]): (Anchor | null)[] {
  const folded = needles.map((literals) => literals.map(foldLiteral));
  const sizes = folded.map(windowSize);
  const counts = new Map<WindowSize | null, Uint32Array>();
  folded.forEach((literals, needle) => {
    const size = sizes[needle] ?? null;
    const count = counts.get(size) ?? new Uint32Array(counters);
    counts.set(size, count);
    for (const hash of size === null ? [] : literals.flatMap((each) => hashesOf(each, size))) {
      count[hash & (counters - 1)] = (count[hash & (counters - 1)] ?? 0) + 1;
    }
  });
  return folded.map((literals, needle) => {
    const size = sizes[needle] ?? null;
    return size && rarest(literals, size, counts.get(size) ?? new Uint32Array(counters));
  });
}

/** As `foldUnits` gives it; spaces at its ends may stand beside a quote and vanish. */
function foldLiteral(literal: string): Uint16Array {
  const { units, length } = foldUnits(literal.trim());
  const end = length > 0 && units[length - 1] === 0x20 ? length - 1 : length;
  return units.slice(0, end);
}

function windowSize(literals: readonly Uint16Array[]): WindowSize | null {
  const longest = Math.max(0, ...literals.map(({ length }) => length));
  if (longest >= 8 + stride - 1) {
    return 8;
  }
  if (longest >= 4 + stride - 1) {
    return 4;
  }
  return longest >= 2 ? 2 : null;
}

/** Hashes of the windows at each offset of a literal. */
function hashesOf(literal: Uint16Array, size: WindowSize): number[] {
  const hashes: number[] = [];
  for (let at = 0; at + size <= literal.length; at++) {
    hashes.push(hashAt(literal, at, size));
  }
  return hashes;
}

function hashAt(literal: Uint16Array, at: number, size: WindowSize): number {
  if (size === 2) {
    return pairHash(literal, at);
  }
  const first = blockHash(literal, at);
  return size === 4 ? first : wideHash(first, blockHash(literal, at + 4));
}

function rarest(
  literals: readonly Uint16Array[],
  size: WindowSize,
  count: Uint32Array,
): Anchor | null {
  const together = size === 2 ? 1 : stride;
  let best: Anchor | null = null;
  let least = Infinity;
  for (const literal of literals) {
    const hashes = hashesOf(literal, size);
    for (let offset = 0; offset + together <= hashes.length; offset++) {
      const group = hashes.slice(offset, offset + together);
      const sum = group.reduce((total, hash) => total + (count[hash & (counters - 1)] ?? 0), 0);
      // A long literal is hardly there by chance; Chinese pairs need not be looked for in all of a text.
      const chance = 1 + 2 ** (16 - literal.length);
      const cost = size === 2 && !isHanPair(literal, offset) ? sum * counters : sum * chance;
      if (cost < least) {
        least = cost;
        best = { literal, size, offset, hashes: group };
      }
    }
  }
  return best;
}

/** Whether the window of two units at an offset is Chinese. */
export function isHanPair(units: Uint16Array, at: number): boolean {
  return (units[at] ?? 0) >= firstHan && (units[at + 1] ?? 0) >= firstHan;
}
