/** What may stand behind `crossoff-ignore-`. */
export const ignoreWords: readonly string[] = ['next', 'start', 'end', 'file']

/** Tells whether a comment with the word silences findings, or ends one that does. */
export function isIgnoreWord(word: string): boolean {
  return ignoreWords.includes(word)
}
