/**
 * Parses what stands between the braces of attributes as Pandoc does; `undefined` where it is text.
 *
 * ```md
 * {#makers .wide width="50%" -}
 * ```
 *
 * Source: https://pandoc.org/MANUAL.html#extension-header_attributes
 */
export function parsePandocAttributes(content: string): { readonly id?: string } | undefined {
  let id: string | undefined
  let end = 0
  for (const match of content.matchAll(ATTRIBUTE)) {
    end = match.index + match[0].length
    id = match.groups?.id ?? id
  }
  if (content.slice(end).trim() !== '') return undefined
  return id === undefined ? {} : { id }
}

/** '#makers', '.wide', 'width="50%"', '-': one behind the other, from the first character on */
const ATTRIBUTE =
  /\s*(?:#(?<id>\p{L}[\p{L}\p{N}_:.-]*)|\.\p{L}[\p{L}\p{N}_:.-]*|[\p{L}_][\p{L}\p{N}_:.-]*=(?:"[^"]*"|'[^']*'|[^\s"']*)|-)(?=\s|$)/guy
