import type { Document, Item } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/text-edit.ts'
import { lineEndAt } from './blank-lines.ts'
import { bodyColumn, readBodyPieces } from './body-pieces.ts'
import { splitLines } from './columns.ts'
import { type Edited, findEdits, type Parse } from './edited.ts'
import { blankLinesBeforeHeadings } from './habits.ts'
import { readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { bodyOutlines } from './body-outline.ts'

/**
 * Replaces an item's body; its title and the items below it stay.
 *
 * A body that stands in pieces around child items is replaced piece by piece: those that the new
 * text begins and ends with stay where they are, the rest goes where the first other piece stood.
 */
export function editBody(document: Document, item: Item, body: string, parse: Parse): Edited {
  if (item.kind === 'label') {
    throw new CrossoffError(
      'operation-refused',
      `the label \`${item.title}\` has no text of its own`,
      {
        help: 'edit one of its bullets, or the section that it stands in',
      },
    )
  }
  const pieces = readBodyPieces(document, item)
  const wanted = splitLines(trimLines(body)).join('\n')
  if (pieces.join('\n\n') === wanted) return { edits: [], promise: readOutlines(document) }
  const kept = keptPieces(pieces, wanted)
  const ways = separators(document, item).map((separator) =>
    bodyEdits(document, item, kept, separator),
  )
  const promises = bodyOutlines(document, item, wanted, parse).map((outline) =>
    rewriteOutline(readOutlines(document), item, (old) => [{ ...old, own: outline.own }]),
  )
  const found = promises
    .map((promise) => findEdits(document, ways, promise, parse))
    .find((edited) => edited !== undefined)
  return found ?? { edits: ways[0] ?? [], promise: promises[0] ?? [] }
}

function trimLines(text: string): string {
  return text.replace(LEADING, '').trimEnd()
}

/** "\n\n" at the start of a text */
const LEADING = /^(?:[ \t]*(?:\r\n|\n|\r))+/u

/** What changes between two bodies: pieces at either end stay. */
interface Kept {
  /** Number of pieces that stay at the start, and at the end. */
  readonly first: number
  readonly last: number
  /** The text between them; empty where they are all of it. */
  readonly middle: string
}

function keptPieces(pieces: readonly string[], wanted: string): Kept {
  let rest = wanted
  let first = 0
  let last = 0
  while (first < pieces.length && startsWithPiece(rest, pieces[first] ?? '')) {
    rest = rest.slice((pieces[first] ?? '').length).replace(LEADING, '')
    first++
  }
  while (
    last < pieces.length - first &&
    endsWithPiece(rest, pieces[pieces.length - 1 - last] ?? '')
  ) {
    rest = rest.slice(0, rest.length - (pieces[pieces.length - 1 - last] ?? '').length).trimEnd()
    last++
  }
  // With all pieces kept, text that is left over extends the last of them.
  if (first + last === pieces.length && rest !== '' && first > 0) {
    return { first: first - 1, last, middle: `${pieces[first - 1] ?? ''}\n\n${rest}` }
  }
  return { first, last, middle: rest }
}

function startsWithPiece(text: string, piece: string): boolean {
  return text === piece || text.startsWith(`${piece}\n\n`)
}

function endsWithPiece(text: string, piece: string): boolean {
  return text === piece || text.endsWith(`\n\n${piece}`)
}

/** Ways to separate a body from a title that had none: by habit, then by a blank line. */
function separators(document: Document, item: Item): string[][] {
  if (item.kind === 'bullet') return [[''], ['', '']]
  return blankLinesBeforeHeadings(document) === 0 ? [[''], ['', '']] : [['', ''], ['']]
}

function bodyEdits(
  document: Document,
  item: Item,
  { first, last, middle }: Kept,
  separator: readonly string[],
): TextEdit[] {
  const { source } = document
  const eol = lineEndAt(source, source.text.length)
  const indent = ' '.repeat(bodyColumn(document, item))
  const lines = splitLines(middle)
  const changed = item.bodySpans.slice(first, item.bodySpans.length - last)
  const [piece, ...others] = changed
  if (piece === undefined) {
    const at = headEnd(document, item)
    return [
      {
        start: at,
        end: at,
        text: [...separator, ...lines.map((line) => (line === '' ? '' : indent + line))].join(eol),
      },
    ]
  }
  const [head = '', ...tail] = lines
  const text = [head, ...tail.map((line) => (line === '' ? '' : indent + line))].join(eol)
  const replaced =
    middle === '' ? [{ ...withSpaceBefore(source.text, piece), text: '' }] : [{ ...piece, text }]
  return [
    ...replaced,
    ...others.map((span) => ({ ...withSpaceBefore(source.text, span), text: '' })),
  ]
}

function headEnd(document: Document, item: Item): number {
  const syntax = document.syntax.get(item)
  return syntax?.kind === 'section'
    ? (syntax.heading.position?.end.offset ?? item.titleSpan.end)
    : item.titleSpan.end
}

/** A piece goes with the white space that separates it from what stands before. */
function withSpaceBefore(text: string, span: Span): Span {
  let { start } = span
  while (start > 0 && ' \t\r\n'.includes(text[start - 1] ?? '')) start--
  return { start, end: span.end }
}
