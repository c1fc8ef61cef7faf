import type { Document } from '../document/document.ts'
import { blankLinesBefore, lineEndAt } from './blank-lines.ts'
import type { TextEdit } from '../text/text-edit.ts'

/** How many blank lines stand around lines that are put in. */
export interface Gap {
  readonly before: number
  readonly behind: number
}

/**
 * Puts lines in at the start of a line, in the document's own line ends.
 *
 * At the end of a file, the file ends as it ended: with or without a final line end, with the blank
 * lines that it had.
 */
export function insertLines(
  { source }: Document,
  at: number,
  lines: readonly string[],
  gap: Gap,
): TextEdit {
  const eol = lineEndAt(source, at)
  const { text } = source
  const block = [...Array<string>(text === '' ? 0 : gap.before).fill(''), ...lines]
  if (at < text.length || text === '') {
    const tail = text === '' ? [''] : [...Array<string>(gap.behind).fill(''), '']
    return { start: at, end: at, text: [...block, ...tail].join(eol) }
  }
  const end = blankLinesBefore(source, at)
  if (end === 0) return { start: 0, end: 0, text: [...lines, ''].join(eol) }
  const start = end - (FINAL_LINE_END.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0)
  return { start, end: start, text: eol + block.join(eol) }
}

/** "\r\n" at the end of a text */
const FINAL_LINE_END = /\r\n$|\n$|\r$/u
