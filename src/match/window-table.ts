/**
 * Short windows of literals by their hashes: where a window of a text has the hash of one of them,
 * its literal may stand there. A bitmap answers for most windows of a text.
 */
export interface WindowTable {
  /** Two bits for each hash, both in the same word: `bitmap[(hash >>> 5) & (length - 1)]`. */
  readonly bitmap: Uint32Array;
  /** Entries of bucket `b` are those from `starts[b]` up to `starts[b + 1]`. */
  readonly starts: Uint32Array;
  /** Three numbers an entry: the hash, the needle whose literal has the window, and its offset there. */
  readonly entries: Int32Array;
}

/** A window of the literal of one needle. */
export interface Window {
  hash: number;
  needle: number;
  offset: number;
}

/** Bits of the bitmap for each window; few windows of a text are then looked up for nothing. */
const bitsPerWindow = 32;
const mostBits = 1 << 23;

export function buildWindowTable(windows: readonly Window[]): WindowTable {
  const bits = Math.min(powerOfTwo(windows.length * bitsPerWindow), mostBits);
  const bitmap = new Uint32Array(bits / 32);
  const starts = new Uint32Array(powerOfTwo(windows.length) + 1);
  const entries = new Int32Array(windows.length * 3);
  for (const { hash } of windows) {
    const word = (hash >>> 5) & (bitmap.length - 1);
    bitmap[word] = (bitmap[word] ?? 0) | (1 << (hash & 31)) | (1 << (hash >>> 27));
    const next = bucketOf(hash, starts) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const filled = starts.slice();
  for (const { hash, needle, offset } of windows) {
    const bucket = bucketOf(hash, starts);
    const entry = filled[bucket] ?? 0;
    entries.set([hash, needle, offset], entry * 3);
    filled[bucket] = entry + 1;
  }
  return { bitmap, starts, entries };
}

/** Number of the bucket of a hash: bits of it that the bitmap mostly leaves. */
export function bucketOf(hash: number, starts: Uint32Array): number {
  return (hash >>> 9) & (starts.length - 2);
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(atLeast, 32)));
}
