import type { Document } from '../document/document.ts'
import type { ItemPlace } from '../document/walk-items.ts'
import { lineAt } from '../text/line-index.ts'
import { foldText } from './fold-text.ts'

/** More candidates than these are only counted. */
const MOST = 10

/** Describes items that one selector matches: line, path, and a selector that names just this one. */
export function describeCandidates(document: Document, places: readonly ItemPlace[]): string {
  const lines = places.slice(0, MOST).map((place) => {
    const line = lineAt(document.source.lines, place.item.titleSpan.start)
    return `line ${line}: ${place.item.path.join(' › ')}\n    ${selectorFor(place, places, line)}`
  })
  const rest = places.length > MOST ? [`and ${places.length - MOST} more`] : []
  return ['name one of them:', ...lines, ...rest].join('\n')
}

/** The nearest ancestor that tells an item from the others; its line where none does. */
function selectorFor(place: ItemPlace, places: readonly ItemPlace[], line: number): string {
  const title = quoteShell(place.item.title)
  const ancestors = place.item.path.slice(0, -1)
  const telling = ancestors.findLast((ancestor) =>
    places.every((other) => other === place || !hasAncestor(other, ancestor)),
  )
  const narrowing = telling === undefined ? `--line ${line}` : `--in ${quoteShell(telling)}`
  return place.item.title.startsWith('-') ? `${narrowing} -- ${title}` : `${title} ${narrowing}`
}

function hasAncestor(place: ItemPlace, title: string): boolean {
  return place.item.path.slice(0, -1).some((ancestor) => foldText(ancestor) === foldText(title))
}

/** Quotes a word for a POSIX shell. */
function quoteShell(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
