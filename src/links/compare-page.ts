import type { Link } from '../document/link.ts'
import { checkPage, type PageCheck } from './check-page.ts'
import { type ClassifiedLink, classifyLinks } from './classify-links.ts'
import { groupBy } from '../group-by.ts'
import { explainStray } from './explain-stray.ts'
import type { Finding } from './finding.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkStates, LinkTrace } from './link-trace.ts'
import type { Page } from './page.ts'

/** What a repository was before changes, and where they took things. */
export interface LinkBase {
  readonly before: LinkContext
  readonly trace: LinkTrace
}

/** What came of checking a document that is compared with what it was. */
export interface PageComparison extends PageCheck {
  /** What became of each link, in document order. */
  readonly classified: readonly ClassifiedLink[]
}

/**
 * Checks a document; links that lead elsewhere than they did are found too.
 *
 * @param isAsked Tells which links are checked; all are where nothing is said.
 */
export function comparePage(
  file: string,
  page: Page,
  after: LinkContext,
  { before, trace }: LinkBase,
  isAsked: (link: Link) => boolean = () => true,
): PageComparison {
  const states = { before, after }
  const check = checkPage(file, page, after, isAsked)
  const links = classifyLinks(file, states, trace).filter(({ link }) => isAsked(link))
  const byLink = groupBy(check.findings, ({ link }) => link)
  const findings = [
    ...(byLink.get(undefined) ?? []),
    ...links.flatMap((each) => judgeLink(each, byLink.get(each.link) ?? [], states)),
  ]
  return { ...check, findings, classified: links }
}

function judgeLink(
  { file, link, fate }: ClassifiedLink,
  found: readonly Finding[],
  states: LinkStates,
): readonly Finding[] {
  if (fate.kind === 'retargeted') return [explainStray({ file, link, ...fate }, states)]
  if (fate.kind !== 'broken' || fate.past?.place === undefined) return found
  const explained = explainStray({ file, link, now: fate.now, past: fate.past }, states)
  return found.map(({ code, message }) => ({ ...explained, code, message }))
}
