import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { CrossoffError } from '../errors.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/text-edit.ts'
import { nextLineStart } from '../text/line-index.ts'
import { blankLinesBehind, fitBlankLines, lineEndAt } from './blank-lines.ts'
import { bodyColumn, readBodyPieces } from './body-pieces.ts'
import { hasText, splitLines, stripColumns, trimLines } from './columns.ts'
import { type Edited, findEdits, type Parse } from './edited.ts'
import { blankLinesBeforeHeadings } from './habits.ts'
import type { Layout } from './layout.ts'
import { readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { findKeptPieces, type KeptPieces } from './kept-pieces.ts'
import { bodyOutlines, verbatimOutlines } from './body-outline.ts'

/**
 * Replaces an item's body; its title and the items below it stay.
 *
 * A body that stands in pieces around child items is replaced piece by piece: those that the new
 * text begins and ends with stay where they are, the rest goes where the first other piece stood.
 */
export function editBody(
  document: Document,
  item: Item,
  body: string,
  parse: Parse,
  layout: Layout = {},
): Edited {
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
  const wanted = readWanted(document, item, body, layout)
  if (pieces.join('\n\n') === wanted && layout.verbatim !== true)
    return { edits: behindBody(document, item, layout), promise: readOutlines(document) }
  const edits =
    layout.verbatim === true
      ? [[verbatimEdit(document, item, body)]]
      : waysOf(document, item, findKeptPieces(pieces, wanted))
  const ways = edits.map((each) => withBlankLines(document, each, layout))
  const outlines =
    layout.verbatim === true
      ? verbatimOutlines(document, item, body, parse)
      : bodyOutlines(document, item, wanted, parse)
  const promises = outlines.map((outline) =>
    rewriteOutline(readOutlines(document), item, (old) => [{ ...old, own: outline.own }]),
  )
  const found = promises
    .map((promise) => findEdits(document, ways, promise, parse))
    .find((edited) => edited !== undefined)
  return found ?? { edits: ways[0] ?? [], promise: promises[0] ?? [] }
}

/** At no indentation, as a user types it: a line that has less than the item's loses what it has. */
function readWanted(document: Document, item: Item, body: string, { verbatim }: Layout): string {
  const lines = splitLines(trimLines(body))
  const column = verbatim === true ? bodyColumn(document, item) : 0
  return lines.map((line) => stripColumns(line, column)).join('\n')
}

/** Replaces all that stands between a title and the first item below it, but for the last line's end. */
function verbatimEdit(document: Document, item: Item, body: string): TextEdit {
  const [piece, second] = item.bodySpans
  const child = item.children[0]
  if (second !== undefined || (piece && child && piece.start > child.span.start)) {
    throw new CrossoffError(
      'operation-refused',
      `items part the text of \`${item.title}\`, so that its lines cannot be given as they stand`,
      { help: 'edit it without `verbatim`' },
    )
  }
  const start = headEnd(document, item)
  const lines = splitLines(body)
  const last = lines.findLastIndex(hasText)
  const text = lines.slice(0, last + 1).join(lineEndAt(document.source, start))
  return { start, end: piece?.end ?? start, text }
}

/** The text stays; the blank lines behind it may not. */
function behindBody(document: Document, item: Item, layout: Layout): readonly TextEdit[] {
  if (layout.behind === undefined) return []
  const end = item.bodySpans.at(-1)?.end ?? headEnd(document, item)
  return withBlankLines(document, [{ start: end, end, text: '' }], layout)
}

/**
 * Leaves as many blank lines behind the text as a layout tells; at a document's end, as there were.
 *
 * @param edits The one that puts the text in comes first.
 */
function withBlankLines(
  { source }: Document,
  edits: readonly TextEdit[],
  { behind }: Layout,
): readonly TextEdit[] {
  const [edit, ...others] = edits
  if (behind === undefined || edit === undefined) return edits
  const { text } = source
  const line = nextLineStart(source.lines, Math.max(0, edit.end - 1))
  const end = blankLinesBehind(source, line)
  const rest = text.slice(edit.end, line)
  if (end === text.length || rest.trim() !== '') return edits
  const blank = fitBlankLines(text.slice(line, end), behind, lineEndAt(source, line))
  return [{ ...edit, end, text: edit.text + rest + blank }, ...others]
}

/** The new text where the old one stood; else set off from the title, by habit or by a blank line. */
function waysOf(
  document: Document,
  item: Item,
  { first, last, middle }: KeptPieces,
): readonly (readonly TextEdit[])[] {
  const { text } = document.source
  const [piece, ...others] = item.bodySpans.slice(first, item.bodySpans.length - last)
  const removed = others.map((span) => ({ ...withSpaceBefore(text, span), text: '' }))
  if (piece === undefined)
    return separators(document, item).map((blank) => [
      afterTitle(document, item, undefined, blank, middle),
    ])
  if (middle === '') return [[{ ...withSpaceBefore(text, piece), text: '' }, ...removed]]
  const inPlace = { ...piece, text: indentLines(document, item, middle).trimStart() }
  const apart =
    first > 0
      ? []
      : separators(document, item).map((blank) => afterTitle(document, item, piece, blank, middle))
  return [inPlace, ...apart].map((edit) => [edit, ...removed])
}

/** Line ends between a title and its text: by habit, then the other way. */
function separators(document: Document, item: Item): readonly number[] {
  if (item.kind === 'bullet' || blankLinesBeforeHeadings(document) === 0) return [1, 2]
  return [2, 1]
}

function afterTitle(
  document: Document,
  item: Item,
  piece: Span | undefined,
  lineEnds: number,
  middle: string,
): TextEdit {
  const head = headEnd(document, item)
  const start = piece === undefined ? endOfLine(document.source.text, head) : head
  const eol = lineEndAt(document.source, document.source.text.length)
  return {
    start,
    end: piece?.end ?? start,
    text: eol.repeat(lineEnds) + indentLines(document, item, middle),
  }
}

function indentLines(document: Document, item: Item, text: string): string {
  const indent = ' '.repeat(bodyColumn(document, item))
  return splitLines(text)
    .map((line) => (line === '' ? '' : indent + line))
    .join(lineEndAt(document.source, document.source.text.length))
}

function headEnd(document: Document, item: Item): number {
  const syntax = document.syntax.get(item)
  const first = syntax?.kind === 'section' ? syntax.heading : syntax?.own[0]
  return first?.type === 'heading' ? nodeSpan(first).end : item.titleSpan.end
}

/** White space behind a title stays on its line. */
function endOfLine(text: string, offset: number): number {
  let end = offset
  while (text[end] === ' ' || text[end] === '\t') end++
  return end
}

/** A piece goes with the lines that separate it from what stands before; that line stays whole. */
function withSpaceBefore(text: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && SPACE.test(text.charAt(from - 1))) from--
  const behind = endOfLine(text, from)
  const endsLine = behind < start && LINE_END.test(text.charAt(behind))
  return { start: endsLine ? behind : from, end }
}

/** " " or "\n" */
const SPACE = /[ \t\r\n]/u

/** "\n" */
const LINE_END = /[\r\n]/u
