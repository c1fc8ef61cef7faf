import { type Point, pointAt, readLineIndex } from '../text/line-index.ts'
import { listTargets } from './check-page.ts'
import type { LinkContext } from './link-context.ts'
import { type LinkTarget, parseTarget } from './parse-target.ts'
import { resolveTarget } from './resolve-target.ts'

/** A link that only the network could prove. */
export interface RemoteLink {
  readonly file: string
  readonly target: LinkTarget
  /** Where the target begins. */
  readonly start: Point
}

/** Lists the links of a context's documents that nothing in the repository can prove, in their order. */
export function listRemoteLinks(context: LinkContext): RemoteLink[] {
  return context.documents.flatMap((file) => {
    const reading = context.page(file)
    if (reading.kind !== 'page') return []
    const lines = readLineIndex(reading.page.source.text)
    return listTargets(reading.page).flatMap(({ url, urlSpan }) => {
      const verdict = resolveTarget(url, file, context)
      return verdict.status === 'unknown' && verdict.isRemote
        ? [{ file, target: parseTarget(url), start: pointAt(lines, urlSpan.start) }]
        : []
    })
  })
}
