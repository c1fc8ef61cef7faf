import type { Document, Item } from '../document/document.ts'
import { contentColumn, readBulletLayout } from './bullet-layout.ts'
import { splitLines, stripColumns } from './columns.ts'

/** Reads an item's body as its author would type it: at no indentation, LF between lines. */
export function readBody(document: Document, item: Item): string {
  return readBodyPieces(document, item).join('\n\n')
}

/** Reads the pieces of an item's body, which child items part, in document order. */
export function readBodyPieces(document: Document, item: Item): string[] {
  const column = bodyColumn(document, item)
  return item.bodySpans.map(({ start, end }) => {
    const [first = '', ...rest] = splitLines(document.source.text.slice(start, end))
    return [first, ...rest.map((line) => stripColumns(line, column))].join('\n')
  })
}

/** The column that an item's text stands in, counted from 0. */
export function bodyColumn(document: Document, item: Item): number {
  return item.kind === 'bullet' ? contentColumn(readBulletLayout(document, item)) : 0
}
