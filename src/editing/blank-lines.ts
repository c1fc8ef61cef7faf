import { lineStart, nextLineStart } from '../text/line-index.ts'
import type { SourceText } from '../text/source-text.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/text-edit.ts'

/** Tells whether the line that an offset stands on is blank (CommonMark 0.31, section 2.1). */
export function isBlankLine({ text, lines }: SourceText, offset: number): boolean {
  return !TEXT.test(text.slice(lineStart(lines, offset), nextLineStart(lines, offset)))
}

/** "a", or a no-break space */
const TEXT = /[^ \t\r\n]/u

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

/** Gives a run of blank lines another number of them; those that are there stay, as far as they go. */
export function fitBlankLines(run: string, count: number, eol: string): string {
  // A lone CR and an LF behind it would end the same line.
  const isMixed = eol === '\r' || LONE_CR.test(run)
  const there = isMixed ? [] : run.split(LINE).filter((line) => line !== '')
  return there.slice(0, count).join('') + eol.repeat(Math.max(0, count - there.length))
}

/** "\r", but not "\r\n" */
const LONE_CR = /\r(?!\n)/u

/** Behind a line's end. */
const LINE = /(?<=\n)/u

/** Replaces whole lines, with the blank lines around them, by a number of blank lines. */
export function leaveBlankLines(source: SourceText, lines: Span, count: number): TextEdit {
  const { text } = source
  const start = blankLinesBefore(source, lines.start)
  const end = blankLinesBehind(source, lines.end)
  const run = text.slice(start, lines.start) + text.slice(lines.end, end)
  return { start, end, text: fitBlankLines(run, count, lineEndAt(source, start)) }
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
