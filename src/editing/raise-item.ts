import type { Document, Item } from '../document/document.ts'
import type { Edited, Parse } from './edited.ts'
import { moveItem } from './move-item.ts'
import { readOutlines } from './outline.ts'
import { nestSections, rewriteOutline, shiftLevels } from './outline-tree.ts'
import { relevelSection } from './relevel.ts'

/**
 * Makes an item the next sibling of its parent.
 *
 * The last section of its parent stays where it is and only changes its level; all else moves
 * behind the parent, so that the siblings that followed it keep their parent.
 */
export function raiseItem(document: Document, item: Item, parent: Item, parse: Parse): Edited {
  const isLast = parent.children.at(-1) === item
  if (item.kind !== 'section' || !isLast)
    return moveItem(document, item, { relation: 'after', item: parent }, parse)
  const by = parent.level - item.level
  const promise = rewriteOutline(readOutlines(document), item, (outline) => [
    shiftLevels(outline, by),
  ])
  return { edits: relevelSection(document, item, by), promise: nestSections(promise) }
}
