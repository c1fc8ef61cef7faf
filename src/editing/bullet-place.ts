import type { Nodes, RootContent } from 'mdast'
import type { Document, Item } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import { nodeSpan } from '../document/node-span.ts'
import { nextLineStart } from '../text/line-index.ts'
import { blankLinesBehind, isBlankLine } from './blank-lines.ts'
import type { BulletLayout } from './bullet-layout.ts'
import { blankLinesBeforeHeadings, blankLinesBeforeLists } from './habits.ts'
import type { Gap } from './insertion.ts'
import { blankLinesBetween, innerLayout, outerLayout, siblingLayout } from './list-style.ts'
import { type Position, refusePlace } from './position.ts'
import { itemLinesEnd, itemLineStart } from './removal.ts'

/** Where a bullet is to stand, and how it is to look there. */
export interface BulletPlace {
  /** Start of the line that it is put before; the text's length at the end of a file. */
  readonly at: number
  readonly layout: BulletLayout
  readonly gap: Gap
}

/** Finds the place of a bullet: in the list that is there, or in a new one. */
export function findBulletPlace(document: Document, position: Position): BulletPlace {
  if (position.relation === 'end') return placeAtEnd(document)
  const { item, relation } = position
  if (relation === 'under')
    return position.block === undefined
      ? placeUnder(document, item)
      : placeBehindBlock(document, item, position.block)
  if (item.kind !== 'bullet') {
    throw refusePlace('bullet', position, 'name a bullet, or put it `under` the section or label')
  }
  return relation === 'before' ? placeBefore(document, item) : placeAfter(document, item)
}

function placeUnder(document: Document, parent: Item): BulletPlace {
  const last = parent.children.findLast(({ kind }) => kind === 'bullet')
  if (last !== undefined) return placeAfter(document, last)
  if (parent.kind !== 'bullet') return placeInSection(document, parent)
  return {
    at: itemLinesEnd(document, parent),
    layout: innerLayout(document, parent),
    gap: { before: 0, behind: 0 },
  }
}

function placeAtEnd(document: Document): BulletPlace {
  const last = document.items.at(-1)
  if (last?.kind === 'bullet') return placeAfter(document, last)
  if (last !== undefined) return placeUnder(document, last)
  const { text } = document.source
  const block = document.root.children.at(-1)
  const before = block === undefined ? 0 : blankLinesBeforeLists(document, block.type)
  return { at: text.length, layout: outerLayout(document, text.length), gap: { before, behind: 0 } }
}

function placeAfter(document: Document, sibling: Item): BulletPlace {
  return {
    at: itemLinesEnd(document, sibling),
    layout: siblingLayout(document, sibling, 1),
    gap: { before: blankLinesBetween(document, sibling), behind: 0 },
  }
}

function placeBefore(document: Document, sibling: Item): BulletPlace {
  return {
    at: itemLineStart(document, sibling),
    layout: siblingLayout(document, sibling, 0),
    gap: { before: 0, behind: blankLinesBetween(document, sibling) },
  }
}

/**
 * Right behind a block of the parent's own text; 0 for its beginning.
 *
 * In the list that follows it there, or in a new one.
 */
function placeBehindBlock(document: Document, parent: Item, block: number): BulletPlace {
  const { source, syntax } = document
  const own = syntax.get(parent)?.own ?? []
  const index = parent.kind === 'section' ? block : block - 1
  const node = own[index]
  if (node === undefined) throw refuseBlock(parent, block, own.length)
  const { end } = nodeSpan(node)
  const after = own[index + 1]
  const next = parent.children.find(({ span }) => span.start >= end)
  if (next?.kind === 'bullet' && (after === undefined || next.span.start < nodeSpan(after).start))
    return placeBefore(document, next)
  const at = nextLineStart(source.lines, Math.max(0, end - 1))
  if (parent.kind !== 'bullet') return placeBehind(document, node, at)
  const near = parent.children.findLast(({ kind }) => kind === 'bullet')
  const layout =
    near === undefined ? innerLayout(document, parent) : siblingLayout(document, near, 1)
  return { at, layout, gap: { before: 0, behind: 0 } }
}

function refuseBlock({ kind, title }: Item, block: number, count: number): CrossoffError {
  const [first, last] = kind === 'section' ? [0, count - 1] : [1, count]
  const numbers = first < last ? `${first} to ${last}` : `${first}`
  return new CrossoffError(
    'operation-refused',
    `\`${title}\` has no block of text number ${block}`,
    {
      help: `expected ${numbers}: its paragraphs, quotations, tables and code are counted`,
    },
  )
}

/** A new list begins behind the section's own text, before its labels and sections. */
function placeInSection(document: Document, section: Item): BulletPlace {
  const block = lastOwnBlock(document, section)
  const at = nextLineStart(document.source.lines, Math.max(0, nodeSpan(block).end - 1))
  return placeBehind(document, block, at)
}

function placeBehind(document: Document, block: Nodes, at: number): BulletPlace {
  const { source } = document
  const isCrowded = at < source.text.length && !isBlankLine(source, at)
  const isEnd = blankLinesBehind(source, at) === source.text.length
  return {
    at,
    layout: outerLayout(document, at),
    gap: {
      before: blankLinesBeforeLists(document, block.type),
      behind: isCrowded && !isEnd ? blankLinesBeforeHeadings(document) : 0,
    },
  }
}

function lastOwnBlock(document: Document, section: Item): RootContent {
  const own = new Set<unknown>(document.syntax.get(section)?.own)
  const first = section.children[0]?.span.start ?? Infinity
  const block = document.root.children.findLast(
    (child) => own.has(child) && nodeSpan(child).start < first,
  )
  if (block === undefined) throw new Error(`\`${section.title}\` has no text of its own`)
  return block
}
