import type { Document, Item } from '../document/document.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { blankLinesBeforeLists } from './habits.ts'
import { placeLines } from './insertion.ts'
import { type Outline, readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { type Position, refusePlace } from './position.ts'
import { itemLinesEnd, itemLineStart } from './removal.ts'
import { type LinePlace, placeBeforeList, placeBehindOwnText } from './section-place.ts'
import { firstTaken, takeList } from './take-over.ts'

/** Puts a label with its list into a section, or beside another label. */
export function insertLabel(
  document: Document,
  insertion: Insertion,
  position: Position,
  parse: Parse,
): Edited {
  const taken = firstTaken(position)
  if (taken?.kind === 'bullet') return labelList(document, insertion, taken, parse)
  if (position.relation === 'end' || !canHold(position)) {
    throw refusePlace(
      'label',
      position,
      'put it under a section, before or after a label, or before a bullet',
    )
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
    [gap, separate].map((blank) => [
      placeLines(document, at, insertion.fragment.lines, blank, insertion.layout),
    ]),
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

/** A label that is put before a bullet titles the list from there on. */
function labelList(
  document: Document,
  { fragment, outline, layout }: Insertion,
  bullet: Item,
  parse: Parse,
): Edited {
  const { at, gap } = placeBeforeList(document, bullet)
  const promise = takeList(document, readOutlines(document), outline, bullet)
  const behind = blankLinesBeforeLists(document, 'paragraph')
  return chooseEdits(
    document,
    [
      { ...gap, behind },
      { before: Math.max(1, gap.before), behind },
      { before: Math.max(1, gap.before), behind: Math.max(1, behind) },
    ].map((blank) => [placeLines(document, at, fragment.lines, blank, layout)]),
    promise,
    parse,
  )
}
