import type { Book } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import type { SlugsName } from './slugs/index.ts'

/** What a file may be rendered by, as far as files of the repository tell. */
export interface FoundRenderers {
  /** Finds the book whose sources a file is among. */
  bookOf(file: string): Book | undefined
  /** Tells whose anchors the site has that a file is rendered into. */
  siteSlugsOf(file: string): SlugsName | undefined
}

/** Makes a function that tells whose anchors a document has: the config's, mdBook's, Jekyll's, or GitHub's. */
export function findSlugs(
  slugs: LinkOptions['slugs'],
  { bookOf, siteSlugsOf }: FoundRenderers,
): (file: string) => SlugsName {
  if (typeof slugs === 'string') return () => slugs
  return (file) => {
    const named = slugs?.(file)
    if (named !== undefined) return named
    return bookOf(file) === undefined ? (siteSlugsOf(file) ?? 'github') : 'mdbook'
  }
}
