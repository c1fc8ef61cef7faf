import { type Heading, joinParts } from '../heading.ts'
import { dropSmartMarks } from '../drop-smart-marks.ts'
import { takeFreeSlug, type UsedSlugs } from '../take-free-slug.ts'
import { numberSlugs } from '../number-slugs.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * mdBook's anchors, as release 0.5 and its successors make them.
 *
 * An attribute block wins and stays out of the set of ids in use; a heading written as HTML gets
 * no anchor of its own. Smart punctuation is on where a book does not turn it off.
 * Releases before 0.5 lower ASCII letters only, count the headings of one
 * text instead of looking for a free id, leave an empty id empty, and read HTML headings;
 * there, smart punctuation is off where a book does not turn it on.
 */
export const mdbook: SlugDefinition = {
  summary: 'mdBook: letters, digits, `_` and `-` in lower case, white space a hyphen, `{#id}` wins',
  source: 'https://github.com/rust-lang/mdBook/blob/master/crates/mdbook-html/src/utils.rs',
  readsAttributes: true,
  indexes: ['index.md', 'readme.md'],
  // Footnotes, and the boxes of the admonish preprocessor.
  generated: /^(?:footnote-.+|fr-.+-\d+|admonition-.+)$/u,
  // The first chapter is also `index.html`, and files may bear a hash in their names. A README.html
  // is only written where the preprocessor `index` is off.
  generatedPages:
    /^(?:(?:print|toc|404|index)\.html|(?:book|toc|searchindex|searcher|elasticlunr|mark|clipboard|highlight|ayu-highlight|tomorrow-night|ace|editor)\b[^/]*\.(?:js|json|css)|favicon[^/]*|(?:css|fonts|FontAwesome)\/.*)$|(?:^|\/)README\.html$/u,
  namesTerms: true,
  idOf: (heading) => heading.id,
  slug: (headings, { isSmart = true } = {}) =>
    slugAll(isSmart ? headings.map(withoutDashes) : headings),
  otherSlugs: (headings, { isSmart } = {}) => {
    const read = isSmart === true ? headings.map(withoutDashes) : headings
    return [...slugBefore05(read), ...(isSmart === undefined ? slugAll(headings) : [])]
  },
  foldFragment: (fragment) => fragment,
  sourcesOf: (path) => {
    const [, stem, extension] = PAGE.exec(path) ?? []
    if (stem === undefined) return []
    const directory = INDEX.exec(stem)?.[1]
    const index = directory === undefined ? [] : [`${directory}README.md`]
    // A README.md is written as the index of its directory, and never under its own name.
    return extension === 'html' && !README.test(stem) ? [`${stem}.md`, ...index] : index
  },
}

/** "store/api.html", "store/index.md" */
const PAGE = /^(.*)\.(html|md)$/u

/** "store/index": a README.md becomes the index of its directory */
const INDEX = /^(|.*\/)index$/u

/** "store/README" */
const README = /(?:^|\/)README$/u

function slugAll(headings: readonly Heading[]): (string | undefined)[] {
  const used: UsedSlugs = new Map()
  return headings.map((heading) => {
    if (heading.isHtml) return undefined
    if (heading.id !== undefined) return heading.id
    return takeFreeSlug(
      slugOf(joinParts(heading.bareParts).trim().toLowerCase()) || 'section',
      used,
    )
  })
}

function slugOf(text: string): string {
  return text.replaceAll(DROPPED, '').replaceAll(SPACE, '-')
}

/** "Why?": Rust's `is_alphanumeric` is Alphabetic or a number, its `is_whitespace` White_Space */
const DROPPED = /[^\p{Alphabetic}\p{N}\p{White_Space}_-]/gu

/** "a b" */
const SPACE = /\p{White_Space}/gu

/** Smart punctuation makes dashes of hyphens in prose, and a dash is no part of an id. */
function withoutDashes(heading: Heading): Heading {
  return {
    ...heading,
    bareParts: heading.bareParts.map((part) => dropSmartMarks(part, DASHES)),
  }
}

/** "a -- b" */
const DASHES = /-{2,}/gu

function slugBefore05(headings: readonly Heading[]): (string | undefined)[] {
  const number = numberSlugs()
  return headings.map((heading) => {
    if (heading.id !== undefined) return heading.id
    const text = joinParts(heading.bareParts).trim().replace(HASHES, '').trim()
    return number(slugOf(text.replaceAll(ASCII_CAPITALS, (letters) => letters.toLowerCase())))
  })
}

/** "# a" */
const HASHES = /^#+/u

/** "ABC" */
const ASCII_CAPITALS = /[A-Z]+/gu
