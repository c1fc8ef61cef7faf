import type { Document, Item } from '../document/document.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { placeLines } from './insertion.ts'
import { type Outline, readOutlines } from './outline.ts'
import { nestSections, rewriteOutline, shiftLevels } from './outline-tree.ts'
import { type Position, refusePlace } from './position.ts'
import { shiftHeadings } from './relevel.ts'
import {
  type LinePlace,
  placeBeforeList,
  placeBeforeSection,
  placeBehindSection,
} from './section-place.ts'
import { firstTaken, levelBeforeList, takeOver } from './take-over.ts'

/** Puts a section into a document; it gets the level of its place, unless its text names one. */
export function insertSection(
  document: Document,
  insertion: Insertion,
  position: Position,
  parse: Parse,
): Edited {
  const place = sectionPlace(document, position)
  const told = insertion.layout
  const shift = told?.verbatim === true ? 0 : levelShift(document, insertion, position)
  const lines = shiftHeadings(insertion.fragment.lines, shift, parse)
  const outline = shiftLevels(insertion.outline, shift)
  const outlines = readOutlines(document)
  const taken = firstTaken(position)
  const promise =
    taken === undefined
      ? nestSections(insertOutline(outlines, outline, position))
      : takeOver(document, outlines, outline, taken)
  const wider = { before: Math.max(1, place.gap.before), behind: Math.max(1, place.gap.behind) }
  return chooseEdits(
    document,
    [place.gap, wider].map((gap) => [placeLines(document, place.at, lines, gap, told)]),
    promise,
    parse,
  )
}

function sectionPlace(document: Document, position: Position): LinePlace {
  if (position.relation === 'end') return placeBehindSection(document, undefined)
  const taken = firstTaken(position)
  if (taken !== undefined) return placeBeforeList(document, taken)
  if (position.item.kind !== 'section') {
    throw refusePlace('section', position, 'name a section, or put it `before` a bullet or label')
  }
  return position.relation === 'before'
    ? placeBeforeSection(document, position.item)
    : placeBehindSection(document, position.item)
}

function levelShift(
  document: Document,
  { fragment, outline }: Insertion,
  position: Position,
): number {
  const fitting = fittingLevel(document, position)
  if (fragment.level === 0) return fitting - outline.level
  const isUnder = position.relation === 'under' && fragment.level <= position.item.level
  return isUnder ? fitting - outline.level : 0
}

/** The level of the sections that a section would stand among. */
export function fittingLevel(document: Document, position: Position): number {
  if (position.relation === 'end')
    return document.items.findLast(({ kind }) => kind === 'section')?.level ?? 1
  const taken = firstTaken(position)
  if (taken !== undefined) return levelBeforeList(document, taken)
  if (position.relation !== 'under') return position.item.level
  return lastSection(position.item)?.level ?? position.item.level + 1
}

function lastSection(item: Item): Item | undefined {
  return item.children.findLast(({ kind }) => kind === 'section')
}

function insertOutline(
  outlines: readonly Outline[],
  outline: Outline,
  position: Position,
): Outline[] {
  if (position.relation === 'end') return [...outlines, outline]
  return rewriteOutline(outlines, position.item, (anchor) => {
    if (position.relation === 'before') return [outline, anchor]
    if (position.relation === 'after') return [anchor, outline]
    return [{ ...anchor, children: [...anchor.children, outline] }]
  })
}
