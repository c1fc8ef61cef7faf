import type { Site } from './find-site.ts'
import type { Book } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import type { SlugsName } from './slugs/index.ts'

/** What a file may be rendered by, as far as files of the repository tell. */
export interface FoundRenderers {
  /** Finds the book whose sources a file is among. */
  bookOf(file: string): Book | undefined
  /** Finds the site that a file is rendered into. */
  siteOf(file: string): Site | undefined
}

/** Makes a function that tells whose anchors a document has: the config's, mdBook's, those of its site, or GitHub's. */
export function findSlugs(
  slugs: LinkOptions['slugs'],
  { bookOf, siteOf }: FoundRenderers,
): (file: string) => SlugsName {
  if (typeof slugs === 'string') return () => slugs
  return (file) => {
    const named = slugs?.(file)
    if (named !== undefined) return named
    return bookOf(file) === undefined ? (siteOf(file)?.slugs ?? 'github') : 'mdbook'
  }
}
