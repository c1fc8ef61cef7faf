import { childrenOf } from './forest.ts'
import { groupBy } from '../group-by.ts'
import { pairChildren } from './pair-children.ts'
import { entryAt, type Pairing } from './pairing.ts'

/**
 * Pairs what nothing told apart: items of one title below the same parent, in their order.
 *
 * Two bullets named `backend`, of which one is gone and the other rewritten, are no new ones.
 */
export function pairLeftovers(pairing: Pairing): void {
  const byParent = groupBy(pairing.freeOld(), (old) => pairing.old.parents[old] ?? -1)
  for (const [parent, olds] of byParent) {
    const heir = parent === -1 ? -1 : pairing.newOf(parent)
    if (heir === undefined) continue
    const free = childrenOf(pairing.new, heir).filter(
      (number) => pairing.oldOf(number) === undefined,
    )
    const byTitle = groupBy(free, (number) => nameOf(pairing.new, number))
    for (const old of olds) {
      const number = byTitle.get(nameOf(pairing.old, old))?.shift()
      if (number === undefined || entryAt(pairing.old, old).title === '') continue
      pairing.pair(old, number)
      pairChildren(pairing, old, number)
    }
  }
}

function nameOf(forest: Pairing['old'], number: number): string {
  const { kind, title } = entryAt(forest, number)
  return `${kind} ${title}`
}
