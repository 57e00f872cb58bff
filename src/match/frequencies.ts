/** In how many collections each name stands; those that stand in one only are left out. */
export type Frequencies = ReadonlyMap<string, number>;

/** Counts names, of which each collection has each once. */
export interface FrequencyCounter {
  add(names: Iterable<string>): void;
  finish(): Frequencies;
}

export function frequencyCounter(): FrequencyCounter {
  const counts = new Map<string, number>();
  return {
    add(names) {
      for (const name of names) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    },
    finish: () => new Map([...counts].filter(([, count]) => count > 1)),
  };
}
