import { bulletContent } from '../document/read-bullets.ts'
import type { Document, Item } from '../document/document.ts'
import { lineStart } from '../text/line-index.ts'
import { columnsOf, splitLines } from './columns.ts'
import { itemLineStart } from './removal.ts'

/** How a bullet is laid out on its line. */
export interface BulletLayout {
  /** White space before the marker. */
  readonly indent: string
  /** `-`, `*`, `+`, or a number with `.` or `)`. */
  readonly marker: string
  /** White space between marker and content. */
  readonly padding: string
}

/** Reads how a bullet is laid out. */
export function readBulletLayout(document: Document, item: Item): BulletLayout {
  const { text, lines } = document.source
  const start = itemLineStart(document, item)
  const node = bulletNode(document, item)
  const head = text.slice(item.span.start, bulletContent(node, text))
  const marker = head.trimEnd()
  const padding = head.slice(marker.length)
  // Five columns and more open an indented code block one column behind the marker; a bullet
  // whose first line is empty has its content there too.
  const isPlain =
    padding !== '' &&
    columnsOf(padding, columnsOf(text.slice(start, item.span.start)) + marker.length) <= 4
  const isEmptyLine = splitLines(text.slice(item.span.start, item.span.end))[0]?.trim() === marker
  return {
    indent: text.slice(lineStart(lines, start), item.span.start),
    marker,
    padding: isPlain && !isEmptyLine ? padding : ' ',
  }
}

/** The syntax node of a bullet. */
export function bulletNode(document: Document, item: Item): Parameters<typeof bulletContent>[0] {
  const syntax = document.syntax.get(item)
  if (syntax?.kind !== 'bullet')
    throw new Error(`\`${item.title}\` is a ${item.kind}, not a bullet`)
  return syntax.node
}

/** The column that a bullet's content stands in, counted from 0. */
export function contentColumn(layout: BulletLayout): number {
  const marker = markerColumn(layout) + layout.marker.length
  return marker + columnsOf(layout.padding, marker)
}

/** The column that a bullet's marker stands in, counted from 0. */
export function markerColumn(layout: BulletLayout): number {
  return columnsOf(layout.indent)
}
