import { cutKramdownId } from './cut-kramdown-id.ts'
import type { Heading } from './heading.ts'
import { numberSlugs } from './number-slugs.ts'

/**
 * Gives the anchors that kramdown makes of headings' sources.
 *
 * Source: https://github.com/gettalong/kramdown/blob/master/lib/kramdown/converter/base.rb
 */
export function slugKramdown(headings: readonly Heading[]): (string | undefined)[] {
  const number = numberSlugs()
  return headings.map((heading) => {
    if (heading.isHtml || heading.source === '') return undefined
    const { id, source } = cutKramdownId(heading)
    if (id !== undefined) return id === '' ? undefined : id
    const text = source.replace(BEFORE_LETTER, '').replaceAll(DROPPED, '')
    return number(text.replaceAll(' ', '-').toLowerCase() || 'section')
  })
}

/** "12. " */
const BEFORE_LETTER = /^[^A-Za-z]+/u

/** "Why?" */
const DROPPED = /[^A-Za-z\d -]/gu
