import type { Heading, HeadingPart } from '../heading.ts'
import { dropSmartMarks } from '../drop-smart-marks.ts'
import { lowerEach } from '../lower-each.ts'
import { numberSlugs } from '../number-slugs.ts'
import { parsePandocAttributes } from '../parse-pandoc-attributes.ts'
import { keepSlug, takeFreeSlug, type UsedSlugs } from '../take-free-slug.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * Pandoc's anchors, as it reads its own Markdown, with smart punctuation.
 *
 * A heading is read before any definition, so that the label of `[text][label]` and `[^label]` is text there.
 * Told that it reads `gfm`, Pandoc has the rules of its extension `gfm_auto_identifiers` instead.
 */
export const pandoc: SlugDefinition = {
  summary: 'Pandoc: letters, numbers, `_`, `-` and `.` from the first letter on, `{#id}` wins',
  source: 'https://pandoc.org/MANUAL.html#extension-auto_identifiers',
  readsAttributes: true,
  indexes: ['index.md', 'readme.md'],
  generated: /^(?:fn(?:ref)?\d+|cb\d+(?:-\d+)?|refs?|ref-.+|TOC|title-block-header)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: (heading) => readAttributes(heading)?.id,
  slug: (headings) => slugAll(headings, withoutSmartMarks),
  otherSlugs: (headings) => [...slugGfm(headings), ...slugAll(headings, (part) => part)],
  foldFragment: (fragment) => fragment,
  sourcesOf: () => [],
}

function readAttributes({ attributes }: Heading): { readonly id?: string } | undefined {
  return attributes === undefined ? undefined : parsePandocAttributes(attributes)
}

/** Source: https://github.com/jgm/pandoc/blob/main/src/Text/Pandoc/Shared.hs */
function slugAll(
  headings: readonly Heading[],
  prepare: (part: HeadingPart) => HeadingPart,
): (string | undefined)[] {
  const used: UsedSlugs = new Map()
  return headings.map((heading) => {
    if (heading.isHtml) return undefined
    const attributes = readAttributes(heading)
    if (attributes?.id !== undefined) {
      keepSlug(attributes.id, used)
      return attributes.id
    }
    const parts = attributes === undefined ? heading.parts : heading.bareParts
    return takeFreeSlug(slugOf(parts.map(withoutAttributes).map(prepare)) || 'section', used)
  })
}

/** Of four hyphens three are a dash, and the fourth stays. */
function withoutSmartMarks(part: HeadingPart): HeadingPart {
  return dropSmartMarks(part, SMART)
}

/** "a -- b..." */
const SMART = /---|--|\.\.\./gu

/** Of a link, a code or a bracketed span: `[smart]{.wide}`. */
function withoutAttributes(part: HeadingPart, place: number): HeadingPart {
  if (part.kind !== 'text') return part
  const text = part.text.replaceAll(ATTRIBUTES, (whole: string, content: string, at: number) => {
    const isBehind = at > 0 ? part.text[at - 1] === ']' : place > 0
    return isBehind && parsePandocAttributes(content) !== undefined ? '' : whole
  })
  return { ...part, text }
}

/** "{.wide}" */
const ATTRIBUTES = /\{([^{}]*)\}/gu

/** What Pandoc leaves out of an id. */
const UNREAD: ReadonlySet<HeadingPart['kind']> = new Set(['footnote', 'html'])

function slugOf(parts: readonly HeadingPart[]): string {
  const text = parts.map((part) => (UNREAD.has(part.kind) ? '' : part.text)).join('')
  const words = lowerEach(text).replaceAll(DROPPED, '').split(SPACE)
  return words.filter(Boolean).join('-').replace(BEFORE_LETTER, '')
}

/** "Why?" */
const DROPPED = /[^\p{L}\p{N}\p{Zs}\t-\r_.-]/gu

/** "a b" */
const SPACE = /[\p{Zs}\t-\r]+/u

/** "12." */
const BEFORE_LETTER = /^\P{L}+/u

/** Source: https://pandoc.org/MANUAL.html#extension-gfm_auto_identifiers */
function slugGfm(headings: readonly Heading[]): (string | undefined)[] {
  const number = numberSlugs()
  return headings.map(({ isHtml, parts }) => {
    if (isHtml) return undefined
    const read = parts.filter(({ kind }) => kind !== 'label' && !UNREAD.has(kind))
    const joined = read.map((part) => part.text).join('')
    const text = lowerEach(joined.normalize('NFC')).replaceAll(RUN, ' ')
    const slug = number(text.replaceAll(SPACES, '-').replaceAll(DROPPED_BY_GFM, ''))
    return slug === '' ? undefined : slug
  })
}

/** "a  b" */
const RUN = / +/gu

/** "a b" */
const SPACES = /[\p{Zs}\t-\r]/gu

/** "Why?" */
const DROPPED_BY_GFM = /[^\p{L}\p{N}\p{M}\p{Pc}-]/gu
