/**
 * Splits prose into clauses: at the ends of sentences, and before words that turn or go on to
 * something else.
 *
 * @returns In order, each with its white space folded.
 */
export function splitClauses(text: string): string[] {
  return text
    .replaceAll(COMMENT, '')
    .split(PARAGRAPH)
    .flatMap((paragraph) => paragraph.replaceAll(SPACE, ' ').split(BOUNDARY))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
}

/** A line that a message keeps where git does not clean it up: "# What became of it?" */
const COMMENT = /^[#;].*$/gmu

/** A blank line, or the beginning of a bullet. */
const PARAGRAPH = /\r?\n(?:[ \t]*\r?\n|(?=[ \t]*[-*•][ \t]))/u

/** "  " */
const SPACE = /\s+/gu

/** ". ", "; ", ", but " */
const BOUNDARY = /(?<=[.!?])(?= )|[;–—]| - |,? (?=(?:but|though|although|whereas|however)\b)/iu

/** Splits a clause that lists several things: `oven done, bell (never) and lamp`. */
export function splitSpan(clause: string): string[] {
  return clause
    .split(LIST)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** ", ", " and " */
const LIST = /,(?= )|(?<=\)) | (?=(?:and|or)\b)/iu
