/** Milliseconds that one call takes: the median of `runs` calls, after one that warms up. */
export function measure(work: () => unknown, runs = 5): number {
  work();
  return median(Array.from({ length: runs }, () => once(work)));
}

/** Milliseconds of a single call. */
export function once(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
