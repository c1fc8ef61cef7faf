import type { Link } from '../document/link.ts'
import { type Point, pointAt } from '../text/line-index.ts'
import { classifyLinks, type LinkFate, type PastTarget } from './classify-links.ts'
import type { DeadVerdict } from './link-verdict.ts'
import type { LinkPlace, LinkStates, LinkTrace } from './link-trace.ts'

/** A link that a change breaks. */
export interface BrokenLink {
  /** The document that the link stands in. */
  readonly file: string
  readonly link: Link
  /** Where it stands after the change. */
  readonly start: Point
  /** What is wrong after the change. */
  readonly verdict: DeadVerdict
  /** What it led to before; absent where nobody can tell. */
  readonly past?: PastTarget
}

/**
 * Finds the links that do not lead where they led before a change: those that are dead and were not,
 * and those that lead to something else.
 *
 * @returns Sorted by document and place.
 */
export function findBrokenLinks(states: LinkStates, trace: LinkTrace): BrokenLink[] {
  const { after } = states
  return [...new Set(after.documents)].sort().flatMap((file) => {
    const reading = after.page(file)
    if (reading.kind !== 'page') return []
    const { lines } = reading.page.source
    return classifyLinks(file, states, trace).flatMap(({ link, fate }): BrokenLink[] => {
      const verdict = toVerdict(link, fate)
      if (verdict === undefined || verdict.code === 'link/empty') return []
      const start = pointAt(lines, link.urlSpan.start)
      const past = 'past' in fate ? fate.past : undefined
      return [{ file, link, start, verdict, ...(past && { past }) }]
    })
  })
}

function toVerdict({ url }: Link, fate: LinkFate): DeadVerdict | undefined {
  if (fate.kind === 'broken') return fate.now
  if (fate.kind !== 'retargeted') return undefined
  const { place } = fate.past
  return {
    status: 'dead',
    code: 'link/retargeted',
    part: 'target',
    message: `\`${url}\` would lead elsewhere than it does now`,
    help: place === undefined ? 'what it leads to goes' : `it now leads to ${placeName(place)}`,
  }
}

function placeName({ file, anchor }: LinkPlace): string {
  return anchor === undefined ? `\`${file}\`` : `\`${file}#${anchor}\``
}
