import type { Site } from './find-site.ts'
import type { Book } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import { isSlugsName } from './is-slugs-name.ts'
import { slugs as renderers, type SlugsName } from './slugs/index.ts'
import type { SlugDefinition } from './slugs/slug-definition.ts'

/** What a file may be rendered by, as far as files of the repository tell. */
export interface FoundRenderers {
  /** Finds the book whose sources a file is among. */
  bookOf(file: string): Book | undefined
  /** Finds the site that a file is rendered into. */
  siteOf(file: string): Site | undefined
}

/** Makes a function that tells whose anchors a document has: the config's, mdBook's, those of its site or its host, or GitHub's. */
export function findSlugs(
  { slugs, host }: Pick<LinkOptions, 'slugs' | 'host'>,
  { bookOf, siteOf }: FoundRenderers,
): (file: string) => SlugsName {
  if (typeof slugs === 'string') return () => slugs
  const hosted = findHosted(host)
  return (file) => {
    const named = slugs?.(file)
    if (named !== undefined) return named
    return bookOf(file) === undefined ? siteSlugs(siteOf(file), hosted) : 'mdbook'
  }
}

/** A site is the same wherever its repository is. */
function siteSlugs(site: Site | undefined, hosted: SlugsName): SlugsName {
  return site === undefined ? hosted : (site.slugs ?? 'github')
}

function findHosted(host = ''): SlugsName {
  const isHosted = (name: SlugsName): boolean => definitionOf(name).hosts?.test(host) === true
  return Object.keys(renderers).filter(isSlugsName).find(isHosted) ?? 'github'
}

function definitionOf(name: SlugsName): SlugDefinition {
  return renderers[name]
}
