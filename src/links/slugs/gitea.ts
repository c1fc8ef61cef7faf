import { type Heading, joinParts } from '../heading.ts'
import { lowerEach } from '../lower-each.ts'
import { takeFreeSlug, type UsedSlugs } from '../take-free-slug.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * Gitea's anchors, as release 1.26 makes them of the rendered headings, those in HTML too.
 *
 * Headings of one text get one anchor, and the first of them has it. Releases before 1.26, and Forgejo, take
 * the source of the heading's last line, links and tags included, and look for a free anchor.
 */
export const gitea: SlugDefinition = {
  summary: 'Gitea: letters, numbers, `_` and `-` in lower case, white space a hyphen, `{#id}` wins',
  source: 'https://github.com/go-gitea/gitea/blob/main/modules/markup/common/footnote.go',
  // "codeberg.org", "forgejo.bakery.example"
  hosts: /^codeberg\.org$|(?:^|[.-])(?:gitea|forgejo)(?:$|[.-])/u,
  readsAttributes: true,
  indexes: ['readme.md'],
  generated: /^(?:user-content-.*|fn(?:ref)?[:-].+|issuecomment-.+|diff-.+)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: (heading) => heading.id,
  slug: (headings) => headings.map((heading) => heading.id ?? slugRendered(heading)),
  otherSlugs: slugSources,
  foldFragment: (fragment) => fragment.replace(PREFIX, ''),
  sourcesOf: () => [],
}

/** "user-content-builders" */
const PREFIX = /^user-content-/u

function slugRendered({ bareParts }: Heading): string | undefined {
  const slug = cleanText(joinParts(bareParts))
  return slug === '' ? undefined : slug
}

/** Source: https://github.com/go-gitea/gitea/blob/main/modules/markup/markdown/prefixed_id.go */
function slugSources(headings: readonly Heading[]): (string | undefined)[] {
  const used: UsedSlugs = new Map()
  return headings.map(({ id, isHtml, source }) => {
    if (isHtml) return undefined
    const lastLine = source.slice(source.lastIndexOf('\n') + 1)
    return id ?? takeFreeSlug(cleanText(lastLine) || 'heading', used)
  })
}

function cleanText(text: string): string {
  const kept = text.trim().replaceAll(DROPPED, '').replaceAll(SPACE, '-')
  // Go lowers a character to one character, and this is the only one that becomes two elsewhere.
  return lowerEach(kept.replaceAll('İ', 'i'))
}

/** "Why?" */
const DROPPED = /[^\p{L}\p{N}\p{White_Space}_-]/gu

/** "a b" */
const SPACE = /\p{White_Space}/gu
