/** Groups numbers by what a function says of each; groups and numbers keep their order. */
export function groupBy<Key>(
  numbers: Iterable<number>,
  keyOf: (number: number) => Key,
): Map<Key, number[]> {
  const groups = new Map<Key, number[]>()
  for (const number of numbers) {
    const key = keyOf(number)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [number])
    else group.push(number)
  }
  return groups
}
