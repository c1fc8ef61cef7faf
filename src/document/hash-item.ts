import { createHash } from 'node:crypto'
import type { Document, Item } from './document.ts'

/** Hashes an item's source slice: the first 12 hex digits of its SHA-256, a guard for edits. */
export function hashItem(document: Document, item: Item): string {
  return shortHash(document.source.text.slice(item.span.start, item.span.end))
}

/** The first 12 hex digits of the SHA-256 of a text in UTF-8. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12)
}
