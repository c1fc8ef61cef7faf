import type { BrokenLink } from '../links/find-broken-links.ts'
import type { LinkContext } from '../links/link-context.ts'
import { keepAnchor } from '../links/keep-anchor.ts'
import { renderTarget } from '../links/render-target.ts'
import type { Operation } from './plan.ts'

/** What the repair of links looks at. */
export interface RepairSources {
  readonly after: LinkContext
  /** The links that the plan breaks. */
  readonly broken: readonly BrokenLink[]
}

/** The splice that makes one link follow its item. */
export type LinkRepair = Extract<Operation, { readonly op: 'splice' }> & { readonly file: string }

/**
 * Plans the splices that make links follow the items that a plan renames or moves.
 *
 * A link to an item that the plan drops has nowhere to lead, and is left out.
 *
 * @returns Splices to put behind the plan's own operations, from the end of each document on.
 */
export function planLinkRepairs({ after, broken }: RepairSources): LinkRepair[] {
  const repairs = broken.flatMap((stray): LinkRepair[] => {
    const { file, link, verdict } = stray
    const kept = keepAnchor(stray, verdict, after)
    if (kept !== undefined) return [{ op: 'splice', ...kept, expect: '' }]
    const reading = after.page(file)
    const text = renderTarget(stray, after)
    if (text === undefined || reading.kind !== 'page') return []
    const { start, end } = link.urlSpan
    const expect = reading.page.source.text.slice(start, end)
    return [{ op: 'splice', file, start, end, text, expect }]
  })
  // Several links mean one heading, which keeps its anchor once.
  const byPlace = new Map(repairs.map((each) => [`${each.start} ${each.file}`, each]))
  return [...byPlace.values()].sort(fromTheEnd)
}

function fromTheEnd(a: LinkRepair, b: LinkRepair): number {
  if (a.file !== b.file) return a.file < b.file ? 1 : -1
  return b.start - a.start
}
