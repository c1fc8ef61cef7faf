import { type ChangeType, changeTypes } from '../entry.ts'

/**
 * Reads the title of a group as a type of changes, however it is spelt; `undefined` where it is none.
 *
 * `Added`, `🐛 Bug fixes`, `:rocket: New Features`.
 */
export function parseGroupTitle(title: string): ChangeType | undefined {
  const words = title.replaceAll(SHORTCODE, ' ').replaceAll(NO_WORD, ' ').trim().toLowerCase()
  return TYPES.get(words)
}

/** ":rocket:" */
const SHORTCODE = /:[\w+-]{1,40}:/gu

/** "🐛 " */
const NO_WORD = /[^\p{L}]+/gu

const WORDS = {
  Added: 'added|add|adds|additions|new|new feature|new features|feature|features|feat|feats',
  Changed:
    'changed|change|changes|updated|updates|improved|improvement|improvements|enhancement|enhancements|enhanced',
  Deprecated: 'deprecated|deprecate|deprecation|deprecations',
  Removed: 'removed|remove|removes|removal|removals|deleted',
  Fixed: 'fixed|fix|fixes|bug|bugs|bug fix|bug fixes|bugfix|bugfixes|fixed bugs|bugs fixed',
  Security: 'security|security fix|security fixes|vulnerabilities',
} satisfies Record<ChangeType, string>

const TYPES: ReadonlyMap<string, ChangeType> = new Map(
  changeTypes.flatMap((type) => WORDS[type].split('|').map((word) => [word, type] as const)),
)
