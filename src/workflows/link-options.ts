import type { Config } from '../config/config.ts'
import type { LinkOptions } from '../links/link-options.ts'
import { mentionOptions } from './mention-options.ts'

/** What the config says of links. */
export function linkOptions(config: Config): LinkOptions {
  const { slugs, origins, rules } = config
  const { references } = mentionOptions(config)
  return {
    ...(slugs !== undefined && { slugs }),
    ...(origins && { origins }),
    ...(rules && { rules }),
    ...(references && { references }),
  }
}
