import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { CrossoffError } from '../errors.ts'
import { findCheckbox } from './checkbox.ts'
import type { Edited } from './edited.ts'
import { readOutlines, renderParagraph } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'

/**
 * Marks an item as done, or as open again.
 *
 * A bullet by its checkbox, which it gets where it has none; a section or a label, and a bullet that
 * is struck through, by the strike. Nothing changes where the item has that status already.
 */
export function setStatus(document: Document, item: Item, status: 'open' | 'done'): Edited {
  const outlines = readOutlines(document)
  const box = findCheckbox(document, item)
  const promise = rewriteOutline(outlines, item, (outline) => [{ ...outline, status }])
  if (item.status === status) return { edits: [], promise: outlines }
  if (box !== undefined)
    return { edits: [{ ...box, text: status === 'done' ? 'x' : ' ' }], promise }
  if (item.status === 'done') return unstrike(document, item)
  if (item.kind === 'bullet') {
    const at = item.titleSpan.start
    return { edits: [{ start: at, end: at, text: status === 'done' ? '[x] ' : '[ ] ' }], promise }
  }
  // Without a strike there is nothing to take off: the item is open, if not by a box.
  return status === 'open' ? { edits: [], promise: outlines } : strike(document, item)
}

function strike(document: Document, item: Item): Edited {
  const { start, end } = item.titleSpan
  const title = document.source.text.slice(start, end)
  if (title.includes('~')) {
    throw new CrossoffError(
      'operation-refused',
      `a part of \`${item.title}\` is struck through already`,
      {
        help: 'take its tildes off first',
      },
    )
  }
  return {
    edits: [
      { start, end: start, text: '~~' },
      { start: end, end, text: '~~' },
    ],
    promise: rewriteOutline(readOutlines(document), item, (outline) => [
      { ...outline, title: `~~${outline.title}~~`, status: 'done' },
    ]),
  }
}

function unstrike(document: Document, item: Item): Edited {
  const { text } = document.source
  const { start, end } = item.titleSpan
  const width = text.startsWith('~~', start) ? 2 : 1 // GFM strikes with one tilde too
  const title = text.slice(start + width, end - width)
  const promise = rewriteOutline(readOutlines(document), item, (outline) => {
    const open = { ...outline, title: foldTitle(title), status: 'none' as const }
    if (item.kind !== 'bullet') return [open]
    const rest = text.slice(end, firstBlockEnd(document, item))
    return [{ ...open, own: [renderParagraph(title + rest), ...outline.own.slice(1)] }]
  })
  return {
    edits: [
      { start, end: start + width, text: '' },
      { start: end - width, end, text: '' },
    ],
    promise,
  }
}

function firstBlockEnd(document: Document, item: Item): number {
  const first = document.syntax.get(item)?.own[0]
  return first === undefined ? item.titleSpan.end : nodeSpan(first).end
}
