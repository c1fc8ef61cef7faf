import type { Document, Item } from '../../document/document.ts'
import { renderBullet } from '../../editing/bullet-content.ts'
import { type BulletLayout, contentColumn } from '../../editing/bullet-layout.ts'
import { findBulletPlace } from '../../editing/bullet-place.ts'
import { chooseEdits, type Edited, type Parse } from '../../editing/edited.ts'
import { placeLines } from '../../editing/insertion.ts'
import { type Outline, readOutlines } from '../../editing/outline.ts'
import { rewriteOutline } from '../../editing/outline-tree.ts'
import { layOutEntry, readEntryWidth } from './entry-lines.ts'
import type { EntryText } from './entry-text.ts'
import { blankLinesInList } from './list-habits.ts'

/** Puts entries behind the last bullet of a release or group, or into a new list there. */
export function insertBullets(
  document: Document,
  parent: Item,
  texts: readonly EntryText[],
  parse: Parse,
): Edited {
  const { at, layout, gap } = findBulletPlace(document, { relation: 'under', item: parent })
  const blank = blankLinesInList(document, parent.children)
  const goesOn = parent.children.some(({ kind }) => kind === 'bullet')
  const { lines, outlines } = renderBullets(document, texts, layout, blank, parse)
  const before = goesOn ? blank : gap.before
  const wider = { before: Math.max(1, before), behind: gap.behind }
  const widest = { ...wider, behind: Math.max(1, gap.behind) }
  return chooseEdits(
    document,
    [{ ...gap, before }, wider, widest].map((each) => [placeLines(document, at, lines, each)]),
    rewriteOutline(readOutlines(document), parent, (outline) => [
      { ...outline, children: withBullets(outline.children, outlines) },
    ]),
    parse,
  )
}

/** Behind the last bullet; where there is none, before the labels and sections. */
function withBullets(children: readonly Outline[], bullets: readonly Outline[]): Outline[] {
  return children.toSpliced(
    children.findLastIndex(({ kind }) => kind === 'bullet') + 1,
    0,
    ...bullets,
  )
}

/** The lines of several bullets in a row, and what they must show. */
export interface BulletLines {
  readonly lines: readonly string[]
  readonly outlines: readonly Outline[]
}

/** Renders entries as bullets of a layout, with blank lines between them. */
export function renderBullets(
  document: Document,
  texts: readonly EntryText[],
  layout: BulletLayout,
  blank: number,
  parse: Parse,
): BulletLines {
  const width = readEntryWidth(document, parse)
  const room = width && width - contentColumn(layout)
  const bullets = texts.map((text) => layOutEntry(text, room, parse))
  const lines = bullets.flatMap((bullet, index) => {
    const rendered = renderBullet(bullet.lines, {
      ...layout,
      marker: countOn(layout.marker, index),
    })
    return index === 0 ? rendered : [...Array<string>(blank).fill(''), ...rendered]
  })
  return { lines, outlines: bullets.map(({ outline }) => outline) }
}

/** "3." two places further on: "5." */
function countOn(marker: string, by: number): string {
  const number = Number.parseInt(marker, 10)
  return Number.isNaN(number) ? marker : `${number + by}${marker.slice(-1)}`
}
