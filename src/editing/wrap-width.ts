import type { Document } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { visit } from '../document/read-links.ts'
import { lineStart } from '../text/line-index.ts'
import { splitLines } from './columns.ts'

/**
 * Finds the width at which a document's authors wrap their prose, in columns.
 *
 * Every paragraph of several lines allows the widths between its longest line and the shortest line
 * that a word of the next one would have fitted on; the width that most paragraphs allow is the
 * document's. `undefined` where no paragraph is wrapped, or where they agree on nothing.
 */
export function readWrapWidth(document: Document): number | undefined {
  const { text, lines } = document.source
  const votes = new Map<number, number>()
  let paragraphs = 0
  visit(document.root, (node) => {
    if (node.type !== 'paragraph') return
    const { start, end } = nodeSpan(node)
    const wrapped = splitLines(text.slice(lineStart(lines, start), end))
    if (wrapped.length < 2) return
    paragraphs++
    const [narrowest, widest] = allowedWidths(wrapped)
    for (let width = narrowest; width <= widest; width++)
      votes.set(width, (votes.get(width) ?? 0) + 1)
  })
  const most = Math.max(0, ...votes.values())
  if (most === 0 || most * 2 < paragraphs) return undefined
  const agreed = [...votes].filter(([, count]) => count === most).map(([width]) => width)
  return preferred(agreed.sort((a, b) => a - b))
}

/** The longest line, and one less than the shortest that the next line's first word would make. */
function allowedWidths(wrapped: readonly string[]): readonly [number, number] {
  let narrowest = 1
  let widest = WIDEST
  wrapped.forEach((line, index) => {
    narrowest = Math.max(narrowest, line.trimEnd().length)
    const next = FIRST_WORD.exec(wrapped[index + 1] ?? '')?.[1]
    if (next !== undefined) widest = Math.min(widest, line.trimEnd().length + next.length)
  })
  return [narrowest, widest]
}

/** "   its" */
const FIRST_WORD = /^[ \t>]*(\S+)/u

/** Beyond this nobody wraps; a longer first line says that the paragraph is not wrapped by width. */
const WIDEST = 200

/** Among widths that serve as well, the one that editors are set to. */
function preferred(widths: readonly number[]): number | undefined {
  return [80, 72, 79, 78, 100, 120].find((width) => widths.includes(width)) ?? widths.at(-1)
}
