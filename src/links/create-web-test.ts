import type { Link } from '../document/link.ts'
import type { LinkContext } from './link-context.ts'
import { resolveTarget } from './resolve-target.ts'

/** Makes what tells whether only the web could prove a link of a document, whatever is known of it. */
export function createWebTest(
  context: LinkContext,
): (link: Pick<Link, 'url'>, file: string) => boolean {
  const { remote: _remote, ...options } = context.options
  const unasked = { ...context, options }
  return ({ url }, file) => {
    const verdict = resolveTarget(url, file, unasked)
    return verdict.status === 'unknown' && verdict.isRemote
  }
}
