import { type Heading, isTextual, joinParts } from '../heading.ts'
import { numberSlugs } from '../number-slugs.ts'
import { takeFreeSlug, type UsedSlugs } from '../take-free-slug.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * GitLab's anchors, as release 17.0 and its successors make them with comrak.
 *
 * Headings that are written as HTML get none. Releases before 17.0 squeeze hyphens, trim, put `anchor-` before
 * digits alone, and count headings instead of looking for a free anchor.
 */
export const gitlab: SlugDefinition = {
  summary: 'GitLab: lower case, punctuation dropped, each space a hyphen, the text of images kept',
  source: 'https://docs.gitlab.com/user/markdown/#heading-ids-and-links',
  // "gitlab.com", "gitlab.bakery.example"
  hosts: /(?:^|[.-])gitlab(?:$|[.-])/u,
  readsAttributes: false,
  indexes: ['readme.md', 'index.md'],
  generated: /^(?:user-content-.*|fn(?:ref)?-.+|note_\d+|diff-.+)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: () => undefined,
  slug: (headings) => {
    const used: UsedSlugs = new Map()
    return headings.map((heading) =>
      heading.isHtml ? undefined : orNone(takeFreeSlug(slugOf(heading), used)),
    )
  },
  otherSlugs: slugBefore17,
  // A script on the page looks for a fragment with its inner prefix, too.
  foldFragment: (fragment) => fragment.replace(PREFIX, ''),
  sourcesOf: () => [],
}

/** "user-content-builders" */
const PREFIX = /^user-content-/u

function slugOf({ parts }: Heading): string {
  const text = parts.filter(isTextual).map((part) => part.text)
  return text.join('').toLowerCase().replaceAll(SPACE, '-').replaceAll(DROPPED, '')
}

/** A soft break is a space. */
const SPACE = /[ \n]/gu

/** "Why?": what is no letter, mark, number, connecting punctuation or hyphen */
const DROPPED = /[^\p{L}\p{M}\p{N}\p{Pc}-]/gu

function orNone(slug: string): string | undefined {
  return slug === '' ? undefined : slug
}

/** Source: https://gitlab.com/gitlab-org/gitlab/-/blob/master/lib/gitlab/utils/markdown.rb */
function slugBefore17(headings: readonly Heading[]): (string | undefined)[] {
  const number = numberSlugs()
  return headings.map((heading) => {
    const text = joinParts(heading.parts).slice(0, LONGEST).trim().toLowerCase()
    const slug = text
      .replaceAll(PRODUCT, '')
      .replaceAll(NO_WORD, '')
      .replaceAll(' ', '-')
      .replaceAll(HYPHENS, '-')
    return orNone(number(slug.replace(DIGITS, 'anchor-$1')))
  })
}

/** Of a heading, no more characters were read. */
const LONGEST = 255

/** " (premium only)" */
const PRODUCT = / ?\((?:core|starter|premium|ultimate)(?: only)?\)/gu

/** "Why?" */
const NO_WORD = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu

/** "a---b" */
const HYPHENS = /-+/gu

/** "123": would be taken for the number of an issue */
const DIGITS = /^(\d+)$/u
