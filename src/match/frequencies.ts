/** In how many collections each name stands; those that stand in one only are left out. */
export type Frequencies = ReadonlyMap<string, number>;

/** Counts the names of each item, which has each of them once. */
export function frequenciesOf<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => Iterable<string>,
): Frequencies {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}
