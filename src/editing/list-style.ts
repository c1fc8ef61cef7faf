import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { countBlankLines } from './blank-lines.ts'
import {
  type BulletLayout,
  contentColumn,
  markerColumn,
  readBulletLayout,
} from './bullet-layout.ts'
import { lineStart } from '../text/line-index.ts'
import { retabIndent } from './columns.ts'
import { itemLineStart } from './removal.ts'

/** The layout of a bullet that stands beside another of the same list. */
export function siblingLayout(document: Document, sibling: Item, offset: 0 | 1): BulletLayout {
  const layout = readBulletLayout(document, sibling)
  return { ...layout, marker: nextMarker(document, sibling, layout.marker, offset) }
}

/** A list that numbers every bullet alike goes on so; others count on. */
function nextMarker(document: Document, sibling: Item, marker: string, offset: 0 | 1): string {
  const number = ORDERED.exec(marker)
  if (number === null) return marker
  const markers = siblingsOf(document, sibling).map(
    (item) => readBulletLayout(document, item).marker,
  )
  if (markers.length > 1 && markers.every((other) => other === marker)) return marker
  return `${Math.min(Number(number[1]) + offset, LARGEST_NUMBER)}${marker.slice(-1)}`
}

/** "12." */
const ORDERED = /^(\d{1,9})[.)]$/u

/** A list marker has at most nine digits (CommonMark 0.31, section 5.2). */
const LARGEST_NUMBER = 999_999_999

/** The layout of the first bullet of a new list below a section or at the outermost level. */
export function outerLayout(document: Document, near: number): BulletLayout {
  const outer = walkItems(document.items)
    .map(({ item }) => item)
    .filter((item) => item.kind === 'bullet' && item.level === 1)
  const nearest = outer.findLast((item) => item.span.start < near) ?? outer[0]
  if (nearest === undefined) return { indent: '', marker: '-', padding: ' ' }
  const layout = readBulletLayout(document, nearest)
  return ORDERED.test(layout.marker) ? { ...layout, marker: `1${layout.marker.slice(-1)}` } : layout
}

/** The layout of the first bullet of a new list inside a bullet. */
export function innerLayout(document: Document, parent: Item): BulletLayout {
  const outer = readBulletLayout(document, parent)
  const pairs = walkItems(document.items).flatMap(({ item, parent: place }) =>
    item.kind === 'bullet' &&
    place?.item.kind === 'bullet' &&
    standsAlone(document, item) &&
    standsAlone(document, place.item)
      ? [{ child: item, parent: place.item }]
      : [],
  )
  const alike = pairs.filter(({ child, parent: other }) => isAlike(document, child, other, outer))
  const nearest = alike.findLast(({ child }) => child.span.start < parent.span.start) ?? alike[0]
  if (nearest === undefined) {
    return {
      indent: ' '.repeat(contentColumn(outer)),
      marker: ORDERED.test(outer.marker) ? '-' : outer.marker,
      padding: ' ',
    }
  }
  const child = readBulletLayout(document, nearest.child)
  const offset = markerColumn(child) - contentColumn(readBulletLayout(document, nearest.parent))
  const marker = ORDERED.test(child.marker) ? `1${child.marker.slice(-1)}` : child.marker
  const indent = ' '.repeat(contentColumn(outer) + Math.min(Math.max(0, offset), 3))
  return {
    ...child,
    marker,
    indent: child.indent.includes('\t') ? retabIndent(indent) : indent,
  }
}

/** A list elsewhere shows how to nest only in lists of its kind, and indented by the same means. */
function isAlike(document: Document, child: Item, parent: Item, outer: BulletLayout): boolean {
  const [inside, around] = [readBulletLayout(document, child), readBulletLayout(document, parent)]
  const isOrdered = ORDERED.test(outer.marker)
  return (
    ORDERED.test(around.marker) === isOrdered &&
    (isOrdered || around.marker === outer.marker) &&
    (isOrdered || !ORDERED.test(inside.marker)) &&
    around.indent.includes('\t') === outer.indent.includes('\t')
  )
}

function standsAlone({ source: { text, lines } }: Document, item: Item): boolean {
  return text.slice(lineStart(lines, item.span.start), item.span.start).trim() === ''
}

/** Counts the blank lines that a list keeps between two of its bullets; 0 where there is but one. */
export function blankLinesBetween(document: Document, sibling: Item): number {
  const siblings = siblingsOf(document, sibling)
  const index = siblings.indexOf(sibling)
  const second = siblings[Math.max(1, index)] ?? sibling
  return siblings.length < 2 ? 0 : countBlankLines(document.source, itemLineStart(document, second))
}

/** The bullets of the list that a bullet stands in, itself included. */
function siblingsOf(document: Document, bullet: Item): Item[] {
  const syntax = document.syntax.get(bullet)
  if (syntax?.kind !== 'bullet') return []
  const place = walkItems(document.items).find(({ item }) => item === bullet)
  return (place?.siblings ?? []).filter((item) => {
    const other = document.syntax.get(item)
    return other?.kind === 'bullet' && other.list === syntax.list
  })
}
