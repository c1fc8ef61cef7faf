import { distance } from 'fastest-levenshtein'

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
 * What two texts have in common is compared by cheap bounds first, and letter by letter only for
 * the few that are nearest by them: a page of thousands of headings may have as many wrong links.
 */
export function createFinder<Value>(
  values: readonly Value[],
  textOf: (value: Value) => string,
): Finder<Value> {
  const entries = values.map((value, index) => toEntry(value, textOf(value).toLowerCase(), index))
  const holders = new Map<string, number[]>()
  for (const { words, index } of entries) {
    for (const word of words) {
      const held = holders.get(word)
      if (held === undefined) holders.set(word, [index])
      else held.push(index)
    }
  }
  return (text) => {
    const wanted = toEntry(undefined, text.toLowerCase(), 0)
    const shared = countShared(wanted.words, holders, entries.length)
    let closest: Entry<Value> | undefined
    let best = LEAST
    const offer = (entry: Entry<Value>, alike: number): void => {
      const isFirst = closest !== undefined && alike === best && entry.index < closest.index
      if (alike <= best && !isFirst) return
      best = alike
      closest = entry
    }
    for (const entry of entries) offer(entry, kinship(wanted, entry, shared[entry.index] ?? 0))
    for (const entry of nearest(wanted, entries, shared, best)) {
      offer(entry, 1 - distance(wanted.text, entry.text) / longer(wanted, entry))
    }
    return closest?.value
  }
}

/** Below it a suggestion would be a guess. */
const LEAST = 0.59

interface Entry<Value> {
  readonly value: Value
  /** In lower case. */
  readonly text: string
  readonly words: ReadonlySet<string>
  /** A bit for each letter or digit that it has. */
  readonly letters: number
  readonly index: number
}

function toEntry<Value>(value: Value, text: string, index: number): Entry<Value> {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << bitOf(text.charCodeAt(at))
  return { value, text, words: new Set(text.split(SEPARATOR)), letters, index }
}

/** Digits are kept apart from most letters: headings are often told by a number. */
function bitOf(code: number): number {
  return code >= 48 && code < 58 ? 27 + (code % 5) : code % 27
}

/** "-" */
const SEPARATOR = /[-_. /]+/u

function countShared(
  words: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly number[]>,
  length: number,
): Uint16Array {
  const counts = new Uint16Array(length)
  for (const word of words) {
    for (const index of holders.get(word) ?? []) counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

/** How alike two texts are by their words, from 0 to 1. */
function kinship(a: Entry<unknown>, b: Entry<unknown>, shared: number): number {
  if (isExtended(a.text, b.text)) return EXTENDED
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

/**
 * The entries that may be more like a text than `best`, and no more than are worth it: those first
 * that few letters tell from it, and that share words with it.
 */
function nearest<Value>(
  wanted: Entry<unknown>,
  entries: readonly Entry<Value>[],
  shared: Uint16Array,
  best: number,
): Entry<Value>[] {
  const byRank: Entry<Value>[][] = []
  for (const entry of entries) {
    const most = (1 - best) * longer(wanted, entry)
    if (Math.abs(wanted.text.length - entry.text.length) > most) continue
    const least = leastDistance(wanted, entry)
    if (least > most) continue
    // A word that is right tells more than letters that may be anywhere.
    const rank = least + 2 * (wanted.words.size - (shared[entry.index] ?? 0))
    const group = byRank[rank]
    if (group === undefined) byRank[rank] = [entry]
    else group.push(entry)
  }
  return byRank.flat().slice(0, MOST)
}

/** How many texts are compared letter by letter. */
const MOST = 200

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
