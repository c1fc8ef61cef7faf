import { join } from 'node:path/posix'
import { toUnknown } from '../link-verdict.ts'
import { proveForAll } from '../prove-for-all.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Fragments of the document that the link stands in. */
export const anchor: ResolverDefinition = {
  summary: '`#builders`: a heading or id of the same document',
  accepts: ({ scheme, path, url }) => scheme === '' && path === '' && !url.startsWith('?'),
  resolve: ({ fragment }, file, context) => {
    if (fragment === undefined) {
      const book = context.bookOf(file)
      if (book !== undefined && file === join(book.src, 'SUMMARY.md'))
        return toUnknown('a chapter that is yet to be written')
      return {
        status: 'dead',
        part: 'target',
        code: 'link/empty',
        message: 'the link has no target',
        help: 'give it one, or write its text without brackets',
      }
    }
    const renderer = { slugs: context.slugsOf(file), isNamed: context.isNamed(file) }
    return proveForAll({ fragment, file, ...renderer, isOwn: true }, context)
  },
}
