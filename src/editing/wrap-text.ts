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
  const found: string[] = []
  const unclosed = new Set<string>()
  let word = ''
  let at = 0
  while (at < line.length) {
    const piece = pieceAt(line, at, unclosed)
    at += piece.length
    const isSpace = piece === ' ' || piece === '\t'
    if (!isSpace) word += piece
    else if (word !== '') found.push(word)
    if (isSpace) word = ''
  }
  return word === '' ? found : [...found, word]
}

/**
 * The checkbox, the inline code or the target of a link that begins at an offset, else one character.
 *
 * @param unclosed Openings that nothing closes any more, so that each is looked for but once.
 */
function pieceAt(line: string, at: number, unclosed: Set<string>): string {
  const box = at === 0 ? BOX.exec(line)?.[0] : undefined
  if (box !== undefined) return box
  const opening = line.startsWith('](', at) ? '](' : (line[at] ?? '')
  if (opening !== '](' && opening !== '`') return opening
  const ticks = BACKTICKS.exec(line.slice(at, at + LONGEST_FENCE))?.[0] ?? ''
  const mark = ticks === '' ? opening : ticks
  const end = unclosed.has(mark) ? -1 : closingEnd(line, at + mark.length, mark)
  if (end === -1) unclosed.add(mark)
  return end === -1 ? mark : line.slice(at, end)
}

/** "[ ] " before a bullet's text, which stays beside its first word */
const BOX = /^\[.\][ \t]+/u

/** More backticks than these open no code that anybody would write on one line. */
const LONGEST_FENCE = 64

/** "``" */
const BACKTICKS = /^`+/u

function closingEnd(line: string, from: number, mark: string): number {
  if (mark === '](') return line.indexOf(')', from) + 1 || -1
  let at = line.indexOf(mark, from)
  while (at !== -1 && (line[at + mark.length] === '`' || line[at - 1] === '`'))
    at = line.indexOf(mark, at + 1)
  return at === -1 ? -1 : at + mark.length
}
