import type { Document, Item } from '../../src/document/document.ts'
import { hashItem } from '../../src/document/hash-item.ts'
import type { Link } from '../../src/document/link.ts'

/** An item without its place in a document, with its hash: plain data to compare. */
export interface ItemNode extends Omit<Item, 'children'> {
  readonly hash: string
  readonly children: readonly ItemNode[]
}

/** Everything that crossoff says of a document. */
export interface DocumentTree {
  readonly items: readonly ItemNode[]
  readonly links: readonly Link[]
}

/** Reads all that two engines must agree on. */
export function documentTree(document: Document): DocumentTree {
  return { items: document.items.map((item) => itemNode(document, item)), links: document.links }
}

function itemNode(document: Document, item: Item): ItemNode {
  const children = item.children.map((child) => itemNode(document, child))
  return { ...item, hash: hashItem(document, item), children }
}

/** Renders a document's items and the links outside of them, one a line. */
export function renderOutline(document: Document): string {
  const lines: string[] = []
  const seen = new Set<Link>()
  const add = (item: Item, indent: string): void => {
    const { start, end } = item.span
    lines.push(
      `${indent}${item.kind} ${item.level} ${item.status} ${JSON.stringify(item.title)} ${start}-${end}`,
    )
    for (const link of item.links) {
      seen.add(link)
      lines.push(`${indent}  link ${link.kind} ${JSON.stringify(link.url)}`)
    }
    for (const child of item.children) add(child, `${indent}  `)
  }
  for (const item of document.items) add(item, '')
  for (const link of document.links) {
    if (!seen.has(link)) lines.push(`link ${link.kind} ${JSON.stringify(link.url)}`)
  }
  return lines.length === 0 ? 'no items and no links\n' : `${lines.join('\n')}\n`
}
