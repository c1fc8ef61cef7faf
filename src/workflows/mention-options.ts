import type { Config } from '../config/config.ts'
import type { MentionOptions } from '../document/read-mentions.ts'
import { parseReferencePattern } from '../document/reference-pattern.ts'

/** What the config says of the words in items. */
export function mentionOptions(config: Config): MentionOptions {
  const { owners, references } = config
  return {
    ...(owners && { owners }),
    ...(references && {
      references: Object.entries(references).map(([text, target]) =>
        parseReferencePattern(text, target),
      ),
    }),
  }
}
