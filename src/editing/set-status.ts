import type { Nodes } from 'mdast'
import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { CrossoffError } from '../errors.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { findCheckbox } from './checkbox.ts'
import { type Edited, findEdits, type Parse } from './edited.ts'
import { type Outline, readOutlines, renderParagraph } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { readAlone } from './read-alone.ts'

/**
 * Marks an item as done, or as open again.
 *
 * A bullet by its checkbox, which it gets where it has none; a section or a label, and a bullet that
 * is struck through, by the strike. Nothing changes where the item has that status already.
 */
export function setStatus(
  document: Document,
  item: Item,
  status: 'open' | 'done',
  parse: Parse,
): Edited {
  const outlines = readOutlines(document)
  const box = findCheckbox(document, item)
  if (item.status === status) return { edits: [], promise: outlines }
  const promise = rewriteOutline(outlines, item, (outline) => [{ ...outline, status }])
  if (box !== undefined)
    return { edits: [{ ...box, text: status === 'done' ? 'x' : ' ' }], promise }
  if (item.status === 'done') return unstrike(document, item, parse)
  if (item.kind === 'bullet') return { edits: [newCheckbox(document, item, status)], promise }
  // Without a strike there is nothing to take off: the item is open, if not by a box.
  return status === 'open' ? { edits: [], promise: outlines } : strike(document, item, parse)
}

/** GFM knows a checkbox only before text. */
function newCheckbox(document: Document, item: Item, status: 'open' | 'done'): TextEdit {
  const at = item.titleSpan.start
  if (titleBlock(document, item)?.type === 'paragraph' && item.title !== '')
    return { start: at, end: at, text: status === 'done' ? '[x] ' : '[ ] ' }
  throw refusal(item, 'does not begin with text, so it can have no checkbox', 'give it a title')
}

/** Strikes the title through; where that shows no status, the label as a whole. */
function strike(document: Document, item: Item, parse: Parse): Edited {
  const { text } = document.source
  const block = titleBlock(document, item)
  const spans = [item.titleSpan, ...(item.kind === 'label' && block ? [nodeSpan(block)] : [])]
  if (item.title === '')
    throw refusal(item, 'has no title to strike through', 'give it one with `rename`')
  if (spans.some(({ start, end }) => text.slice(start, end).includes('~'))) {
    throw refusal(item, 'is struck through in part', 'take its tildes off first')
  }
  for (const { start, end } of spans) {
    const title = foldTitle(`~~${text.slice(start, end)}~~`)
    const edits = [
      { start, end: start, text: '~~' },
      { start: end, end, text: '~~' },
    ]
    const promise = rewriteOutline(readOutlines(document), item, (outline) => [
      { ...outline, title, status: 'done' },
    ])
    const found = findEdits(document, [edits], promise, parse)
    if (found !== undefined) return found
  }
  throw refusal(item, 'cannot be struck through as a whole', 'reword its title, or drop it')
}

function unstrike(document: Document, item: Item, parse: Parse): Edited {
  const { text } = document.source
  const block = titleBlock(document, item)
  if (block === undefined) throw new Error(`\`${item.title}\` has no title to take a strike off`)
  const { start, end } = nodeSpan(block)
  const edits = strikesOf(block).flatMap((node): TextEdit[] => {
    const span = nodeSpan(node)
    const width = text.startsWith('~~', span.start) ? 2 : 1 // GFM strikes with one tilde too
    return [
      { start: span.start, end: span.start + width, text: '' },
      { start: span.end - width, end: span.end, text: '' },
    ]
  })
  const inside = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }))
  const bare = applyEdits(text.slice(start, end), inside)
  const open = readAlone(item.kind, bare, parse)
  if (open === undefined || open.status === 'done' || !isText(open, bare)) {
    throw refusal(item, 'would be no title without its strike', 'reword it by hand')
  }
  const promise = rewriteOutline(readOutlines(document), item, (outline) => [
    withTitleOf(outline, open),
  ])
  return { edits, promise }
}

/** Without its strike, a bullet's text could open a block of another kind. */
function isText(open: Outline, source: string): boolean {
  return open.kind !== 'bullet' || open.own[0] === renderParagraph(source)
}

function withTitleOf(outline: Outline, open: Outline): Outline {
  const own =
    outline.kind === 'bullet' ? [...open.own.slice(0, 1), ...outline.own.slice(1)] : outline.own
  return { ...outline, title: open.title, status: open.status, own }
}

/** The heading or the paragraph that a title stands in. */
function titleBlock(document: Document, item: Item): Nodes | undefined {
  const syntax = document.syntax.get(item)
  if (syntax?.kind === 'label') return syntax.paragraph
  return syntax?.own[0]
}

function strikesOf(block: Nodes): Nodes[] {
  return 'children' in block ? block.children.filter(({ type }) => type === 'delete') : []
}

function refusal({ title, kind }: Item, message: string, help: string): CrossoffError {
  return new CrossoffError('operation-refused', `the ${kind} \`${title}\` ${message}`, { help })
}
