import type { PairedBelow } from './count-paired-below.ts'
import { groupBy } from '../group-by.ts'
import { partitionPoint } from '../partition-point.ts'
import { entryAt, type Pairing } from './pairing.ts'
import type { FreeItem } from './profile.ts'

/** Up to as many comparisons, each item is compared with each. */
const ALL = 10_000

/** A word that more items have than this tells none of them apart. */
const COMMON = 24

/** With more partners than these nobody is compared. */
const MOST = 12

/**
 * Tells which free items of the new revision a free item of the old one is compared with.
 *
 * Where both are few, with all. Else with those that share its rare words, say the same, have what
 * stood below it, or stand where it stood, so that the cost grows with the items and not with their
 * square.
 */
export function choosePartners(
  pairing: Pairing,
  olds: readonly FreeItem[],
  news: readonly FreeItem[],
  below: PairedBelow,
): (old: FreeItem) => readonly FreeItem[] {
  if (olds.length * news.length <= ALL) return () => news
  const items = new Map(news.map((item) => [item.number, item]))
  const byWord = indexWords(news)
  const byKey = groupBy(items.keys(), (number) => entryAt(pairing.new, number).key)
  const byParent = groupBy(items.keys(), (number) => pairing.new.parents[number] ?? -1)
  return (old) => {
    const parent = pairing.old.parents[old.number] ?? -1
    const heir = parent === -1 ? -1 : (pairing.newOf(parent) ?? -2)
    const numbers = [
      ...nearest(byKey.get(entryAt(pairing.old, old.number).key) ?? [], old.number),
      ...below.heirsOf(old.number).slice(0, MOST),
      ...sharers(old, byWord),
      ...nearest(byParent.get(heir) ?? [], old.number),
    ]
    return [...new Set(numbers)].flatMap((number) => items.get(number) ?? [])
  }
}

function indexWords(news: readonly FreeItem[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const { number, profile } of news)
    for (const word of [...profile.own.keys(), ...profile.below.keys()]) {
      const numbers = index.get(word)
      if (numbers === undefined) index.set(word, [number])
      else if (numbers.length <= COMMON && numbers.at(-1) !== number) numbers.push(number)
    }
  return index
}

/** The items that share the most of an item's rare words. */
function sharers(
  { profile }: FreeItem,
  byWord: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const weights = new Map<number, number>()
  for (const words of [profile.own, profile.below])
    for (const [word, weight] of words) {
      const numbers = byWord.get(word) ?? []
      if (numbers.length > COMMON) continue
      for (const number of numbers)
        weights.set(number, (weights.get(number) ?? 0) + weight / numbers.length)
    }
  return [...weights]
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, MOST)
    .map(([number]) => number)
}

/** The numbers that are nearest to one, of a sorted list. */
function nearest(numbers: readonly number[], to: number): readonly number[] {
  const at = partitionPoint(numbers.length, (place) => Number(numbers[place]) < to)
  return numbers.slice(Math.max(0, at - MOST / 2), at + MOST / 2)
}
