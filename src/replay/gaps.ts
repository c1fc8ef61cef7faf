import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { blankLinesBehind, countBlankLines } from '../editing/blank-lines.ts'
import { itemLinesEnd } from '../editing/removal.ts'
import { lineStart } from '../text/line-index.ts'

/** Blank lines around an item. */
export interface Gaps {
  readonly before: number
  readonly behind: number
}

/** Counts the blank lines around an item. */
export function readGaps(document: Document, item: Item): Gaps {
  const { source } = document
  const end = itemLinesEnd(document, item)
  const next = blankLinesBehind(source, end)
  return {
    before: countBlankLines(source, lineStart(source.lines, item.span.start)),
    behind: countBlankLines(source, next),
  }
}

/** Tells whether two items have the same blank lines around them. */
export function isSameGaps(left: Gaps, right: Gaps): boolean {
  return left.before === right.before && left.behind === right.behind
}

/** Reads an item's lines as they stand, without the last one's end. */
export function readLines({ source }: Document, item: Item): string {
  return source.text.slice(lineStart(source.lines, item.span.start), item.span.end)
}

/** Finds the item that begins on the first line with text behind an offset. */
export function itemBehind(document: Document, offset: number): Item | undefined {
  const { source, items } = document
  const start = blankLinesBehind(source, lineStart(source.lines, offset))
  const found = walkItems(items).find(
    ({ item }) => lineStart(source.lines, item.span.start) === start,
  )
  return found?.item
}
