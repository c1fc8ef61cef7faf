import { frontmatterEnd } from '../markdown/frontmatter-end.ts'

/**
 * Cuts a text at its ATX headings, into pieces that can be read one by one.
 *
 * A heading at a line's start ends every block but code and HTML that are still open (CommonMark
 * 0.31, sections 4.2, 4.5 and 4.6); whether those are, the reading of a piece shows. A text with
 * definitions or footnotes, which reach everywhere, is one piece.
 */
export function splitSections(text: string): string[] {
  if (text.includes(']:')) return [text]
  const pieces: string[] = []
  let start = 0
  const from = frontmatterEnd(text)
  for (const match of text.matchAll(HEADING)) {
    const at = match.index + (match[1] ?? '').length
    if (at < from || at === 0) continue
    pieces.push(text.slice(start, at))
    start = at
  }
  return [...pieces, text.slice(start)]
}

/** "\n## ", unless a line that may be code follows: what stood before has a say in what that is */
const HEADING = /(^|\r\n|\n|\r)#{1,6}(?=[ \t\r\n]|$)(?![^\r\n]*(?:\r\n|\n|\r)(?: {4}| {0,3}\t))/gu
