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

/** Bits of the bitmap for each window; few windows of a text are then looked up for nothing. */
const bitsPerWindow = 32;
const mostBits = 1 << 23;

/** Builds the table of entries that are given one after the other. */
export function buildWindowTable(given: readonly number[]): WindowTable {
  const count = given.length / 3;
  const bitmap = new Uint32Array(Math.min(powerOfTwo(count * bitsPerWindow), mostBits) / 32);
  const starts = new Uint32Array(powerOfTwo(count) + 1);
  const entries = new Int32Array(given.length);
  for (let at = 0; at < given.length; at += 3) {
    const hash = given[at] ?? 0;
    const word = (hash >>> 5) & (bitmap.length - 1);
    bitmap[word] = (bitmap[word] ?? 0) | (1 << (hash & 31)) | (1 << (hash >>> 27));
    const next = bucketOf(hash, starts) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const filled = starts.slice();
  for (let at = 0; at < given.length; at += 3) {
    const bucket = bucketOf(given[at] ?? 0, starts);
    const entry = filled[bucket] ?? 0;
    filled[bucket] = entry + 1;
    for (let part = 0; part < 3; part++) {
      entries[entry * 3 + part] = given[at + part] ?? 0;
    }
  }
  return { bitmap, starts, entries };
}

/** Number of the bucket of a hash: bits of it that the bitmap mostly leaves. */
export function bucketOf(hash: number, starts: Uint32Array): number {
  return (hash >>> 9) & (starts.length - 2);
}

/** The next power of two, 32 at least. */
export function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(atLeast, 32)));
}
