/**
 * Splits prose into clauses: at the ends of sentences, and before words that turn or go on to
 * something else.
 *
 * @returns In order, each with its white space folded.
 */
export function splitClauses(text: string): string[] {
  return text
    .split(PARAGRAPH)
    .flatMap((paragraph) => paragraph.replaceAll(SPACE, ' ').split(BOUNDARY))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
}

/** A blank line, or the beginning of a bullet. */
const PARAGRAPH = /\r?\n(?:[ \t]*\r?\n|(?=[ \t]*[-*•][ \t]))/u

/** "  " */
const SPACE = /\s+/gu

/** ". ", "; ", ", but " */
const BOUNDARY = /(?<=[.!?])(?= )|[;–—]| - |,? (?=(?:but|though|although|whereas|however)\b)/iu
