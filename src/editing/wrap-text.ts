/**
 * Wraps a line of prose at a width, as editors fill a paragraph.
 *
 * No line begins with characters that would open a block (CommonMark 0.31, section 4), and white
 * space inside inline code and links' targets breaks no line.
 *
 * @param width Columns of the first line and of those below it, indentation already taken off.
 */
export function wrapText(
  line: string,
  width: { readonly first: number; readonly rest: number },
): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of words(line)) {
    const limit = lines.length === 0 ? width.first : width.rest
    if (current !== '' && current.length + 1 + word.length > limit && !BLOCK_OPENING.test(word)) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current]
}

/** "- ", "12.", "#", ">", "```", "===", "|", "<div>" or a footnote's or definition's beginning */
const BLOCK_OPENING =
  /^(?:[-+*]$|\d{1,9}[.)]$|#{1,6}$|>|`{3}|~{3}|=+$|-{2,}$|[*_]{3,}$|\||<[a-z/!?]|\[[^\]]*\]:|:)/iu

/** Splits prose at its spaces, but for those in inline code and in the target of a link. */
function words(line: string): string[] {
  return line.match(WORD) ?? []
}

/** "`a b`,", "[text](<a b>)" and "word" */
const WORD = /(?:(?<!`)(`+)(?!`)(?:(?!\1(?!`)).)*\1(?!`)|\]\([^()\r\n]*\)|[^\s`]|`)+/gu
