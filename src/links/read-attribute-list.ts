import type { Span } from '../text/span.ts'

/**
 * Reads kramdown's list of attributes beside a block: on the line behind it, or else on the one before.
 *
 * ```md
 * # Builders
 * {: #makers .wide}
 *    ^^^^^^^^^^^^^
 * ```
 *
 * Source: https://kramdown.gettalong.org/syntax.html#block-ials
 */
export function readAttributeList(text: string, span: Span): string | undefined {
  const behind = BEHIND.exec(text.slice(span.end, span.end + LONGEST))
  if (behind !== null) return behind[1]
  return BEFORE.exec(text.slice(Math.max(0, span.start - LONGEST), span.start))?.[1]
}

/** Two lines of no more than these characters are looked at. */
const LONGEST = 500

/** "\n{: #makers}\n" */
const BEHIND = /^[ \t]*\r?\n {0,3}\{:([^{}\r\n]*)\}[ \t]*(?:\r?\n|$)/u

/** "\n\n{: #makers}\n": behind a blank line, or it is of the block before it */
const BEFORE = /(?:^|(?:^|\n)[ \t]*\r?\n) {0,3}\{:([^{}\r\n]*)\}[ \t]*\r?\n$/u
