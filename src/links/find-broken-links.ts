import type { Link } from '../document/link.ts'
import { type Point, pointAt } from '../text/line-index.ts'
import { listTargets } from './check-page.ts'
import type { LinkContext } from './link-context.ts'
import type { AliveVerdict, DeadVerdict, LinkVerdict } from './link-verdict.ts'
import { resolveTarget } from './resolve-target.ts'

/** A link that a change breaks. */
export interface BrokenLink {
  /** The document that the link stands in. */
  readonly file: string
  readonly link: Link
  /** Where it stands after the change. */
  readonly start: Point
  /** What is wrong after the change. */
  readonly verdict: DeadVerdict
}

/** Where a link leads. */
export interface LinkPlace {
  readonly file: string
  /** Absent where the link means the whole file. */
  readonly anchor?: string
}

/** What a change knows of where things went. */
export interface LinkTrace {
  /** The document that a link stood in before the change. */
  readonly originOf: (file: string, link: Link) => string
  /** Where what a link led to is after the change; `undefined` where it is gone. */
  readonly follow: (target: AliveVerdict) => LinkPlace | undefined
}

/**
 * Finds the links that do not lead where they led before a change.
 *
 * That are those that are dead and were not, and, where a trace tells where things went, those
 * that lead to something else. A link is told by its document, its target, and its place among the
 * links to that target there.
 *
 * @returns Sorted by document and place.
 */
export function findBrokenLinks(
  before: LinkContext,
  after: LinkContext,
  trace?: LinkTrace,
): BrokenLink[] {
  return [...new Set(after.documents)].sort().flatMap((file) => {
    const reading = after.page(file)
    if (reading.kind !== 'page') return []
    const { lines } = reading.page.source
    const seen = new Map<string, number>()
    return listTargets(reading.page).flatMap((link): BrokenLink[] => {
      const ordinal = seen.get(link.url) ?? 0
      seen.set(link.url, ordinal + 1)
      const origin = trace?.originOf(file, link) ?? file
      const now = resolveTarget(link.url, file, after)
      const verdict =
        now.status === 'dead' && !wasDead(link.url, origin === file ? ordinal : 0, origin, before)
          ? now
          : findDetour(link, { file, origin, now }, before, trace)
      if (verdict === undefined || verdict.code === 'link/empty') return []
      return [{ file, link, start: pointAt(lines, link.urlSpan.start), verdict }]
    })
  })
}

function wasDead(url: string, ordinal: number, file: string, before: LinkContext): boolean {
  const reading = before.page(file)
  if (reading.kind !== 'page') return false
  const equals = listTargets(reading.page).filter((link) => link.url === url)
  return ordinal < equals.length && resolveTarget(url, file, before).status === 'dead'
}

/** A link, and what is known of it after a change. */
interface TracedLink {
  readonly file: string
  readonly origin: string
  readonly now: LinkVerdict
}

/** Tells that a link leads elsewhere than it did: to another section, or out of the repository. */
function findDetour(
  { url }: Link,
  { file, origin, now }: TracedLink,
  before: LinkContext,
  trace: LinkTrace | undefined,
): DeadVerdict | undefined {
  if (trace === undefined || now.status === 'dead') return undefined
  const isMoved = origin !== file
  const hasAnchor = now.status === 'alive' && now.anchor !== undefined
  // What neither moved nor names an anchor leads where it led.
  if (!isMoved && !hasAnchor) return undefined
  const then = resolveTarget(url, origin, before)
  if (then.status !== 'alive' || then.file === undefined) return undefined
  const wanted = trace.follow(then)
  if (wanted !== undefined && now.status === 'alive' && isSamePlace(now, wanted)) return undefined
  return {
    status: 'dead',
    code: now.status === 'alive' && hasAnchor ? 'link/missing-anchor' : 'link/missing-file',
    part: 'target',
    message: `\`${url}\` would lead elsewhere than it does now`,
    help: wanted === undefined ? 'what it leads to goes' : `it now leads to ${placeName(wanted)}`,
  }
}

function isSamePlace(now: AliveVerdict, wanted: LinkPlace): boolean {
  return now.file === wanted.file && now.anchor?.anchor === wanted.anchor
}

function placeName({ file, anchor }: LinkPlace): string {
  return anchor === undefined ? `\`${file}\`` : `\`${file}#${anchor}\``
}
