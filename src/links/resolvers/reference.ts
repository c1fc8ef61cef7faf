import { type LinkVerdict, toUnknown } from '../link-verdict.ts'
import { decodePercent } from '../parse-target.ts'
import { proveFile } from '../prove-file.ts'
import { proveOrigin } from '../prove-origin.ts'
import { tidyPath } from '../tidy-path.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Texts that the config maps to a path from the repository's root, or to an address. */
export const reference: ResolverDefinition = {
  summary: 'a text that `references` maps to a path from the repository’s root, or to a URL',
  accepts: ({ isReference }) => isReference,
  resolve: (target, fromFile, context): LinkVerdict => {
    const { scheme, fragment } = target
    if (scheme === 'http' || scheme === 'https') return proveOrigin(target, fromFile, context)
    if (scheme !== '' && scheme !== '//') return toUnknown(`\`${scheme}:\` is not checked`)
    const file = tidyPath(decodePercent(target.path))
    if (context.kindOf(file) !== undefined) return proveFile({ file, fromFile, fragment }, context)
    return {
      status: 'dead',
      part: 'target',
      code: 'reference/missing-path',
      message: `nothing stands at \`${file}\``,
    }
  },
}
