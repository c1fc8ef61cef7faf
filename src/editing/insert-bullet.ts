import type { Document } from '../document/document.ts'
import { bulletRenderings } from './bullet-content.ts'
import { findBulletPlace } from './bullet-place.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { insertLines } from './insertion.ts'
import { type Outline, readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import type { Position } from './position.ts'

/** Puts a bullet beside another, or into a section, a label or a bullet. */
export function insertBullet(
  document: Document,
  { fragment, outline }: Insertion,
  position: Position,
  parse: Parse,
): Edited {
  const { at, layout, gap } = findBulletPlace(document, position)
  const renderings = bulletRenderings(fragment.lines, layout, fragment.kept)
  const wider = { before: Math.max(1, gap.before), behind: gap.behind }
  const widest = { before: wider.before, behind: Math.max(1, gap.behind) }
  return chooseEdits(
    document,
    [gap, wider, widest].flatMap((blank) =>
      renderings.map((lines) => [insertLines(document, at, lines, blank)]),
    ),
    insertOutline(readOutlines(document), outline, position),
    parse,
  )
}

function insertOutline(
  outlines: readonly Outline[],
  outline: Outline,
  position: Position,
): Outline[] {
  if (position.relation === 'end') {
    const last = outlines.at(-1)
    return last === undefined || last.kind === 'bullet' || last.from === undefined
      ? [...outlines, outline]
      : insertOutline(outlines, outline, { relation: 'under', item: last.from })
  }
  return rewriteOutline(outlines, position.item, (anchor) => {
    if (position.relation === 'before') return [outline, anchor]
    if (position.relation === 'after') return [anchor, outline]
    return [{ ...anchor, children: withBullet(anchor.children, outline) }]
  })
}

/** Behind the last bullet; where there is none, before the labels and sections. */
function withBullet(children: readonly Outline[], outline: Outline): Outline[] {
  const at = children.findLastIndex(({ kind }) => kind === 'bullet') + 1
  return [...children.slice(0, at), outline, ...children.slice(at)]
}
