import type { Document, Item } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'

/** An item without its place: `bullet open water the ferns`. */
export type FlatItem = string

/**
 * Lists the items of a document as kind, status and the source of the title.
 *
 * The source, since what a title renders to may change with a definition elsewhere.
 */
export function flatten(document: Document, items: readonly Item[] = document.items): FlatItem[] {
  return walkItems(items).map(({ item }) => flat(document, item))
}

/** One item, as `flatten` lists it. */
export function flat(document: Document, item: Item): FlatItem {
  return `${item.kind} ${item.status} ${titleOf(document, item)}`
}

/** The source of an item’s title, on one line. */
export function titleOf({ source }: Document, { titleSpan }: Item): string {
  return fold(source.text.slice(titleSpan.start, titleSpan.end))
}

/** Folds every run of white space to one space. */
export function fold(text: string): string {
  return text.replace(/[ \t\r\n]+/gu, ' ').trim()
}

/** Whether two lists of items are the same. */
export function isSame(left: readonly FlatItem[], right: readonly FlatItem[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
