import type { Entry } from './entry.ts'
import { childrenOf, type Forest } from './forest.ts'
import { groupBy } from '../group-by.ts'
import { entryAt, type Pairing } from './pairing.ts'

/**
 * Pairs the items below two items that are the same, level by level.
 *
 * Those that say the same are paired first, from either end and then wherever they stand; then those
 * whose title only one of each side has. Two of one title are left for what tells them apart.
 *
 * @param old Number of the item of the old revision; -1 for the outermost items.
 * @param number Number of the item of the new revision; -1 for the outermost items.
 */
export function pairChildren(pairing: Pairing, old: number, number: number): void {
  const pending: Pair[] = [[old, number]]
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const free = pairEnds(pairing, freeChildren(pairing, pair))
    const rest = pairEqual(pairing, free)
    for (const titled of pairTitles(pairing, rest)) pending.push(titled)
  }
}

type Pair = readonly [old: number, number: number]

/** Items on either side that are not paired yet. */
interface Sides {
  readonly old: readonly number[]
  readonly new: readonly number[]
}

function freeChildren(pairing: Pairing, [old, number]: Pair): Sides {
  return {
    old: childrenOf(pairing.old, old).filter((child) => pairing.newOf(child) === undefined),
    new: childrenOf(pairing.new, number).filter((child) => pairing.oldOf(child) === undefined),
  }
}

/** Most changes are few: what stands before and behind them is done in one go. */
function pairEnds(pairing: Pairing, sides: Sides): Sides {
  const length = Math.min(sides.old.length, sides.new.length)
  const isEqual = (left: number | undefined, right: number | undefined): boolean =>
    keyOf(pairing.old, left) === keyOf(pairing.new, right)
  let first = 0
  while (first < length && isEqual(sides.old[first], sides.new[first])) first++
  let last = 0
  while (last < length - first && isEqual(sides.old.at(-1 - last), sides.new.at(-1 - last))) last++
  for (let index = 0; index < first; index++)
    pairing.pairTrees(Number(sides.old[index]), Number(sides.new[index]))
  for (let index = 1; index <= last; index++)
    pairing.pairTrees(Number(sides.old.at(-index)), Number(sides.new.at(-index)))
  return {
    old: sides.old.slice(first, sides.old.length - last),
    new: sides.new.slice(first, sides.new.length - last),
  }
}

function pairEqual(pairing: Pairing, sides: Sides): Sides {
  const byKey = groupBy(sides.new, (number) => keyOf(pairing.new, number))
  for (const old of sides.old) {
    const number = byKey.get(keyOf(pairing.old, old))?.shift()
    if (number !== undefined) pairing.pairTrees(old, number)
  }
  return {
    old: sides.old.filter((old) => pairing.newOf(old) === undefined),
    new: sides.new.filter((number) => pairing.oldOf(number) === undefined),
  }
}

function pairTitles(pairing: Pairing, sides: Sides): Pair[] {
  const olds = groupBy(sides.old, (old) => titleOf(pairing.old, old))
  const news = groupBy(sides.new, (number) => titleOf(pairing.new, number))
  const pairs: Pair[] = []
  for (const [title, [old, ...others]] of olds) {
    const [number, second] = news.get(title) ?? []
    if (title === undefined || old === undefined || number === undefined) continue
    if (others.length > 0 || second !== undefined || isNested(pairing, old, number)) continue
    pairing.pair(old, number)
    pairs.push([old, number])
  }
  return pairs
}

/** Where one stands as it is below the other, what they share is no more than the title. */
function isNested({ old: olds, new: news }: Pairing, old: number, number: number): boolean {
  return holds(news, number, entryAt(olds, old)) || holds(olds, old, entryAt(news, number))
}

function holds({ entries, ends }: Forest, number: number, entry: Entry): boolean {
  if (entry.text === '' && entry.children.length === 0) return false
  return entries.slice(number + 1, ends[number]).some(({ key }) => key === entry.key)
}

function keyOf(forest: Forest, number: number | undefined): string | undefined {
  return number === undefined ? undefined : entryAt(forest, number).key
}

/** `undefined` for an item without a title, which tells it from nothing. */
function titleOf(forest: Forest, number: number): string | undefined {
  const { kind, title } = entryAt(forest, number)
  return title === '' ? undefined : `${kind} ${title}`
}
