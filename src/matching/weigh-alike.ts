import { distance } from 'fastest-levenshtein'
import type { Words } from './read-words.ts'

/** With more words than these, two titles are different enough to look no further. */
const MOST = 8

/**
 * Adds up what the words weigh that two titles have in other spellings: `carots` and `carrots`, `perf`
 * and `performance`. Those that both have are left out, and so are numbers: they are all alike.
 */
export function weighAlike(left: Words, right: Words): number {
  const olds = [...left.keys()].filter((word) => !right.has(word) && LETTERS.test(word))
  const news = [...right.keys()].filter((word) => !left.has(word) && LETTERS.test(word))
  if (olds.length > MOST || news.length > MOST) return 0
  let weight = 0
  for (const old of olds) {
    const index = news.findIndex((word) => isAlike(old, word))
    const [word] = index === -1 ? [] : news.splice(index, 1)
    if (word !== undefined) weight += Math.min(left.get(old) ?? 0, right.get(word) ?? 0)
  }
  return weight
}

/** "carots", of four letters at least */
const LETTERS = /^\p{L}{4,}$/u

function isAlike(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.startsWith(short)) return true
  const most = short.length >= 8 ? 2 : 1
  return (
    long.length <= LONGEST && long.length - short.length <= most && distance(left, right) <= most
  )
}

/** What has more letters is no word, and counting what differs takes the square of them. */
const LONGEST = 64
