import type { Identities } from './identities.ts'
import type { Step } from './step.ts'

/**
 * Tells who the items of a commit are: those of its parents, those that came back, and new ones.
 *
 * @param known Identities that the same document had before.
 */
export function identifyItems(
  steps: readonly Step[],
  known: readonly string[] | undefined,
  identities: Identities,
): string[] {
  const [first, ...others] = steps
  const items = first === undefined ? [] : inherit(first)
  for (const step of others) inheritMore(step, items)
  // Most commits take nothing away and bring nothing, and need not know who is there.
  let there: Set<string | undefined> | undefined
  const isThere = (item: string): boolean => (there ??= new Set(items)).has(item)
  const gone = steps.flatMap(({ transition, items: before }) =>
    transition.went.flatMap((trace) => {
      const item = before[trace.number]
      const isGone = item !== undefined && (others.length === 0 || !isThere(item))
      return isGone ? [{ item, trace }] : []
    }),
  )
  // What this commit itself takes away is not what it brings.
  const leaving = new Set(gone.map(({ item }) => item))
  for (const trace of first?.transition.came ?? []) {
    if (items[trace.number] !== undefined) continue
    // The same document has the same items, by whatever way it came about.
    const before = known?.[trace.number]
    const isSame = before !== undefined && !isThere(before) && !leaving.has(before)
    const item = isSame
      ? before
      : identities.identify(trace, (gone) => isThere(gone) || leaving.has(gone))
    items[trace.number] = item
    there?.add(item)
  }
  for (const { item, trace } of gone) identities.bury(item, trace)
  return items.map((item) => {
    if (item === undefined) throw new Error('an item of a revision came from nowhere')
    return item
  })
}

/** The items that a commit has from its first parent, each in its place. */
function inherit({ transition, items: before }: Step): (string | undefined)[] {
  const items = Array<string | undefined>(transition.size).fill(undefined)
  for (const [old, number, count] of transition.runs)
    for (let index = 0; index < count; index++) items[number + index] = before[old + index]
  return items
}

/** Adds those that it has from another parent alone. */
function inheritMore({ transition, items: before }: Step, items: (string | undefined)[]): void {
  const taken = new Set(items)
  for (const [old, number, count] of transition.runs)
    for (let index = 0; index < count; index++) {
      const item = before[old + index]
      if (items[number + index] !== undefined || taken.has(item)) continue
      items[number + index] = item
      taken.add(item)
    }
}
