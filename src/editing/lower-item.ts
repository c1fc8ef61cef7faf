import type { Document, Item } from '../document/document.ts'
import type { Edited, Parse } from './edited.ts'
import { moveItem } from './move-item.ts'
import { readOutlines } from './outline.ts'
import { nestSections, rewriteOutline, shiftLevels } from './outline-tree.ts'
import { relevelSection } from './relevel.ts'
import { fittingLevel } from './insert-section.ts'

/** Makes an item the last child of the sibling before it; a section only changes its level. */
export function lowerItem(document: Document, item: Item, before: Item, parse: Parse): Edited {
  if (item.kind !== 'section')
    return moveItem(document, item, { relation: 'under', item: before }, parse)
  const by = fittingLevel(document, { relation: 'under', item: before }) - item.level
  const promise = rewriteOutline(readOutlines(document), item, (outline) => [
    shiftLevels(outline, by),
  ])
  return { edits: relevelSection(document, item, by), promise: nestSections(promise) }
}
