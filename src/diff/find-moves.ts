import { childrenOf } from '../matching/forest.ts'
import { entryAt, type Matching } from '../matching/pairing.ts'
import { findLongestOrder, type Ordered } from './longest-order.ts'

/** How an item came to another place: by itself, or because of what happened around it. */
export type Move = 'explicit' | 'implied'

/**
 * Finds the items that have another parent, or another place among their siblings.
 *
 * Where siblings changed their order, those moved that leave the most text in place. A section whose
 * level alone changed stands where it stood.
 *
 * @returns By the number in the new revision, those moved by themselves first.
 */
export function findMoves(matching: Matching): ReadonlyMap<number, Move> {
  const moves = new Map<number, Move>()
  const reordered = findReordered(matching)
  const strays = findStrays(matching)
  // Most changes move nothing.
  const inOrder = strays.length === 0 ? new Set<number>() : findInOrder(matching, reordered)
  const [adopted, moved] = [true, false].map((isLeft) =>
    strays.filter(([old, number]) => isLeftInPlace(matching, old, number, inOrder) === isLeft),
  )
  for (const [, number] of moved ?? []) moves.set(number, 'explicit')
  for (const number of reordered) moves.set(number, 'explicit')
  for (const [, number] of adopted ?? []) {
    const hasCause = isCaused(matching, number, moves)
    moves.set(number, hasCause ? 'implied' : 'explicit')
  }
  return moves
}

type Pair = readonly [old: number, number: number]

/** The items that stand below another parent than before. */
function findStrays(matching: Matching): Pair[] {
  const { parents } = matching.old
  const strays: Pair[] = []
  for (let old = 0; old < parents.length; old++) {
    const number = matching.newOf(old)
    if (number !== undefined && !isSameParent(matching, parents[old] ?? -1, number))
      strays.push([old, number])
  }
  return strays
}

function isSameParent(matching: Matching, parent: number, number: number): boolean {
  const now = matching.new.parents[number] ?? -1
  return parent === -1 ? now === -1 : matching.newOf(parent) === now
}

/**
 * Numbers, in the new revision, of the items that did not change their order in the whole text.
 *
 * Those that kept their parent, and their place below it, count for more than any text: they are what
 * others moved along.
 */
function findInOrder(matching: Matching, reordered: ReadonlySet<number>): ReadonlySet<number> {
  const numbers = [...matching.old.entries.keys()].flatMap((old) => matching.newOf(old) ?? [])
  let behindMoved = 0
  const settled = new Set<number>()
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const parent = matching.old.parents[matching.oldOf(number) ?? -1] ?? -1
    if (reordered.has(number))
      behindMoved = Math.max(behindMoved, Number(matching.new.ends[number]))
    if (number >= behindMoved && isSameParent(matching, parent, number)) settled.add(number)
  }
  const kept = findLongestOrder(
    numbers.map((number) => {
      const { place, weight } = orderOf(matching, number, number + 1)
      return { place, weight: settled.has(number) ? weight + SETTLED : weight }
    }),
  )
  return new Set(numbers.filter((_, index) => kept[index] === true))
}

/** More than any item has characters. */
const SETTLED = 1e9

function orderOf(matching: Matching, number: number, end: number): Ordered {
  let weight = 0
  for (let below = number; below < end; below++) {
    const { title, text } = entryAt(matching.new, below)
    weight += title.length + text.length + 1
  }
  return { place: number, weight }
}

/** Whether an item with another parent stands where it stood: a heading around it came, went or changed. */
function isLeftInPlace(
  matching: Matching,
  old: number,
  number: number,
  inOrder: ReadonlySet<number>,
): boolean {
  if (!inOrder.has(number)) return false
  const [before, after] = [entryAt(matching.old, old), entryAt(matching.new, number)]
  return before.level === after.level || isWrapped(matching, old, number)
}

/** Whether a new item was put between an item and what it stood below, or one there is gone. */
function isWrapped(matching: Matching, old: number, number: number): boolean {
  const parent = matching.old.parents[old] ?? -1
  const now = matching.new.parents[number] ?? -1
  if (now !== -1 && matching.oldOf(now) === undefined)
    return isSameParent(matching, parent, now) || parent === -1
  return parent !== -1 && matching.newOf(parent) === undefined
}

function isCaused(matching: Matching, number: number, moves: ReadonlyMap<number, Move>): boolean {
  const old = matching.oldOf(number)
  const parent = old === undefined ? -1 : (matching.old.parents[old] ?? -1)
  const now = matching.new.parents[number] ?? -1
  if (now !== -1 && (matching.oldOf(now) === undefined || moves.has(now))) return true
  if (parent === -1) return false
  const heir = matching.newOf(parent)
  return heir === undefined || moves.has(heir)
}

/** The children of one parent that changed their order among those that stayed with it. */
function findReordered(matching: Matching): ReadonlySet<number> {
  const moved = findUnsorted(matching).flatMap((parent) => {
    const stayed = childrenOf(matching.new, parent).flatMap((number) => {
      const old = matching.oldOf(number)
      const isStaying =
        old !== undefined && isSameParent(matching, matching.old.parents[old] ?? -1, number)
      return isStaying ? [{ old, number }] : []
    })
    const before = stayed.sort((a, b) => a.old - b.old)
    const kept = findLongestOrder(
      before.map(({ number }) => orderOf(matching, number, Number(matching.new.ends[number]))),
    )
    return before.filter((_, index) => kept[index] !== true).map(({ number }) => number)
  })
  return new Set(moved)
}

/** The parents whose children that stayed do not stand in their old order. */
function findUnsorted(matching: Matching): number[] {
  const { parents } = matching.new
  const last = new Map<number, number>()
  const unsorted = new Set<number>()
  for (let number = 0; number < parents.length; number++) {
    const old = matching.oldOf(number)
    const parent = parents[number] ?? -1
    if (old === undefined || !isSameParent(matching, matching.old.parents[old] ?? -1, number))
      continue
    if (old < (last.get(parent) ?? -1)) unsorted.add(parent)
    last.set(parent, old)
  }
  return [...unsorted]
}
