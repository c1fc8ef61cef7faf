import { distance } from 'fastest-levenshtein'
import { createShortlist } from './shortlist.ts'

/** Finds the value whose text is most like another, the first of equals; none where all differ much. */
export type Finder<Value> = (text: string) => Value | undefined

/** Finds the value whose text is most like another's, where only one text is looked up. */
export function findClosest<Value>(
  values: readonly Value[],
  textOf: (value: Value) => string,
  text: string,
): Value | undefined {
  return createFinder(values, textOf)(text)
}

/**
 * Makes a finder of values by texts that are written slightly wrong.
 *
 * A text is compared with a bounded number of others, and letter by letter only where cheap bounds leave
 * room: a page of thousands of headings may have as many wrong links.
 *
 * @param most With how many texts one is compared: those that share its rarest parts.
 */
export function createFinder<Value>(
  values: readonly Value[],
  textOf: (value: Value) => string,
  most = MOST,
): Finder<Value> {
  const entries = values.map((value) => toEntry(value, textOf(value).toLowerCase()))
  const shortlist = createShortlist(
    entries.map(({ text }) => text),
    most,
  )
  return (text) => {
    const wanted = toEntry(undefined, text.toLowerCase())
    let closest: Entry<Value> | undefined
    let best = LEAST
    for (const index of shortlist(wanted.text)) {
      const entry = entries[index]
      if (entry === undefined) continue
      const alike = Math.max(kinship(wanted, entry), likeness(wanted, entry, best))
      if (alike <= best) continue
      best = alike
      closest = entry
    }
    return closest?.value
  }
}

const MOST = 200

/** Below it a suggestion would be a guess. */
const LEAST = 0.59

interface Entry<Value> {
  readonly value: Value
  /** In lower case. */
  readonly text: string
  readonly words: ReadonlySet<string>
  /** A bit for each letter or digit that it has. */
  readonly letters: number
}

function toEntry<Value>(value: Value, text: string): Entry<Value> {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << bitOf(text.charCodeAt(at))
  return { value, text, words: new Set(text.split(SEPARATOR)), letters }
}

/** Digits are kept apart from most letters: headings are often told by a number. */
function bitOf(code: number): number {
  return code >= 48 && code < 58 ? 27 + (code % 5) : code % 27
}

/** "-" */
const SEPARATOR = /[-_. /]+/u

function countShared(a: Entry<unknown>, b: Entry<unknown>): number {
  let count = 0
  for (const word of a.words) if (b.words.has(word)) count++
  return count
}

/** How alike two texts are by their words, from 0 to 1. */
function kinship(a: Entry<unknown>, b: Entry<unknown>): number {
  if (isExtended(a.text, b.text)) return EXTENDED
  const shared = countShared(a, b)
  // One word in common says little.
  if (shared < 2) return 0
  // Dice's coefficient, raised: a title that was written anew keeps few of its words.
  return Math.min(1, RAISE + (2 * shared) / (a.words.size + b.words.size))
}

const RAISE = 0.2

/** Whether one text is the other with more words behind it, as in `removed` headings. */
function isExtended(a: string, b: string): boolean {
  return a.length < b.length ? isBeginning(a, b) : isBeginning(b, a)
}

function isBeginning(short: string, long: string): boolean {
  return short.length > 3 && NEXT_WORD.has(long[short.length] ?? '') && long.startsWith(short)
}

/** "-removed" */
const NEXT_WORD = new Set('-_. /')

/** More alike than texts that differ by a few letters. */
const EXTENDED = 0.9

/** How alike two texts are by their letters, from 0 to 1; 0 where that is no more than `best`. */
function likeness(a: Entry<unknown>, b: Entry<unknown>, best: number): number {
  const length = longer(a, b)
  return leastDistance(a, b) > (1 - best) * length ? 0 : 1 - distance(a.text, b.text) / length
}

/** At least so many letters must change: those that one text has more, or that the other lacks. */
function leastDistance(a: Entry<unknown>, b: Entry<unknown>): number {
  return Math.max(
    Math.abs(a.text.length - b.text.length),
    countBits(a.letters & ~b.letters),
    countBits(b.letters & ~a.letters),
  )
}

/** Source: https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** At least 1, so that it divides. */
function longer(a: Entry<unknown>, b: Entry<unknown>): number {
  return Math.max(a.text.length, b.text.length, 1)
}
