import type { Config } from '../config/config.ts'
import type { LinkOptions } from '../links/link-options.ts'
import { compileGlob } from './match-files.ts'
import { mentionOptions } from './mention-options.ts'
import type { Ports } from './ports.ts'

/** What the config, and where the repository is shown, say of links. */
export async function linkOptions({
  config,
  remoteHost,
}: Pick<Ports, 'config' | 'remoteHost'>): Promise<LinkOptions> {
  const { keepAnchors, origins, rules } = config
  const slugs = await compileSlugs(config.slugs)
  const { references } = mentionOptions(config)
  const host = await remoteHost()
  return {
    ...(slugs !== undefined && { slugs }),
    ...(host !== undefined && { host }),
    ...(keepAnchors !== undefined && { keepsAnchors: keepAnchors }),
    ...(origins && { origins }),
    ...(rules && { rules }),
    ...(references && { references }),
  }
}

/** Of the globs that match a document, the first tells its renderer. */
async function compileSlugs(slugs: Config['slugs']): Promise<LinkOptions['slugs']> {
  if (slugs === undefined || typeof slugs === 'string') return slugs
  const rules = await Promise.all(
    Object.entries(slugs).map(async ([glob, name]) => ({ isMatch: await compileGlob(glob), name })),
  )
  return (file) => rules.find(({ isMatch }) => isMatch(file))?.name
}
