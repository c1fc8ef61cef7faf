import { distance } from 'fastest-levenshtein'

/**
 * Finds the word that was probably meant.
 *
 * Two letters may differ, which two swapped ones do; of a long word a third, of a short one only one.
 */
export function suggestWord(word: string, words: readonly string[]): string | undefined {
  const folded = word.toLowerCase()
  let best: string | undefined
  let least = Math.max(folded.length < 4 ? 1 : 2, Math.floor(folded.length / 3)) + 1
  for (const each of words) {
    const between = distance(folded, each.toLowerCase())
    if (between >= least) continue
    best = each
    least = between
  }
  return best
}
