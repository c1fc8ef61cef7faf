import { groupBy } from '../group-by.ts'
import { entryAt, type Pairing } from './pairing.ts'

/**
 * Pairs items that say the same, wherever they stand, the largest first.
 *
 * Only where each side has one such item: which of several went where, their surroundings tell.
 */
export function pairMoved(pairing: Pairing): void {
  const olds = groupBy(pairing.freeOld(), (old) => entryAt(pairing.old, old).key)
  const news = groupBy(pairing.freeNew(), (number) => entryAt(pairing.new, number).key)
  const found: (readonly [old: number, number: number])[] = []
  for (const [key, [old, ...others]] of olds) {
    const [number, second] = news.get(key) ?? []
    if (old === undefined || number === undefined) continue
    if (others.length > 0 || second !== undefined || isBare(pairing, old)) continue
    found.push([old, number])
  }
  const sizeOf = (old: number): number => Number(pairing.old.ends[old]) - old
  found.sort(([a], [b]) => sizeOf(b) - sizeOf(a) || a - b)
  for (const [old, number] of found)
    if (pairing.newOf(old) === undefined && pairing.oldOf(number) === undefined)
      pairing.pairTrees(old, number)
}

/** An item that says nothing, such as an empty bullet, is not known again elsewhere. */
function isBare(pairing: Pairing, old: number): boolean {
  const { title, text, children } = entryAt(pairing.old, old)
  return title === '' && text === '' && children.length === 0
}
