import type { Document, Item } from '../document/document.ts'
import { hashItem } from '../document/hash-item.ts'
import { type ItemPlace, walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import { lineAt } from '../text/line-index.ts'
import { describeCandidates } from './describe-candidates.ts'
import { foldText } from './fold-text.ts'
import { isBelow } from './is-below.ts'
import type { Selector } from './selector.ts'
import { suggestTitles } from './suggest-titles.ts'

/** One rung of the ladder: whether an item is meant by a text. */
type Rung = (text: string, item: Item, document: Document) => boolean

/** The first rung on which an item matches decides. */
const LADDER: readonly Rung[] = [
  (text, item, document) => sourceOf(item, document) === text,
  (text, item) => item.title === text,
  (text, item, document) => foldTitles(item, document).includes(foldSelector(text, item)),
  (text, item, document) =>
    foldText(text) !== '' &&
    foldTitles(item, document).some((title) => title.startsWith(foldText(text))),
]

/**
 * Finds the one item that a selector names.
 *
 * Throws `item-missing`, with the nearest titles, or `item-ambiguous`, with a selector to paste for
 * each candidate; `item-changed` where the item is not the one that `expect` hashed.
 */
export function selectItem(document: Document, selector: Selector): Item {
  const matches = selectMatches(document, selector)
  const chosen =
    selector.nth === undefined ? matches : matches.slice(selector.nth - 1, selector.nth)
  const [place, second] = chosen
  if (place === undefined) throw missing(document, selector, matches.length)
  if (second !== undefined) throw ambiguous(document, selector, chosen)
  requireHash(document, place.item, selector.expect)
  return place.item
}

/** Lists the items that a selector matches on the first rung that matches, in document order. */
export function selectMatches(document: Document, selector: Selector): ItemPlace[] {
  const narrowed = walkItems(document.items).filter((place) =>
    isNarrowed(document, place, selector),
  )
  if (selector.text === '' && selector.line !== undefined) return narrowed
  for (const rung of LADDER) {
    const matches = narrowed.filter(({ item }) => rung(selector.text, item, document))
    if (matches.length > 0) return matches
  }
  return []
}

function isNarrowed(
  document: Document,
  place: ItemPlace,
  { kind, line, in: ancestors }: Selector,
): boolean {
  if (kind !== undefined && place.item.kind !== kind) return false
  if (line !== undefined && lineAt(document.source.lines, place.item.titleSpan.start) !== line)
    return false
  return ancestors === undefined || isBelow(place.item.path.slice(0, -1), ancestors)
}

function sourceOf({ titleSpan }: Item, document: Document): string {
  return document.source.text.slice(titleSpan.start, titleSpan.end)
}

/** A title is typed as it is read, or as it is written: `[1.0]` where that is a link. */
function foldTitles(item: Item, document: Document): string[] {
  return [foldText(item.title), foldText(sourceOf(item, document))]
}

/** A label may be typed with its colon. */
function foldSelector(text: string, item: Item): string {
  const folded = foldText(text)
  return item.kind === 'label' && folded.endsWith(':') ? folded.slice(0, -1).trimEnd() : folded
}

/** Throws `item-changed` where an item's hash is not the one that was expected. */
export function requireHash(document: Document, item: Item, expect: string | undefined): void {
  if (expect === undefined) return
  const hash = hashItem(document, item)
  if (hash === expect) return
  throw new CrossoffError(
    'item-changed',
    `\`${item.title}\` has the hash \`${hash}\`, not \`${expect}\``,
    {
      help: 'it was changed meanwhile; look at it again with `crossoff show`',
    },
  )
}

function missing(document: Document, selector: Selector, matches: number): CrossoffError {
  if (matches > 0) {
    return new CrossoffError(
      'item-missing',
      `${subjectOf(selector)} names ${matches} ${matches === 1 ? 'item' : 'items'}, so there is no number ${selector.nth ?? 0}`,
      { help: `give a number from 1 to ${matches}` },
    )
  }
  const what =
    selector.text === ''
      ? `no ${selector.kind ?? 'item'} begins`
      : `no item is named \`${selector.text}\``
  return new CrossoffError('item-missing', `${what}${narrowing(selector)}`, {
    help: suggest(document, selector),
  })
}

/** Where only the way is wrong, its misspelt title counts; else the items elsewhere do. */
function suggest(document: Document, { in: ancestors = [], ...selector }: Selector): string {
  const elsewhere = ancestors.length === 0 ? [] : selectMatches(document, selector)
  if (elsewhere.length === 0) return suggestTitles(document, selector.text)
  const titles = new Set(walkItems(document.items).map(({ item }) => foldText(item.title)))
  const unknown = ancestors.find((segment) => !titles.has(foldText(segment)))
  return unknown === undefined
    ? describeCandidates(document, elsewhere)
    : suggestTitles(document, unknown)
}

function subjectOf({ text, line }: Selector): string {
  return text === '' ? `line ${line ?? 0}` : `\`${text}\``
}

function narrowing({ text, in: ancestors = [], kind, line }: Selector): string {
  const words = [
    ...ancestors.map((segment) => ` in \`${segment}\``),
    ...(kind === undefined || text === '' ? [] : [` of kind ${kind}`]),
    ...(line === undefined ? [] : [` on line ${line}`]),
  ]
  return words.join('')
}

function ambiguous(
  document: Document,
  selector: Selector,
  places: readonly ItemPlace[],
): CrossoffError {
  return new CrossoffError(
    'item-ambiguous',
    `${subjectOf(selector)}${selector.text === '' ? '' : narrowing(selector)} names ${places.length} items`,
    { help: describeCandidates(document, places) },
  )
}
