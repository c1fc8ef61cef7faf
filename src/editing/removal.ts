import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { CrossoffError } from '../errors.ts'
import { lineStart, nextLineStart, pointAt } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import { blankLinesBefore, blankLinesBehind } from './blank-lines.ts'

/**
 * Tells which characters go when an item does.
 *
 * A section: to the next heading of its level or a higher one. A bullet that another follows in its
 * list: to that one. All else leaves the blank line behind it and takes the one before it along.
 */
export function removalSpan(document: Document, item: Item): Span {
  const { source } = document
  const start = itemLineStart(document, item)
  if (blankLinesBehind(source, itemLinesEnd(document, item)) === source.text.length) {
    return removalAtEnd(document, item, start)
  }
  const next = nextBoundary(document, item)
  if (next !== undefined) return { start, end: lineStart(source.lines, next) }
  const end = itemLinesEnd(document, item)
  const behind = blankLinesBehind(source, end)
  const before = blankLinesBefore(source, start)
  if (before === 0) return { start: 0, end: behind }
  return behind > end ? { start: before, end } : { start, end }
}

/** Where the line begins that an item's first character stands on; refused where it shares it. */
export function itemLineStart(document: Document, item: Item): number {
  const { text, lines } = document.source
  const start = lineStart(lines, item.span.start)
  if (text.slice(start, item.span.start).trim() !== '') {
    const { line } = pointAt(lines, item.span.start)
    throw new CrossoffError(
      'operation-refused',
      `\`${item.title}\` shares line ${line} with the item around it`,
      {
        help: 'give it a line of its own first',
      },
    )
  }
  return start
}

/** Where the line behind an item's last character begins; the text's end where there is none. */
export function itemLinesEnd({ source }: Document, item: Item): number {
  return nextLineStart(source.lines, Math.max(item.span.start, item.span.end - 1))
}

/** The file ends as it ended: the end of the item's last line stays, and all behind it. */
function removalAtEnd(document: Document, item: Item, start: number): Span {
  const { source } = document
  const before = blankLinesBefore(source, start)
  if (before === 0) return { start: 0, end: source.text.length }
  let { end } = item.span
  while (SPACE.test(source.text.charAt(end))) end++
  return { start: endOfLineBefore(source.text, before), end }
}

/** White space within a line. */
const SPACE = /[^\S\r\n]/u

function endOfLineBefore(text: string, start: number): number {
  return text.slice(0, start).endsWith('\r\n') ? start - 2 : start - 1
}

function nextBoundary(document: Document, item: Item): number | undefined {
  const syntax = document.syntax.get(item)
  if (syntax?.kind === 'bullet') {
    const next = syntax.list.children[syntax.list.children.indexOf(syntax.node) + 1]
    return next === undefined ? undefined : nodeSpan(next).start
  }
  if (syntax?.kind !== 'section') return undefined
  const blocks = document.root.children
  const next = blocks
    .slice(blocks.indexOf(syntax.heading) + 1)
    .find((block) => block.type === 'heading' && block.depth <= item.level)
  return next === undefined ? undefined : nodeSpan(next).start
}
