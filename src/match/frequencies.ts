/** In how many collections each name stands; those that stand in one only are left out. */
export type Frequencies = ReadonlyMap<string, number>;

export function frequenciesOf(collections: Iterable<Iterable<string>>): Frequencies {
  const counts = new Map<string, number>();
  for (const names of collections) {
    for (const name of names) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}
