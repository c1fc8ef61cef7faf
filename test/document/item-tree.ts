import type { Document, Item } from '../../src/document/document.ts'
import { hashItem } from '../../src/document/hash-item.ts'

/** Everything that crossoff says of a document's items, as plain data to compare. */
export function itemTree(document: Document): unknown {
  return document.items.map((item) => itemNode(document, item))
}

function itemNode(document: Document, item: Item): unknown {
  const { children, ...rest } = item
  return {
    ...rest,
    hash: hashItem(document, item),
    children: children.map((child) => itemNode(document, child)),
  }
}
