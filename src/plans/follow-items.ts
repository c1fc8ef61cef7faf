import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'

/** Where an item stands. */
export interface ItemHome {
  readonly file: string
  readonly item: Item
}

/** Begins to follow the items of a document, each at home in itself. */
export function followItems(
  homes: ReadonlyMap<Item, ItemHome>,
  file: string,
  document: Document,
): ReadonlyMap<Item, ItemHome> {
  const own = walkItems(document.items).map(({ item }) => [item, { file, item }] as const)
  return new Map([...homes, ...own])
}
