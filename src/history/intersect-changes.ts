import type { TracedChange } from './transition.ts'

/** A change, and whose it is. */
export interface OwnedChange {
  readonly change: TracedChange
  readonly item: string
}

/**
 * Finds what a merge itself did: what changed from each of its parents.
 *
 * What one side did before shows as a change from the other side only.
 *
 * @param parents The changes from each parent; a commit with one parent did all of them.
 */
export function intersectChanges(parents: readonly (readonly OwnedChange[])[]): OwnedChange[] {
  const [first = [], ...others] = parents
  const names = others.map((changes) => new Set(changes.map(nameOf)))
  return first.filter((change) => names.every((set) => set.has(nameOf(change))))
}

function nameOf({ change, item }: OwnedChange): string {
  return `${change.change} ${item}`
}
