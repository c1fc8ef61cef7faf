import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import type { TextEdit } from '../text/text-edit.ts'
import type { Edited } from './edited.ts'
import { type Outline, readOutlines, renderParagraph } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'

/**
 * Marks an item as done, or as open again.
 *
 * A bullet by its checkbox, which it gets where it has none; a section or a label, and a bullet that
 * is struck through, by the strike. Nothing changes where the item has that status already.
 */
export function setStatus(document: Document, item: Item, status: 'open' | 'done'): Edited {
  const outlines = readOutlines(document)
  const box = boxOf(document, item)
  const promise = rewriteOutline(outlines, item, (outline) => [{ ...outline, status }])
  if (item.status === status) return { edits: [], promise: outlines }
  if (box !== undefined)
    return { edits: [{ ...box, text: status === 'done' ? 'x' : ' ' }], promise }
  if (item.status === 'done') return unstrike(document, item, outlines)
  if (item.kind === 'bullet') {
    const at = item.titleSpan.start
    return { edits: [{ start: at, end: at, text: status === 'done' ? '[x] ' : '[ ] ' }], promise }
  }
  // Without a strike there is nothing to take off: the item is open, if not by a box.
  return status === 'open' ? { edits: [], promise: outlines } : strike(item, promise)
}

/** The character between the brackets of a checkbox. */
function boxOf(
  { source: { text } }: Document,
  item: Item,
): { start: number; end: number } | undefined {
  if (item.kind !== 'bullet') return undefined
  const box = BOX.exec(text.slice(item.span.start, item.titleSpan.start))
  const start = item.span.start + (box?.index ?? 0) + 1
  return box === null ? undefined : { start, end: start + 1 }
}

/** "[x] " right before a title */
const BOX = /\[.\][ \t\r\n]*$/u

function strike(item: Item, promise: readonly Outline[]): Edited {
  const { start, end } = item.titleSpan
  return {
    edits: [
      { start, end: start, text: '~~' },
      { start: end, end, text: '~~' },
    ],
    promise,
  }
}

function unstrike(document: Document, item: Item, outlines: readonly Outline[]): Edited {
  const { text } = document.source
  const { start, end } = item.titleSpan
  const width = text.startsWith('~~', start) ? 2 : 1 // GFM strikes with one tilde too
  const edits: TextEdit[] = [
    { start, end: start + width, text: '' },
    { start: end - width, end, text: '' },
  ]
  const promise = rewriteOutline(outlines, item, (outline) => {
    if (item.kind !== 'bullet') return [{ ...outline, status: 'none' }]
    const [, ...own] = outline.own
    const title = text.slice(start + width, end - width)
    const rest = text.slice(end, firstBlockEnd(document, item))
    return [{ ...outline, status: 'none', own: [renderParagraph(title + rest), ...own] }]
  })
  return { edits, promise }
}

function firstBlockEnd(document: Document, item: Item): number {
  const first = document.syntax.get(item)?.own[0]
  return first === undefined ? item.titleSpan.end : nodeSpan(first).end
}
