import { lineStart, nextLineStart } from '../text/line-index.ts'
import type { SourceText } from '../text/source-text.ts'

/** Tells whether the line that an offset stands on holds only white space. */
export function isBlankLine({ text, lines }: SourceText, offset: number): boolean {
  return text.slice(lineStart(lines, offset), nextLineStart(lines, offset)).trim() === ''
}

/** Where the blank lines right before a line begin; the line's own start where there are none. */
export function blankLinesBefore(source: SourceText, start: number): number {
  let at = start
  while (at > 0 && isBlankLine(source, at - 1)) at = lineStart(source.lines, at - 1)
  return at
}

/** Where the blank lines that begin at a line's start end. */
export function blankLinesBehind(source: SourceText, start: number): number {
  let at = start
  while (at < source.text.length && isBlankLine(source, at)) at = nextLineStart(source.lines, at)
  return at
}

/** Counts the blank lines right before a line. */
export function countBlankLines(source: SourceText, start: number): number {
  let count = 0
  let at = start
  while (at > 0 && isBlankLine(source, at - 1)) {
    at = lineStart(source.lines, at - 1)
    count++
  }
  return count
}

/** The line end that a document uses at an offset: that of the line before it, else the first one. */
export function lineEndAt({ text, lines }: SourceText, offset: number): string {
  const start = lineStart(lines, offset)
  const before = start > 0 ? LINE_END.exec(text.slice(Math.max(0, start - 2), start)) : null
  if (before !== null) return before[0]
  return FIRST_LINE_END.exec(text)?.[0] ?? '\n'
}

/** "\r\n" at the end of a line */
const LINE_END = /\r\n$|\n$|\r$/u

/** "\r\n" anywhere */
const FIRST_LINE_END = /\r\n|\n|\r/u
