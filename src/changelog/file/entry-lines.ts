import type { Document } from '../../document/document.ts'
import { renderBullet } from '../../editing/bullet-content.ts'
import type { Parse } from '../../editing/edited.ts'
import { type Outline, readOutlines } from '../../editing/outline.ts'
import { withoutSources } from '../../editing/outline-tree.ts'
import { PLAIN_LAYOUT } from '../../editing/read-alone.ts'
import { wrapFragment } from '../../editing/wrap-fragment.ts'
import { readWrapWidth } from '../../editing/wrap-width.ts'
import type { EntryText } from './entry-text.ts'
import { renderMarker } from './marker.ts'
import { readWording, type Wording } from './wording.ts'

/** The lines of an entry's bullet, without its marker and indentation, and what they must show. */
export interface EntryLines {
  readonly lines: readonly string[]
  readonly outline: Outline
}

/** Reads what the text of an entry says, as it would be read in a changelog. */
export function readEntryWording({ entry, text }: EntryText, parse: Parse): Wording {
  const document = parse(`- ${text}\n`)
  const [item, second] = document.items
  const nodes = item && document.syntax.get(item)
  const paragraph = nodes?.own[0]
  const isOne = second === undefined && nodes?.own.length === 1 && item?.children.length === 0
  if (nodes?.kind !== 'bullet' || paragraph?.type !== 'paragraph' || !isOne)
    throw new Error(`the text of the entry ${entry.key} is not one paragraph: \`${text}\``)
  return readWording(paragraph.children)
}

/**
 * Lays an entry out: wrapped as the changelog is, its comment behind the last word.
 *
 * The comment begins no line, where it would end the paragraph (CommonMark 0.31, section 4.6).
 *
 * @param width Columns that the lines may have.
 */
export function layOutEntry(text: EntryText, width: number | undefined, parse: Parse): EntryLines {
  const { hash } = readEntryWording(text, parse)
  const wrapped = width === undefined ? [text.text] : wrapFragment([text.text], width, parse)
  const last = `${wrapped.at(-1) ?? ''} ${renderMarker({ key: text.entry.key, hash })}`
  const lines = [...wrapped.slice(0, -1), last]
  const [outline] = readOutlines(parse(renderBullet(lines, PLAIN_LAYOUT).join('\n')))
  if (outline === undefined) throw new Error(`the entry ${text.entry.key} makes no bullet`)
  return { lines, outline: withoutSources(outline) }
}

/** Finds the width at which a changelog is wrapped; the comments, which nobody sees, are not counted. */
export function readEntryWidth({ source: { text } }: Document, parse: Parse): number | undefined {
  return readWrapWidth(parse(text.replaceAll(COMMENT, '')))
}

/** " <!-- crossoff 0a1b2c3d4e5f-01234567 89abcdef -->" */
const COMMENT = / <!-- crossoff [\da-f]{12}-[\da-f]{8} [\da-f]{8} -->/gu
