import type { Document } from '../document/document.ts'
import { bulletRenderings } from './bullet-content.ts'
import { findBulletPlace } from './bullet-place.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { placeLines } from './insertion.ts'
import { type Outline, readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import type { Position } from './position.ts'

/** Puts a bullet beside another, or into a section, a label or a bullet. */
export function insertBullet(
  document: Document,
  { fragment, outline, layout: told }: Insertion,
  position: Position,
  parse: Parse,
): Edited {
  const { at, layout, gap } = findBulletPlace(document, position)
  const renderings =
    told?.verbatim === true
      ? [fragment.lines]
      : bulletRenderings(fragment.lines, layout, fragment.kept)
  const wider = { before: Math.max(1, gap.before), behind: gap.behind }
  const widest = { before: wider.before, behind: Math.max(1, gap.behind) }
  return chooseEdits(
    document,
    [gap, wider, widest].flatMap((blank) =>
      renderings.map((lines) => [placeLines(document, at, lines, blank, told)]),
    ),
    insertOutline(readOutlines(document), outline, position, at),
    parse,
  )
}

function insertOutline(
  outlines: readonly Outline[],
  outline: Outline,
  position: Position,
  at: number,
): Outline[] {
  if (position.relation === 'end') {
    const last = outlines.at(-1)
    return last === undefined || last.kind === 'bullet' || last.from === undefined
      ? [...outlines, outline]
      : insertOutline(outlines, outline, { relation: 'under', item: last.from }, at)
  }
  return rewriteOutline(outlines, position.item, (anchor) => {
    if (position.relation === 'before') return [outline, anchor]
    if (position.relation === 'after') return [anchor, outline]
    const index = position.block === undefined ? behindBullets(anchor) : countBefore(anchor, at)
    return [{ ...anchor, children: anchor.children.toSpliced(index, 0, outline) }]
  })
}

/** Behind the last bullet; where there is none, before the labels and sections. */
function behindBullets({ children }: Outline): number {
  return children.findLastIndex(({ kind }) => kind === 'bullet') + 1
}

function countBefore({ children }: Outline, at: number): number {
  return children.filter(({ from }) => from !== undefined && from.span.start < at).length
}
