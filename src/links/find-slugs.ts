import type { Book } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import type { SlugsName } from './slugs/index.ts'

/** Makes a function that tells whose anchors a document has: the config's, mdBook's, or GitHub's. */
export function findSlugs(
  slugs: LinkOptions['slugs'],
  bookOf: (file: string) => Book | undefined,
): (file: string) => SlugsName {
  if (typeof slugs === 'string') return () => slugs
  return (file) => slugs?.(file) ?? (bookOf(file) === undefined ? 'github' : 'mdbook')
}
