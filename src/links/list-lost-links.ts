import type { Link } from '../document/link.ts'
import { listTargets } from './check-page.ts'
import type { LinkContext } from './link-context.ts'
import type { DeadVerdict, LostTarget } from './link-verdict.ts'
import { resolveTarget } from './resolve-target.ts'

/** A link to what the repository does not have. */
export interface LostLink {
  /** The document that it stands in. */
  readonly file: string
  readonly link: Link
  readonly verdict: DeadVerdict
  readonly lost: LostTarget
}

/** Lists the links of a document that name what history may know of, in document order. */
export function listLostLinks(file: string, context: LinkContext): LostLink[] {
  const reading = context.page(file)
  if (reading.kind !== 'page') return []
  return listTargets(reading.page).flatMap((link) => {
    const verdict = resolveTarget(link.url, file, context)
    const lost = verdict.status === 'dead' ? verdict.lost : undefined
    return verdict.status === 'dead' && lost !== undefined ? [{ file, link, verdict, lost }] : []
  })
}
