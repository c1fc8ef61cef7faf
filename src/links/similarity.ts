import { distance } from 'fastest-levenshtein'

/** How alike two texts are, from 0 to 1: by their letters, or by the words that they share. */
function similarity(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  const letters = length === 0 ? 1 : 1 - distance(a, b) / length
  return Math.max(letters, sharedWords(a, b), isExtended(a, b) ? EXTENDED : 0)
}

/** Whether one text is the other with more words behind it, as in `removed` headings. */
function isExtended(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 3 && long.startsWith(short) && NEXT_WORD.test(long.slice(short.length))
}

/** "-removed" */
const NEXT_WORD = /^[-_. /]/u

/** More alike than texts that differ by a few letters. */
const EXTENDED = 0.9

/** Dice's coefficient over the words, raised: a title that was written anew keeps few of them. */
function sharedWords(a: string, b: string): number {
  const words = new Set(a.split(SEPARATOR))
  const others = new Set(b.split(SEPARATOR))
  const shared = [...words].filter((word) => others.has(word)).length
  // One word in common says little.
  return shared < 2 ? 0 : Math.min(1, RAISE + (2 * shared) / (words.size + others.size))
}

const RAISE = 0.2

/** "-" */
const SEPARATOR = /[-_. /]+/u

/** Finds the value whose text is most like another's, the first of equals; none where all differ much. */
export function findClosest<Value>(
  values: readonly Value[],
  textOf: (value: Value) => string,
  text: string,
): Value | undefined {
  let closest: Value | undefined
  let best = LEAST
  for (const value of values) {
    const other = textOf(value)
    const alike = similarity(other.toLowerCase(), text.toLowerCase())
    if (alike > best) {
      best = alike
      closest = value
    }
  }
  return closest
}

/** Below it a suggestion would be a guess. */
const LEAST = 0.59
