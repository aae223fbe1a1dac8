/** Numbers by each of their keys, in the order in which they came. */
export function grouped<Key>(
  numbers: readonly number[],
  keysOf: (number: number) => readonly Key[],
): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const number of numbers) {
    for (const key of keysOf(number)) {
      const group = groups.get(key);
      if (group) group.push(number);
      else groups.set(key, [number]);
    }
  }
  return groups;
}
