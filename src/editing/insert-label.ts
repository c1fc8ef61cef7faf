import type { Document, Item } from '../document/document.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { insertLines } from './insertion.ts'
import { type Outline, readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { type Position, refusePlace } from './position.ts'
import { itemLinesEnd, itemLineStart } from './removal.ts'
import { type LinePlace, placeBehindOwnText } from './section-place.ts'

/** Puts a label with its list into a section, or beside another label. */
export function insertLabel(
  document: Document,
  insertion: Insertion,
  position: Position,
  parse: Parse,
): Edited {
  if (position.relation === 'end' || !canHold(position)) {
    throw refusePlace('label', position, 'put it under a section, or before or after a label')
  }
  const { at, gap } = labelPlace(document, position.item, position.relation)
  const promise = rewriteOutline(readOutlines(document), position.item, (anchor) => {
    if (position.relation === 'before') return [insertion.outline, anchor]
    if (position.relation === 'after') return [anchor, insertion.outline]
    return [withChild(anchor, insertion.outline)]
  })
  const separate = { before: Math.max(1, gap.before), behind: Math.max(1, gap.behind) }
  return chooseEdits(
    document,
    [gap, separate].map((blank) => [insertLines(document, at, insertion.fragment.lines, blank)]),
    promise,
    parse,
  )
}

function canHold(position: Exclude<Position, { relation: 'end' }>): boolean {
  return position.item.kind === (position.relation === 'under' ? 'section' : 'label')
}

function labelPlace(
  document: Document,
  item: Item,
  relation: 'under' | 'before' | 'after',
): LinePlace {
  if (relation === 'under') return placeBehindOwnText(document, item)
  if (relation === 'before')
    return { at: itemLineStart(document, item), gap: { before: 0, behind: 1 } }
  return { at: itemLinesEnd(document, item), gap: { before: 1, behind: 0 } }
}

/** Behind the bullets and labels, before the sections below. */
function withChild(parent: Outline, child: Outline): Outline {
  const sections = parent.children.findIndex(({ kind }) => kind === 'section')
  const at = sections === -1 ? parent.children.length : sections
  return {
    ...parent,
    children: [...parent.children.slice(0, at), child, ...parent.children.slice(at)],
  }
}
