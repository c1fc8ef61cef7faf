import type { InlineCode } from 'mdast'

/**
 * Renders inline code: the ends of its lines are spaces (CommonMark 0.31, section 6.1).
 *
 * The engines leave the indentation of its second line in, each its own part of it.
 */
export function codeText({ value }: InlineCode): string {
  return LINE_END.test(value) ? value.replaceAll(WHITE_SPACE, ' ').trim() : value
}

/** "\n" */
const LINE_END = /[\r\n]/u

/** "\n   " */
const WHITE_SPACE = /[ \t\r\n]+/gu
