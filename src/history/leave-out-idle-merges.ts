import type { Revision } from './history-source.ts'
import { type Lineage, readOwnLineage, rootLineage } from './lineage.ts'

/**
 * Leaves out the merges that did nothing to a document: they have what one parent had, and what the
 * others had is what it once was there. Where that is in doubt, they are left out as well.
 *
 * A merge that is left has discarded what a branch did.
 *
 * @param revisions Newest first.
 */
export function leaveOutIdleMerges(revisions: readonly Revision[]): Revision[] {
  const lineages = new Map<string | undefined, Lineage>([[undefined, rootLineage]])
  const lineageOf = (blob: string | undefined): Lineage => lineages.get(blob) ?? rootLineage
  const isIdle = ({ before, after }: Revision): boolean => {
    if (before.length < 2 || !before.includes(after)) return false
    const taken = lineageOf(after)
    return before.every((blob) => {
      const own = readOwnLineage(lineageOf(blob), taken)
      return own.length === 0 || !isCertain([...own, ...readOwnLineage(taken, lineageOf(blob))])
    })
  }
  const kept: Revision[] = []
  for (const revision of revisions.toReversed()) {
    const { before, after } = revision
    if (isIdle(revision)) continue
    kept.push(revision)
    // A file that was renamed, and is the same, is where it was.
    if (before.length === 1 && before[0] === after) continue
    const parents = before.map(lineageOf)
    const isCertain = !lineages.has(after)
    lineages.set(after, { ...rootLineage, number: kept.length, parents, isCertain })
  }
  return kept.reverse()
}

function isCertain(lineages: readonly Lineage[]): boolean {
  return lineages.every((lineage) => lineage.isCertain)
}
