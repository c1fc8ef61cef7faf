import type { Document, Item } from '../document/document.ts'
import { hashItem } from '../document/hash-item.ts'
import { type ItemPlace, walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import { describeCandidates } from './describe-candidates.ts'
import { requireHash } from './select-item.ts'
import type { Target } from './selector.ts'
import { suggestTitles } from './suggest-titles.ts'

/** Finds the one item that a plan's target names; throws as `selectItem` does. */
export function selectTarget(document: Document, target: Target): Item {
  const matches = placesOf(document, target)
  const chosen = target.nth === undefined ? matches : matches.slice(target.nth - 1, target.nth)
  const [place, second] = chosen
  const path = target.path.join(' › ')
  if (place === undefined) {
    throw new CrossoffError(
      'item-missing',
      `no ${target.kind ?? 'item'} has the path \`${path}\``,
      {
        help: suggestTitles(document, target.path.at(-1) ?? ''),
      },
    )
  }
  if (second !== undefined) {
    throw new CrossoffError('item-ambiguous', `${chosen.length} items have the path \`${path}\``, {
      help: `give the target \`nth\` or \`kind\`; ${describeCandidates(document, chosen)}`,
    })
  }
  requireHash(document, place.item, target.expect)
  return place.item
}

/** Gives the target that names an item, whatever else the document holds. */
export function readTarget(document: Document, item: Item): Target {
  const target = { path: item.path, kind: item.kind }
  const places = placesOf(document, target)
  const nth = places.findIndex((place) => place.item === item) + 1
  return { ...target, ...(places.length > 1 ? { nth } : {}), expect: hashItem(document, item) }
}

function placesOf(document: Document, { path, kind }: Target): ItemPlace[] {
  return walkItems(document.items).filter(
    ({ item }) =>
      (kind === undefined || item.kind === kind) &&
      item.path.length === path.length &&
      item.path.every((title, index) => title === path[index]),
  )
}
