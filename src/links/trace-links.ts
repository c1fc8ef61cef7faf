import type { Document, Item } from '../document/document.ts'
import { findHolders } from '../document/find-holders.ts'
import type { Link } from '../document/link.ts'
import { groupBy } from '../group-by.ts'
import type { Anchor } from './anchor.ts'
import { listTargets } from './check-page.ts'
import { followAnchor } from './follow-anchor.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkStates, LinkTrace, PastLink } from './link-trace.ts'
import { lazily, memoize } from './memoize.ts'
import type { Moves } from './moves.ts'
import { pairLinks, type WrittenLink } from './pair-links.ts'

/** Makes what is known of a change tell where links and their targets went. */
export function traceLinks(moves: Moves, states: LinkStates): LinkTrace {
  const { before, after } = states
  const origins = new Map([...moves.places].map(([origin, place]) => [place, origin]))
  const isKept = (file: string): boolean => before.page(file) === after.page(file)
  const originOf = (file: string): string | undefined =>
    origins.get(file) ?? (isKept(file) ? file : undefined)
  const holders = memoize((file) => {
    const document = moves.before.get(file)
    return document && findHolders(document)
  })
  const pairs = createPairing(moves, states, originOf)
  return {
    originOf,
    pastOf: (file, link) => (isKept(file) ? { file, link } : pairs(file).get(link)),
    follow: ({ file, anchor }) => {
      if (file === undefined) return undefined
      const place = moves.places.has(file) ? moves.places.get(file) : file
      const holderOf = anchor && holders(file)
      if (anchor === undefined || holderOf === undefined) {
        if (place === undefined) return undefined
        if (anchor === undefined) return { file: place }
        return { file: place, anchor: renamedBySettings(file, place, anchor, states) }
      }
      const holder = holderOf(anchor.span)
      return followAnchor({ file, place, anchor, holder }, moves.homes, states)
    },
  }
}

/** Where nothing changed in a document, its renderer's settings may have: a heading is where it was. */
function renamedBySettings(
  file: string,
  place: string,
  { anchor, span }: Anchor,
  { before, after }: LinkStates,
): string {
  const index = after.anchors(place, after.slugsOf(place))
  if (index === before.anchors(file, before.slugsOf(file))) return anchor
  return index?.anchors.find((each) => each.span.start === span.start)?.anchor ?? anchor
}

/** A link goes along with the item that holds it; those before all items go along with their document. */
function createPairing(
  { before: olds, after: news, homes }: Moves,
  { before, after }: LinkStates,
  originOf: (file: string) => string | undefined,
): (file: string) => ReadonlyMap<Link, PastLink> {
  const pasts = lazily(() => {
    return new Map([...homes].map(([item, { item: home, origin }]) => [home, { item, origin }]))
  })
  const oldGroups = memoize((file) => groupByHolder(listWritten(file, before), olds.get(file)))
  return memoize((file) => {
    const pairs = new Map<Link, PastLink>()
    for (const [holder, group] of groupByHolder(listWritten(file, after), news.get(file))) {
      const past = holder === undefined ? undefined : pasts().get(holder)
      const origin = holder === undefined ? originOf(file) : past?.origin
      if (origin === undefined) continue
      const old = oldGroups(origin).get(past?.item) ?? []
      for (const [link, partner] of pairLinks(old, group))
        pairs.set(link, { file: origin, link: partner })
    }
    return pairs
  })
}

function listWritten(file: string, context: LinkContext): WrittenLink[] {
  const reading = context.page(file)
  if (reading.kind !== 'page') return []
  const { text } = reading.page.source
  return listTargets(reading.page).map((link) => ({ link, text }))
}

function groupByHolder(
  links: readonly WrittenLink[],
  document: Document | undefined,
): ReadonlyMap<Item | undefined, readonly WrittenLink[]> {
  const holderOf = document && findHolders(document)
  return groupBy(links, ({ link }) => holderOf?.(link.span))
}
