import type { Document, Item } from '../../document/document.ts'
import { walkItems } from '../../document/walk-items.ts'
import { blankLinesBetween } from '../../editing/list-style.ts'

/**
 * Counts the blank lines between the bullets of a list that goes on.
 *
 * A list of one bullet shows nothing; it is as the first list of the document that has more.
 */
export function blankLinesInList(document: Document, siblings: readonly Item[]): number {
  const bullets = siblings.filter(isBullet)
  const last = bullets.at(-1)
  if (bullets.length > 1 && last !== undefined) return blankLinesBetween(document, last)
  const other = walkItems(document.items).find(
    ({ item, siblings: others, index }) =>
      isBullet(item) && index > 0 && others.slice(index - 1, index).every(isBullet),
  )
  return other === undefined ? 0 : blankLinesBetween(document, other.item)
}

function isBullet({ kind }: Item): boolean {
  return kind === 'bullet'
}
