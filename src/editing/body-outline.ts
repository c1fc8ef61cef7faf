import type { Document, Item } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import { renderBullet } from './bullet-content.ts'
import { PLAIN_LAYOUT } from './read-alone.ts'
import type { Parse } from './edited.ts'
import { type Outline, readLooseBlocks, readOutline, readOutlines } from './outline.ts'
import { bodyColumn } from './body-pieces.ts'
import { splitLines, stripColumns } from './columns.ts'

/**
 * Tells what an item may show with another body, in the order of preference.
 *
 * The body may go on in the title's paragraph or begin one of its own. One that holds items of its
 * own is refused.
 */
export function bodyOutlines(
  document: Document,
  item: Item,
  body: string,
  parse: Parse,
): Outline[] {
  const blocks = readLooseBlocks(parse(`${body}\n`))
  const outlines = waysOf(document, item, body).flatMap((text) => {
    const alone = parse(text)
    const [outline, second] = readOutlines(alone)
    return outline !== undefined &&
      second === undefined &&
      readLooseBlocks(alone).length === 0 &&
      isSame(outline, readOutline(document, item)) &&
      (item.kind !== 'bullet' || holdsBody(outline, blocks))
      ? [outline]
      : []
  })
  if (outlines.length > 0) return outlines
  throw refusal(item)
}

function refusal({ title }: Item): CrossoffError {
  return new CrossoffError(
    'operation-refused',
    `the new text of \`${title}\` would be more than its text`,
    { help: 'a body holds no headings and no bullets of its own; `add` them under the item' },
  )
}

/** Tells what an item shows with a body whose lines stand behind its title as they are given. */
export function verbatimOutlines(
  document: Document,
  item: Item,
  body: string,
  parse: Parse,
): Outline[] {
  const { text } = document.source
  const title = text.slice(item.titleSpan.start, item.titleSpan.end)
  const box = text.slice(item.span.start, item.titleSpan.start).replace(MARKER, '')
  const [first = '', ...rest] = splitLines(title + body)
  const column = bodyColumn(document, item)
  const alone =
    item.kind === 'section'
      ? `# ${splitLines(title).join(' ')}\n${body}\n`
      : renderBullet(
          [box + first, ...rest.map((line) => stripColumns(line, column))],
          PLAIN_LAYOUT,
        ).join('\n')
  const parsed = parse(alone)
  const [outline, second] = readOutlines(parsed)
  if (
    outline !== undefined &&
    second === undefined &&
    readLooseBlocks(parsed).length === 0 &&
    isSame(outline, readOutline(document, item))
  )
    return [outline]
  throw refusal(item)
}

/**
 * Whether a bullet shows its new body as the blocks that it is by itself.
 *
 * Prose may go on in the title's paragraph; a quotation or a table that did would be prose.
 */
function holdsBody({ own }: Outline, blocks: readonly string[]): boolean {
  const [first] = blocks
  const goesOn = isParagraph(first) && own.length === blocks.length
  const rest = goesOn ? blocks.slice(1) : blocks
  return own.length === rest.length + 1 && rest.every((block, index) => block === own[index + 1])
}

function isSame(outline: Outline, item: Outline): boolean {
  return (
    outline.title === item.title &&
    outline.status === item.status &&
    outline.children.length === 0 &&
    isSameBlock(outline, item)
  )
}

/** A line of dashes or equals signs would make a bullet's title a heading. */
function isSameBlock(outline: Outline, item: Outline): boolean {
  if (item.kind !== 'bullet' || item.own.length === 0) return true
  return isParagraph(outline.own[0]) === isParagraph(item.own[0])
}

function isParagraph(block: string | undefined): boolean {
  return block?.startsWith('paragraph:') === true
}

/** The item by itself: its body where the old one began, then set off by a blank line. */
function waysOf({ source: { text } }: Document, item: Item, body: string): string[] {
  const title = text.slice(item.titleSpan.start, item.titleSpan.end)
  if (item.kind === 'section') return [`# ${splitLines(title).join(' ')}\n\n${body}\n`]
  const box = text.slice(item.span.start, item.titleSpan.start).replace(MARKER, '')
  const between = text
    .slice(item.titleSpan.end, item.bodySpans[0]?.start ?? item.titleSpan.end)
    .replace(LAST_INDENT, '$1')
  return [between === '' ? '\n' : between, '\n', '\n\n'].map((separator) =>
    renderBullet(
      splitLines(box + title + (body === '' ? '' : separator + body)),
      PLAIN_LAYOUT,
    ).join('\n'),
  )
}

/** "\n   " at the end */
const LAST_INDENT = /(\r\n|\n|\r)[ \t]*$/u

/** "- " or "10. " */
const MARKER = /^(?:[-+*]|\d{1,9}[.)])[ \t]*/u
