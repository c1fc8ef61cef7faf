import type { Link } from '../document/link.ts'
import { listTargets } from './check-page.ts'
import type { LinkContext } from './link-context.ts'
import type { AliveVerdict, DeadVerdict, LinkVerdict } from './link-verdict.ts'
import { resolveTarget } from './resolve-target.ts'
import type { LinkPlace, LinkStates, LinkTrace } from './link-trace.ts'

/** What a change did to a link. */
export type LinkFate =
  /** It leads where it led, or is new and leads somewhere, or nobody can tell. */
  | { readonly kind: 'intact' }
  /** It was dead before, and is dead. */
  | { readonly kind: 'known' }
  /** It was dead before, and is not. */
  | { readonly kind: 'revived' }
  /** It is dead, and was not, or is new. */
  | { readonly kind: 'broken'; readonly now: DeadVerdict; readonly past?: PastTarget }
  /** It leads to something else than it did. */
  | { readonly kind: 'retargeted'; readonly now: LinkVerdict; readonly past: PastTarget }

/** What a link led to before a change. */
export interface PastTarget {
  /** The document that the link stood in. */
  readonly origin: string
  readonly verdict: AliveVerdict
  /** Where that is after the change; absent where it is gone. */
  readonly place?: LinkPlace
}

/** A link after a change. */
export interface ClassifiedLink {
  /** The document that the link stands in. */
  readonly file: string
  readonly link: Link
  readonly fate: LinkFate
}

/** Tells of every link of a document what a change did to it, in document order. */
export function classifyLinks(
  file: string,
  states: LinkStates,
  trace: LinkTrace,
): ClassifiedLink[] {
  const reading = states.after.page(file)
  if (reading.kind !== 'page') return []
  const links = listTargets(reading.page)
  const lost = listLost(file, links, states, trace)
  return links.map((link) => {
    const past = trace.pastOf(file, link)
    const now = resolveTarget(link.url, file, states.after)
    // A link that was given another target is as good as new.
    const fate =
      past?.link.url === link.url
        ? compare(link, { file, origin: past.file, now }, states, trace)
        : judgeNew(link, now, lost)
    return { file, link, fate }
  })
}

/** Dead targets of the document before whose links are not followed. */
function listLost(
  file: string,
  links: readonly Link[],
  { before }: LinkStates,
  trace: LinkTrace,
): string[] {
  const origin = trace.originOf(file)
  const reading = origin === undefined ? undefined : before.page(origin)
  if (origin === undefined || reading?.kind !== 'page') return []
  const followed = new Set(links.map((link) => trace.pastOf(file, link)?.link))
  return listTargets(reading.page)
    .filter((link) => !followed.has(link))
    .map(({ url }) => url)
    .filter((url) => resolveTarget(url, origin, before).status === 'dead')
}

/** A dead link that only stands elsewhere in its document is no news. */
function judgeNew({ url }: Link, now: LinkVerdict, lost: string[]): LinkFate {
  if (now.status !== 'dead') return { kind: 'intact' }
  const place = lost.indexOf(url)
  if (place === -1) return { kind: 'broken', now }
  lost.splice(place, 1)
  return { kind: 'known' }
}

/** A link, where it stood before, and what is known of it after a change. */
interface TracedLink {
  readonly file: string
  readonly origin: string
  readonly now: LinkVerdict
}

function compare(
  { url }: Link,
  { file, origin, now }: TracedLink,
  { before, after }: LinkStates,
  trace: LinkTrace,
): LinkFate {
  const then = resolveTarget(url, origin, before)
  if (then.status === 'dead') return { kind: now.status === 'dead' ? 'known' : 'revived' }
  if (then.status !== 'alive' || then.file === undefined)
    return now.status === 'dead' ? { kind: 'broken', now } : { kind: 'intact' }
  const place = trace.follow(then)
  const past = { origin, verdict: then, ...(place !== undefined && { place }) }
  if (now.status === 'dead') return { kind: 'broken', now, past }
  // What nobody can tell of a link that stayed may be what it was.
  if (now.status === 'unknown' && origin === file) return { kind: 'intact' }
  return place !== undefined && isSamePlace(now, place, after)
    ? { kind: 'intact' }
    : { kind: 'retargeted', now, past }
}

function isSamePlace({ file, anchor }: LinkVerdict, place: LinkPlace, after: LinkContext): boolean {
  if (file !== place.file) return false
  if (anchor === undefined || place.anchor === undefined) return anchor?.anchor === place.anchor
  if (anchor.anchor === place.anchor) return true
  // An id in a heading is another name of it.
  const heading = after.anchors(file, after.slugsOf(file))?.byName.get(place.anchor)
  if (heading === undefined) return false
  return heading.span.start <= anchor.span.start && anchor.span.end <= heading.span.end
}
