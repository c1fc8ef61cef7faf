/** Lowers each character by itself: `Σ` at the end of a word becomes `σ`, as in most languages' libraries. */
export function lowerEach(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('')
}
