import { partitionPoint } from '../partition-point.ts'
import type { Span } from '../text/span.ts'
import type { Document, Item } from './document.ts'
import { walkItems } from './walk-items.ts'

/** Makes a function that finds the innermost item around some characters; none before all items. */
export function findHolders(document: Document): (span: Span) => Item | undefined {
  const places = walkItems(document.items)
  const startOf = (number: number): number => places[number]?.item.span.start ?? 0
  return ({ start, end }) => {
    let place = places[partitionPoint(places.length, (number) => startOf(number) <= start) - 1]
    while (place !== undefined && place.item.span.end < end) place = place.parent
    return place?.item
  }
}
