import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import type { ItemHome } from '../matching/item-home.ts'

/** Begins to follow the items of a document, each at home in itself. */
export function followItems(
  homes: ReadonlyMap<Item, ItemHome>,
  file: string,
  document: Document,
): ReadonlyMap<Item, ItemHome> {
  const own = walkItems(document.items).map(
    ({ item }) => [item, { origin: file, file, item }] as const,
  )
  return new Map([...homes, ...own])
}
