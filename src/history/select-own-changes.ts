import type { Verdict } from './judge-merge.ts'
import type { TracedChange } from './transition.ts'

/** A change, and whose it is. */
export interface OwnedChange {
  readonly change: TracedChange
  readonly item: string
}

/**
 * Selects what a commit itself did: what it brought and took away, and what else changed from each of
 * its parents.
 *
 * What one side did before shows as a change from the other side only.
 *
 * @param parents The changes from each parent; a commit with one parent did all of them.
 */
export function selectOwnChanges(
  parents: readonly (readonly OwnedChange[])[],
  verdict: Verdict,
): OwnedChange[] {
  const [first = [], ...others] = parents
  if (others.length === 0) return [...first]
  const names = parents.map((changes) => new Set(changes.map(nameOf)))
  const own = new Map<string, OwnedChange>()
  for (const changes of parents) {
    const told = freeParts(changes.filter((owned) => isOwn(owned, names, verdict)))
    for (const owned of told) if (!own.has(nameOf(owned))) own.set(nameOf(owned), owned)
  }
  return [...own.values()]
}

function nameOf({ change, item }: OwnedChange): string {
  return `${change.change} ${item}`
}

function isOwn(
  owned: OwnedChange,
  names: readonly ReadonlySet<string>[],
  verdict: Verdict,
): boolean {
  if (owned.change.change === 'added') return verdict.hasAdded(owned.item)
  if (owned.change.change === 'dropped') return verdict.hasDropped(owned.item)
  return names.every((set) => set.has(nameOf(owned)))
}

/** What came or went with an item of which nothing is told has to be told for itself. */
function freeParts(changes: readonly OwnedChange[]): OwnedChange[] {
  const told = changes.filter(({ change }) => change.isPart !== true).map(({ change }) => change)
  return changes.map(({ change, item }) => {
    const isFree = change.isPart === true && !told.some((around) => isAround(around, change))
    if (!isFree) return { change, item }
    const { isPart: _, ...free } = change
    told.push(free)
    return { change: free, item }
  })
}

function isAround(around: TracedChange, { change, path }: TracedChange): boolean {
  return (
    around.change === change &&
    around.path.length < path.length &&
    around.path.every((title, index) => title === path[index])
  )
}
