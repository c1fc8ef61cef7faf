import type { Forest } from './forest.ts'
import { entryAt, type Pairing } from './pairing.ts'

/** What stands below free items, and is paired with what stands below free items of the other side. */
export interface PairedBelow {
  /** Characters below two items, of either, that are paired with what stands below the other. */
  sharedBy(old: number, number: number): number
  /** Characters below two items, of both. */
  sizeOf(old: number, number: number): number
  /** The free items of the new revision that have something of an old item below them. */
  heirsOf(old: number): readonly number[]
}

/** Counts, for all pairs of free items at once, what of the one is now below the other. */
export function countPairedBelow(pairing: Pairing): PairedBelow {
  const sizes = { old: sumSizes(pairing.old), new: sumSizes(pairing.new) }
  const shared = new Map<number, Map<number, number>>()
  for (const old of pairing.old.entries.keys()) {
    const number = pairing.newOf(old)
    if (number === undefined) continue
    const size = sizeOf(pairing.old, old)
    for (const holder of freeAncestors(pairing.old, old, (each) => pairing.newOf(each)))
      for (const heir of freeAncestors(pairing.new, number, (each) => pairing.oldOf(each))) {
        const heirs = shared.get(holder) ?? new Map<number, number>()
        heirs.set(heir, (heirs.get(heir) ?? 0) + size)
        shared.set(holder, heirs)
      }
  }
  return {
    sharedBy: (old, number) => 2 * (shared.get(old)?.get(number) ?? 0),
    sizeOf: (old, number) =>
      below(sizes.old, pairing.old, old) + below(sizes.new, pairing.new, number),
    heirsOf: (old) => [...(shared.get(old)?.keys() ?? [])],
  }
}

function freeAncestors(
  { parents }: Forest,
  number: number,
  partnerOf: (number: number) => number | undefined,
): number[] {
  const ancestors: number[] = []
  let parent = parents[number] ?? -1
  for (; parent !== -1; parent = parents[parent] ?? -1)
    if (partnerOf(parent) === undefined) ancestors.push(parent)
  return ancestors
}

/** Characters of the item itself; an item without any counts a little too. */
function sizeOf(forest: Forest, number: number): number {
  const { title, text } = entryAt(forest, number)
  return title.length + text.length + 1
}

/** Sums of the sizes of all items before each number. */
function sumSizes(forest: Forest): number[] {
  let sum = 0
  return [0, ...forest.entries.map((_, number) => (sum += sizeOf(forest, number)))]
}

function below(sums: readonly number[], { ends }: Forest, number: number): number {
  return Number(sums[Number(ends[number])]) - Number(sums[number + 1])
}
