import type { Config } from '../config/config.ts'
import type { LinkOptions } from '../links/link-options.ts'
import type { SlugsName } from '../links/slugs/index.ts'
import { compileGlob } from './match-files.ts'
import { mentionOptions } from './mention-options.ts'
import type { Ports } from './ports.ts'

/** What the config, and where the repository is shown, say of links. */
export async function linkOptions({
  config,
  remoteHost,
}: Pick<Ports, 'config' | 'remoteHost'>): Promise<LinkOptions> {
  const { keepAnchors, wikiLinks, origins, rules } = config
  const slugs = await compileSlugs(config.slugs)
  const { references } = mentionOptions(config)
  // Where the config names one renderer for all, nobody asks for another.
  const host = typeof config.slugs === 'string' ? undefined : await remoteHost()
  return {
    ...slugs,
    ...(host !== undefined && { host }),
    ...(keepAnchors !== undefined && { keepsAnchors: keepAnchors }),
    ...(wikiLinks !== undefined && { hasWikiLinks: wikiLinks }),
    ...(origins && { origins }),
    ...(rules && { rules }),
    ...(references && { references }),
  }
}

type Slugs = Pick<LinkOptions, 'slugs' | 'otherSlugs'>

/** Of the globs that match a document, the first tells its renderers. */
async function compileSlugs(slugs: Config['slugs']): Promise<Slugs> {
  if (slugs === undefined) return {}
  if (typeof slugs === 'string') return { slugs }
  if (isList(slugs)) return byFile(() => slugs)
  const rules = await Promise.all(
    Object.entries(slugs).map(async ([glob, choice]) => ({
      isMatch: await compileGlob(glob),
      names: isList(choice) ? choice : [choice],
    })),
  )
  return byFile((file) => rules.find(({ isMatch }) => isMatch(file))?.names ?? [])
}

function byFile(namesOf: (file: string) => readonly SlugsName[]): Slugs {
  return { slugs: (file) => namesOf(file)[0], otherSlugs: (file) => namesOf(file).slice(1) }
}

function isList(choice: NonNullable<Config['slugs']>): choice is readonly SlugsName[] {
  return Array.isArray(choice)
}
