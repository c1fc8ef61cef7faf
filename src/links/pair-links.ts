import type { Link } from '../document/link.ts'
import { groupBy } from '../group-by.ts'

/** A link, and the text of the document that it stands in. */
export interface WrittenLink {
  readonly link: Link
  readonly text: string
}

/**
 * Finds which links of an item are the same before and after a change.
 *
 * What is written the same comes first; then what has the same words around another target, as where
 * somebody mended it; then what has the same target under other words. Equal ones go by their order.
 *
 * @returns The link before, by the link after; new ones are left out.
 */
export function pairLinks(
  before: readonly WrittenLink[],
  after: readonly WrittenLink[],
): Map<Link, Link> {
  const pairs = new Map<Link, Link>()
  let [old, fresh] = [before, after]
  for (const keyOf of [writingOf, frameOf, targetOf]) {
    const free = groupBy(old, keyOf)
    free.delete(undefined)
    fresh = fresh.filter((written) => {
      const partner = free.get(keyOf(written))?.shift()
      if (partner !== undefined) pairs.set(written.link, partner.link)
      return partner === undefined
    })
    const paired = new Set(pairs.values())
    old = old.filter(({ link }) => !paired.has(link))
  }
  return pairs
}

function writingOf({ link: { span }, text }: WrittenLink): string | undefined {
  return text.slice(span.start, span.end)
}

/** `[beds](…)`; bare addresses and attributes have no words of their own. */
function frameOf({ link: { kind, span, urlSpan }, text }: WrittenLink): string | undefined {
  if (kind === 'autolink' || kind === 'bare' || kind === 'html') return undefined
  return `${text.slice(span.start, urlSpan.start)}…${text.slice(urlSpan.end, span.end)}`
}

function targetOf({ link: { url } }: WrittenLink): string | undefined {
  return url
}
