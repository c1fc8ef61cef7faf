import { dirname, join } from 'node:path/posix'
import { buryFile } from '../bury-file.ts'
import { findPathDoubt } from '../find-path-doubt.ts'
import type { LinkContext } from '../link-context.ts'
import { type LinkVerdict, toUnknown } from '../link-verdict.ts'
import { decodePercent, type LinkTarget } from '../parse-target.ts'
import { proveFile } from '../prove-file.ts'
import { slugs } from '../slugs/index.ts'
import { tidyPath } from '../tidy-path.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Files and directories of the repository, from the document or from a root. */
export const file: ResolverDefinition = {
  summary: '`./store.md#config`, `/docs/`, `img/a.png`: a file or directory of the repository',
  accepts: ({ scheme }) => scheme === '',
  resolve: resolveFile,
}

function resolveFile(target: LinkTarget, fromFile: string, context: LinkContext): LinkVerdict {
  const paths = findPaths(target, fromFile, context)
  if (paths.length === 0) return toUnknown('outside of the repository')
  const renderer = slugs[context.slugsOf(fromFile)]
  const sources = paths.flatMap((path) => [path, ...renderer.sourcesOf(path)])
  const found = sources.find((path) => context.kindOf(path) !== undefined)
  if (found !== undefined) {
    return proveFile({ file: found, fromFile, fragment: target.fragment }, context)
  }
  const doubt = findPathDoubt({ paths, written: target.path, fromFile }, context)
  if (doubt !== undefined) return toUnknown(doubt)
  return buryFile({ path: paths[0] ?? '', fromFile, target }, context)
}

/** The paths that a target may mean, best first; none where it leaves the repository. */
function findPaths(target: LinkTarget, fromFile: string, context: LinkContext): string[] {
  const path = decodePercent(target.path)
  if (path.includes('\0')) return []
  const ofSite = context.siteOf(fromFile)?.pathsOf(path, fromFile) ?? []
  if (path.startsWith('/')) {
    const src = context.bookOf(fromFile)?.src ?? ''
    return [...new Set([...ofSite, join(src, path), path].map(tidyPath))]
  }
  const joined = join(dirname(fromFile), path)
  if (joined === '..' || joined.startsWith('../')) return []
  return [...new Set([joined, ...ofSite].map(tidyPath))]
}
