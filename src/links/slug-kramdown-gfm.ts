import { cutKramdownId } from './cut-kramdown-id.ts'
import { type Heading, type HeadingPart, joinParts } from './heading.ts'
import { dropSmartMarks } from './drop-smart-marks.ts'
import { lowerEach } from './lower-each.ts'
import { numberSlugs } from './number-slugs.ts'

/**
 * Gives the anchors that kramdown makes of headings in GitHub's dialect.
 *
 * Source: https://github.com/kramdown/parser-gfm/blob/master/lib/kramdown/parser/gfm.rb
 */
export function slugKramdownGfm(headings: readonly Heading[]): (string | undefined)[] {
  const number = numberSlugs()
  return headings.map((heading) => {
    if (heading.isHtml || heading.source === '') return undefined
    const slug = cutKramdownId(heading).id ?? number(slugOf(readParts(heading)))
    return slug === '' ? undefined : slug
  })
}

/** The number of a footnote is drawn later. */
function readParts({ parts }: Heading): HeadingPart[] {
  return parts.filter(({ kind }) => kind !== 'footnote').map((part) => dropSmartMarks(part, SMART))
}

/** "a -- b", "<< a >>": smart punctuation, and the space that it makes one without a break */
const SMART = /---|--|<< | >>/gu

function slugOf(parts: readonly HeadingPart[]): string {
  return lowerEach(joinParts(parts)).replaceAll(DROPPED, '').replaceAll(SPACE, '-')
}

/** "Why?": Ruby's `\p{Word}` is Alphabetic, or a mark, a decimal digit or connecting punctuation */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu

/** "a b" */
const SPACE = /[ \t]/gu
