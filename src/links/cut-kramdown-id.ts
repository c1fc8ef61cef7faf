import type { Heading } from './heading.ts'

/**
 * Reads the id that a heading's author gives it, as kramdown does, and takes it off the source.
 *
 * ```md
 * # Builders {#makers}
 *   ^^^^^^^^ source
 *              ^^^^^^ id
 * ```
 *
 * `{#makers .wide}` is text. A list of attributes on a line of its own, `{: #makers}`, wins; where
 * it gives the empty id, the heading has none.
 */
export function cutKramdownId(heading: Heading): { readonly id?: string; readonly source: string } {
  const { attributes, attributeList = '' } = heading
  // Closing hashes behind the braces make them text; such a heading has no attributes.
  const match = attributes === undefined ? null : INLINE.exec(heading.source)
  const listed = [...attributeList.matchAll(LISTED)].at(-1)?.groups
  const id = listed?.id ?? listed?.value ?? match?.groups?.id
  return {
    ...(id === undefined ? {} : { id }),
    source: heading.source.slice(0, match?.index),
  }
}

/** " {#makers}" */
const INLINE = /[\t ]\{#(?<id>[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*)\}$/u

/** "#makers", 'id="makers"' */
const LISTED = /(?:^|[ \t])(?:#(?<id>[A-Za-z][\w:-]*)|id=["'](?<value>[^"']*)["'])(?=[ \t]|$)/gu
