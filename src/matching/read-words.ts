/** The words of a text, each with the weight of all its occurrences. */
export type Words = ReadonlyMap<string, number>

/** Reads the words of a text; a long word weighs more than a short one, which stands anywhere. */
export function readWords(text: string): Words {
  const words = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(WORD))
    words.set(word, (words.get(word) ?? 0) + weightOf(word))
  return words
}

/** "drv", of "drv->builder" */
const WORD = /[\p{L}\p{N}]+/gu

/** Articles and the like say next to nothing. */
function weightOf(word: string): number {
  return word.length <= SHORTEST && !DIGIT.test(word) ? 1 : Math.min(word.length, LONGEST)
}

const SHORTEST = 3

/** "2" */
const DIGIT = /\p{N}/u

/** Beyond this many letters, a word says no more. */
const LONGEST = 8

/** Adds up what the words weigh. */
export function weigh(words: Words): number {
  let weight = 0
  for (const each of words.values()) weight += each
  return weight
}

/** Adds up what the words that two texts share weigh. */
export function weighShared(left: Words, right: Words): number {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left]
  let weight = 0
  for (const [word, each] of few) weight += Math.min(each, many.get(word) ?? 0)
  return weight
}
