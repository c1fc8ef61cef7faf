import type { Link } from '../document/link.ts'
import { type Point, pointAt } from '../text/line-index.ts'
import { listTargets } from './check-page.ts'
import type { LinkContext } from './link-context.ts'
import type { DeadVerdict } from './link-verdict.ts'
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

/**
 * Finds the links that are dead after a change and were not dead before.
 *
 * A link is told by its document, its target, and its place among the links to that target there.
 * One that was moved to another document, and is dead there, counts.
 *
 * @returns Sorted by document and place.
 */
export function findBrokenLinks(before: LinkContext, after: LinkContext): BrokenLink[] {
  return [...new Set(after.documents)].sort().flatMap((file) => {
    const reading = after.page(file)
    if (reading.kind !== 'page') return []
    const { lines } = reading.page.source
    const seen = new Map<string, number>()
    return listTargets(reading.page).flatMap((link): BrokenLink[] => {
      const ordinal = seen.get(link.url) ?? 0
      seen.set(link.url, ordinal + 1)
      const verdict = resolveTarget(link.url, file, after)
      if (verdict.status !== 'dead' || verdict.code === 'link/empty') return []
      if (wasDead(link.url, ordinal, file, before)) return []
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
