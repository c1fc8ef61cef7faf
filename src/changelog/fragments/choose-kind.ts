import type { Entry } from '../entry.ts'

/**
 * Chooses what a tool calls the change of an entry: by `breaking`, where its commit is marked so, by
 * the type of the commit, by the type of the entry, the first that the kinds have.
 *
 * @returns `undefined` for an entry that is no change: an item that was given up.
 */
export function chooseKind(
  { type, subject }: Entry,
  kinds: Readonly<Record<string, string>>,
): string | undefined {
  if (type === undefined) return undefined
  const { word = '', mark } = CONVENTIONAL.exec(subject)?.groups ?? {}
  const names = [...(mark === undefined ? [] : ['breaking']), word.toLowerCase(), type]
  const known = new Map(Object.entries(kinds))
  return names.map((name) => known.get(name)).find((kind) => kind !== undefined)
}

/** "feat(beds)!: sow in rows" */
const CONVENTIONAL = /^(?<word>[a-z]+)(?:\([^()]*\))?(?<mark>!)?:/iu
