import type { Document } from '../document/document.ts'
import {
  blankLinesBefore,
  blankLinesBehind,
  countBlankLines,
  fitBlankLines,
  lineEndAt,
} from './blank-lines.ts'
import type { TextEdit } from '../text/text-edit.ts'
import type { Layout } from './layout.ts'

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
function insertLines(
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

/**
 * Puts lines in as `insertLines` does, but for the blank lines around them that a layout tells.
 */
export function placeLines(
  document: Document,
  at: number,
  lines: readonly string[],
  gap: Gap,
  layout: Layout = {},
): TextEdit {
  const { before, behind } = layout
  return before === undefined && behind === undefined
    ? insertLines(document, at, lines, gap)
    : setLines(document, at, lines, gap, layout)
}

/** Puts lines in with just the blank lines that a layout tells; those that were there are counted in. */
function setLines(
  document: Document,
  at: number,
  lines: readonly string[],
  gap: Gap,
  { before, behind }: Layout,
): TextEdit {
  const { source } = document
  const { text } = source
  const end = blankLinesBehind(source, at)
  const start = blankLinesBefore(source, at)
  if (start === 0 && end === text.length) return insertLines(document, at, lines, gap)
  const eol = lineEndAt(source, at)
  const count = (from: number): number => countBlankLines(source, from)
  const above = before ?? count(at) + gap.before
  if (end === text.length)
    return insertLines(document, text.length, lines, { ...gap, before: above })
  const below = behind ?? count(end) - count(at) + gap.behind
  const block =
    fitBlankLines(text.slice(start, at), above, lineEndAt(source, start)) +
    [...lines, ''].join(eol) +
    fitBlankLines(text.slice(at, end), below, eol)
  return { start, end, text: block }
}

/** "\r\n" at the end of a text */
const FINAL_LINE_END = /\r\n$|\n$|\r$/u
