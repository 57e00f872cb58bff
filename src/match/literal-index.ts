import { foldUnit } from "./fold.ts";

/** Literals that must all occur, case-folded, for `owner` to be worth a closer look. */
export interface Needle {
  owner: number;
  literals: readonly string[];
}

/**
 * Finds which of many needles may occur in a text, in one pass: each needle is represented by its
 * rarest window of four UTF-16 units; a bitmap of hashes stands in front of an exact hash table.
 * Typed arrays only, so that it stays small and can be stored.
 */
export interface LiteralIndex {
  /** Number of owners; their ids run from 0. */
  readonly owners: number;
  /** Owners with a needle that has no window; they are always candidates. */
  readonly unindexed: Uint32Array;
  /** One bit for each value of a hash's low bits. */
  readonly bitmap: Uint32Array;
  /** Open addressing: number of the window plus one, or 0. */
  readonly slots: Uint32Array;
  /** Two units of each window in each of `low` and `high`. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Owners of window `n` are `windowOwners[starts[n] .. starts[n + 1])`. */
  readonly starts: Uint32Array;
  readonly windowOwners: Uint32Array;
}

/** UTF-16 units in a window. */
const windowSize = 4;

/** Counters of the frequency estimate; collisions only make a choice less good. */
const countersSize = 1 << 18;

/** Builds the index; `owners` is the number of owner ids. */
export function buildLiteralIndex(needles: readonly Needle[], owners: number): LiteralIndex {
  const counters = countWindows(needles);
  const unindexed = new Set<number>();
  const byWindow = new Map<string, Set<number>>();
  for (const { owner, literals } of needles) {
    const window = rarestWindow(literals, counters);
    if (window === null) {
      unindexed.add(owner);
    } else {
      byWindow.set(window, (byWindow.get(window) ?? new Set()).add(owner));
    }
  }
  return layOut(byWindow, unindexed, owners);
}

/** Owners that may occur in a text, ascending; every owner that does occur is among them. */
export function findCandidates(index: LiteralIndex, text: string): number[] {
  const seen = new Uint8Array(index.owners);
  const found = Array.from(index.unindexed);
  for (const owner of found) {
    seen[owner] = 1;
  }
  if (index.slots.length === 0) {
    return found;
  }
  const bitMask = index.bitmap.length * 32 - 1;
  let low = 0;
  let high = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    low = (low >>> 16) | (high << 16);
    high = (high >>> 16) | (unit << 16);
    const bit = hash(low, high) & bitMask;
    if (at < windowSize - 1 || ((index.bitmap[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) {
      continue;
    }
    const window = findWindow(index, low >>> 0, high >>> 0);
    for (let entry = index.starts[window] ?? 0; entry < (index.starts[window + 1] ?? 0); entry++) {
      const owner = index.windowOwners[entry] ?? 0;
      if (seen[owner] === 0) {
        seen[owner] = 1;
        found.push(owner);
      }
    }
  }
  return found.sort((left, right) => left - right);
}

/** Number of the window, or the number of windows (which has no owners) when it is not indexed. */
function findWindow(index: LiteralIndex, low: number, high: number): number {
  const mask = index.slots.length - 1;
  for (let slot = hash(low, high) >>> 7; ; slot++) {
    const window = (index.slots[slot & mask] ?? 0) - 1;
    if (window < 0) {
      return index.low.length;
    }
    if (index.low[window] === low && index.high[window] === high) {
      return window;
    }
  }
}

function hash(low: number, high: number): number {
  const mixed = Math.imul(low, 0x9e_37_79_b1) ^ Math.imul(high, 0x85_eb_ca_77);
  return mixed ^ (mixed >>> 15);
}

function windowHash(text: string, at: number): number {
  const low = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
  const high = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16);
  return hash(low, high);
}

/** How often each window's hash occurs among the literals: what is rare here is rare in reports. */
function countWindows(needles: readonly Needle[]): Uint32Array {
  const counters = new Uint32Array(countersSize);
  for (const { literals } of needles) {
    for (const literal of literals) {
      for (let at = 0; at + windowSize <= literal.length; at++) {
        const counter = windowHash(literal, at) & (countersSize - 1);
        counters[counter] = (counters[counter] ?? 0) + 1;
      }
    }
  }
  return counters;
}

function rarestWindow(literals: readonly string[], counters: Uint32Array): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const literal of literals) {
    for (let at = 0; at + windowSize <= literal.length; at++) {
      const count = counters[windowHash(literal, at) & (countersSize - 1)] ?? 0;
      if (count < least) {
        least = count;
        best = literal.slice(at, at + windowSize);
      }
    }
  }
  return best;
}

function layOut(
  byWindow: ReadonlyMap<string, ReadonlySet<number>>,
  unindexed: ReadonlySet<number>,
  owners: number,
): LiteralIndex {
  const slots = new Uint32Array(byWindow.size === 0 ? 0 : powerOfTwo(byWindow.size * 4));
  const bitmap = new Uint32Array(Math.max(powerOfTwo(byWindow.size * 64), 1 << 16) / 32);
  const low = new Uint32Array(byWindow.size);
  const high = new Uint32Array(byWindow.size);
  const starts = new Uint32Array(byWindow.size + 1);
  const windowOwners: number[] = [];
  let window = 0;
  for (const [text, ids] of byWindow) {
    low[window] = text.charCodeAt(0) | (text.charCodeAt(1) << 16);
    high[window] = text.charCodeAt(2) | (text.charCodeAt(3) << 16);
    const mixed = windowHash(text, 0);
    const bit = mixed & (bitmap.length * 32 - 1);
    bitmap[bit >>> 5] = (bitmap[bit >>> 5] ?? 0) | (1 << (bit & 31));
    let slot = mixed >>> 7;
    while (slots[slot & (slots.length - 1)] !== 0) {
      slot += 1;
    }
    slots[slot & (slots.length - 1)] = window + 1;
    windowOwners.push(...ids);
    window += 1;
    starts[window] = windowOwners.length;
  }
  return {
    owners,
    unindexed: Uint32Array.from(unindexed),
    bitmap,
    slots,
    low,
    high,
    starts,
    windowOwners: Uint32Array.from(windowOwners),
  };
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}
