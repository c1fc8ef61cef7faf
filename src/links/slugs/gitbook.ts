import { type Heading, type HeadingPart, isTextual } from '../heading.ts'
import { takeFreeSlug, type UsedSlugs } from '../take-free-slug.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * GitBook's anchors, as gitbook.com makes them.
 *
 * It publishes no rules: these were read off its pages by people who checked thousands of them.
 * Only second to fourth headings have anchors, for the first is the page's title. How other letters
 * than those of ASCII are spelt is not known, and titles of tabs take ids from the headings, so a
 * page that has either is not told by its text.
 */
export const gitbook: SlugDefinition = {
  summary:
    'GitBook: `&`, `>`, `$` and the like in words, dots kept, other signs one hyphen, `id-` before a digit',
  source:
    'https://github.com/mariadb-corporation/mariadb-docs/blob/main/.claude/hooks/fragcheck.py',
  readsAttributes: true,
  indexes: ['readme.md'],
  generated: /^(?:user-content-fn.*|tab-.+|table-of-contents|toc-.*|search-input)$/u,
  generatedPages: /^(?:sitemap(?:-pages)?\.xml|llms(?:-full)?\.txt)$/u,
  namesTerms: false,
  idOf,
  slug: slugAll,
  // The program of that name, which made books of files: github-slugid's rules.
  otherSlugs: (headings) => headings.map(slugOfProgram),
  hides: ({ headings, source }) =>
    TAB.test(source.text) || headings.some(({ parts }) => UNKNOWN.test(textOf(parts))),
  foldFragment: (fragment) => fragment,
  sourcesOf: (path) => {
    const stem = path.replace(HTML, '')
    return [`${stem}.md`, `${stem}/README.md`]
  },
}

/** "oven.html" */
const HTML = /\.html$/u

/** "{% tab title="Rye" %}" */
const TAB = /\{%-?[ ]{0,9}tab[ ]/u

/** "é"; what is no letter was seen to become a hyphen, but for some signs that stand for words */
const UNKNOWN = /[^\p{ASCII}\p{Z}\p{P}\p{M}\p{Emoji_Presentation}\u2190-\u21FF´®]/u

function slugAll(headings: readonly Heading[]): (string | undefined)[] {
  const used: UsedSlugs = new Map()
  return headings.map((heading) => {
    if (heading.level < 2 || heading.level > 4) return undefined
    const slug = idOf(heading) ?? slugOf(textOf(heading.parts))
    if (slug === '') return undefined
    return takeFreeSlug(slug, used)
  })
}

/** The id of a link in the heading. */
function idOf({ parts }: Heading): string | undefined {
  for (const { kind, text } of parts) {
    const id = kind === 'html' ? ID.exec(text)?.[1] : undefined
    if (id !== undefined) return id
  }
  return undefined
}

/** "<a href="#rye" id="rye">" */
const ID = /^<a\b[^>]*\sid=["']([^"'>]+)["']/u

function textOf(parts: readonly HeadingPart[]): string {
  return parts
    .filter(isTextual)
    .map(({ text }) => text)
    .join('')
    .replace(ATTRIBUTE, '')
}

/** "{#rye}" */
const ATTRIBUTE = /\{#[\w.:-]+\}$/u

function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(SIGNS, (sign) => WORDS[sign] ?? '')
    .replaceAll(OTHERS, '-')
    .replaceAll('+', '')
    .replaceAll(ENDS, '')
  return (DIGIT.test(slug) ? `id-${slug}` : slug).slice(0, 100)
}

/** Signs that are spelt out, and apostrophes, which leave nothing. */
const WORDS: Readonly<Record<string, string>> = {
  '&': ' and ',
  '|': ' or ',
  '>': ' greater than ',
  '<': ' less than ',
  $: 'usd',
  '®': '(r)',
}

/** "baker's" */
const SIGNS = /[&|<>$®'‘’]/gu

/** " / " */
const OTHERS = /[^a-z\d._+]+/gu

/** "-rye." */
const ENDS = /^-+|(?<![-._])[-._]+$/gu

/** "2nd" */
const DIGIT = /^\d/u

function slugOfProgram({ parts }: Heading): string {
  const slug = textOf(parts).replaceAll(DROPPED, '').replaceAll(' ', '-').toLowerCase()
  return slug.startsWith('-') ? slug.slice(1) : slug
}

/** "Why?" */
const DROPPED = /[[\]!"'#$%&()*+,./:;<=>?@^_`{|}~©∑®†“”‘’∂ƒ™℠…œŒ˚ºª•∆∞♥\\]+/gu
