/**
 * Makes texts alike that a browser's search takes for the same: letter case, accents, the form of quotes and
 * of spaces, and characters that nobody sees.
 *
 * Pieces of a text, folded one by one, are the whole folded, but for spaces where they meet.
 *
 * Source: https://wicg.github.io/scroll-to-text-fragment/#find-a-string-in-range ("base character comparison")
 */
export function foldText(text: string): string {
  const plain = NON_ASCII.test(text)
    ? text.normalize('NFKD').replaceAll(UNSEEN, '').replaceAll(SINGLE, "'").replaceAll(DOUBLE, '"')
    : text
  // Not to lower case: of a sigma, that depends on what comes next.
  return plain.replaceAll(SPACES, ' ').toUpperCase()
}

/** "é" */
const NON_ASCII = /[^\0-\x7f]/u

/** Accents, soft hyphens and the like */
const UNSEEN = /[\p{M}\p{Cf}]/gu

/** "‘" */
const SINGLE = /[\u2018-\u201b]/gu

/** "“" */
const DOUBLE = /[\u201c-\u201f]/gu

/** "  " */
const SPACES = /\s+/gu
