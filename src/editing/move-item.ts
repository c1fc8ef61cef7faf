import type { Document, Item } from '../document/document.ts'
import { composeEdits } from '../text/compose-edits.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { CrossoffError } from '../errors.ts'
import { lineEndAt } from './blank-lines.ts'
import { readBulletContent, readKeptLines } from './bullet-content.ts'
import { splitLines } from './columns.ts'
import type { Edited, Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { insertItem } from './insert-item.ts'
import {
  findOutlineDifference,
  type Outline,
  pairItems,
  readOutline,
  readOutlines,
} from './outline.ts'
import type { Position } from './position.ts'
import { removeItem } from './remove-item.ts'

/**
 * Moves an item, with all below it, to another place of the same document.
 *
 * @param insertion What is put in there: the item, or the item within what is mirrored around it.
 */
export function moveItem(
  document: Document,
  item: Item,
  position: Position,
  parse: Parse,
  insertion: Insertion = readInsertion(document, item),
): Edited {
  if (position.relation !== 'end') requireOutside(item, position.item)
  const removed = removeItem(document, item, parse, insertion.layout)
  const between = parse(applyEdits(document.source.text, removed.edits))
  const outlines = readOutlines(between)
  const difference = findOutlineDifference(removed.promise, outlines)
  if (difference !== undefined) {
    throw new CrossoffError(
      'operation-refused',
      `\`${item.title}\` cannot be taken out: ${difference}`,
      {
        help:
          insertion.layout?.left === undefined
            ? 'change the place by hand, or with `splice` in a plan'
            : 'leave more blank lines where it stood',
      },
    )
  }
  const pairs = pairItems(removed.promise, outlines)
  const inserted = insertItem(between, insertion, follow(position, pairs), parse)
  const edits = withLineEnds(inserted.edits, between, lineEndAt(document.source, 0))
  return {
    edits: composeEdits(removed.edits, edits, document.source.text.length),
    promise: renameSources(
      inserted.promise,
      new Map([...pairs].map(([before, after]) => [after, before])),
    ),
  }
}

/** A document of one line does not show any more how its lines ended. */
function withLineEnds(
  edits: readonly TextEdit[],
  { source }: Document,
  eol: string,
): readonly TextEdit[] {
  if (source.lines.starts.length > 1) return edits
  return edits.map((edit) => ({ ...edit, text: splitLines(edit.text).join(eol) }))
}

/** Reads an item's text so that it can be put in elsewhere. */
export function readInsertion(document: Document, item: Item): Insertion {
  const text = document.source.text.slice(item.span.start, item.span.end)
  const outline = readOutline(document, item)
  if (item.kind !== 'bullet')
    return { fragment: { kind: item.kind, lines: splitLines(text), level: 0 }, outline }
  const lines = readBulletContent(document, item)
  const kept = readKeptLines(document, item)
  return { fragment: { kind: 'bullet', lines, level: 0, kept }, outline }
}

function requireOutside(item: Item, other: Item): void {
  if (other.span.start < item.span.start || other.span.start >= item.span.end) return
  throw new CrossoffError(
    'operation-refused',
    `\`${item.title}\` cannot be moved into or beside itself`,
    { help: 'name a place outside of it' },
  )
}

function follow(position: Position, pairs: ReadonlyMap<Item, Item>): Position {
  if (position.relation === 'end') return position
  const item = pairs.get(position.item)
  if (item === undefined) throw new Error(`\`${position.item.title}\` was lost on the way`)
  return { ...position, item }
}

/** Makes outlines point to the items of the document before the first step. */
function renameSources(outlines: readonly Outline[], names: ReadonlyMap<Item, Item>): Outline[] {
  return outlines.map((outline) => {
    const children = renameSources(outline.children, names)
    const from = outline.from && (names.get(outline.from) ?? outline.from)
    return from === undefined ? { ...outline, children } : { ...outline, children, from }
  })
}
