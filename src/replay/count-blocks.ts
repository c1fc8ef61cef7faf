import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'

/**
 * Counts the blocks of text of an item: a bullet's first paragraph counts, a heading does not.
 *
 * @param before Counts only those that stand before this item.
 */
export function countBlocks(document: Document, item: Item, before?: Item): number {
  const own = document.syntax.get(item)?.own ?? []
  const blocks = item.kind === 'section' ? own.slice(1) : own
  const end = before?.span.start ?? Infinity
  return blocks.filter((block) => nodeSpan(block).start < end).length
}
