import type { Entry } from '../entry.ts'

/**
 * Chooses what a tool calls the change of an entry: by `breaking`, where its commit is marked so, by
 * the type of the commit, by the type of the entry, the first that the kinds have.
 *
 * @returns `undefined` for an entry that is no change: an item that was given up.
 */
export function chooseKind(
  { type, commitType, breaking }: Entry,
  kinds: Readonly<Record<string, string>>,
): string | undefined {
  if (type === undefined) return undefined
  const known = new Map(Object.entries(kinds))
  return [breaking && 'breaking', commitType, type]
    .map((name) => name && known.get(name))
    .find((kind) => kind !== undefined)
}
