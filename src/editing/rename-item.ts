import type { Document, Item } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import { lineAt, nextLineStart } from '../text/line-index.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { lineEndAt } from './blank-lines.ts'
import { renderBullet } from './bullet-content.ts'
import { findCheckbox } from './checkbox.ts'
import { splitLines } from './columns.ts'
import type { Edited, Parse } from './edited.ts'
import type { Layout } from './layout.ts'
import { type Outline, readOutlines, renderParagraph } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { PLAIN_LAYOUT } from './read-alone.ts'

/** Gives an item another title, and leaves every other character. */
export function renameItem(
  document: Document,
  item: Item,
  title: string,
  parse: Parse,
  { verbatim = false }: Layout = {},
): Edited {
  const wanted = title.trim()
  if (wanted === '' || (LINE_END.test(wanted) && !(verbatim && item.kind === 'bullet'))) {
    throw new CrossoffError('operation-refused', `\`${title}\` is no title`, {
      help: 'a title is one line that is not empty',
    })
  }
  const text = verbatim
    ? wanted
    : withMarks(document, item, wanted + closingMark(document, item, wanted))
  requireTitleLine(document, item)
  const fragment = readTitleFragment(document, item, text, parse)
  const status = findCheckbox(document, item) === undefined ? fragment.status : item.status
  const promise = rewriteOutline(readOutlines(document), item, (outline) => [
    { ...outline, title: fragment.title, status, own: retitled(document, item, outline.own, text) },
  ])
  const lines = splitLines(headingSafe(document, item, text))
  const eol = lineEndAt(document.source, item.titleSpan.start)
  return { edits: [{ ...item.titleSpan, text: lines.join(eol) }], promise }
}

/** "\n" */
const LINE_END = /[\r\n]/u

/** A title that is bold, slanted or struck through as a whole stays so. */
function withMarks({ source: { text } }: Document, { titleSpan }: Item, title: string): string {
  const mark = MARKED.exec(text.slice(titleSpan.start, titleSpan.end))?.[1] ?? ''
  return mark === '' || MARKED.test(title) ? title : mark + title + mark
}

/** "~~done~~", "**bold**" and "_slanted_", with no other mark inside */
const MARKED = /^(~~|\*\*|__|[*_~])(?=[^\s*_~])[^*_~\r\n]+\1$/u

/** A bullet's sentence that more text follows on the same paragraph keeps what ends it. */
function closingMark(document: Document, item: Item, title: string): string {
  const { text } = document.source
  if (item.kind !== 'bullet' || SENTENCE_END.test(title)) return ''
  if (item.titleSpan.end >= paragraphEnd(document, item)) return ''
  return SENTENCE_END.exec(text.slice(item.titleSpan.start, item.titleSpan.end))?.[1] ?? ''
}

/** "works." */
const SENTENCE_END = /([.!?…。！？])["')\]*_~]*$/u

function paragraphEnd(document: Document, item: Item): number {
  const syntax = document.syntax.get(item)
  const first = syntax?.own[0]
  return first === undefined || syntax?.kind !== 'bullet' ? item.titleSpan.end : nodeSpan(first).end
}

/** An empty heading's title has no space before it to stand behind. */
function headingSafe({ source: { text } }: Document, item: Item, title: string): string {
  const isGlued =
    item.titleSpan.start === item.titleSpan.end &&
    !SPACE.test(text.charAt(item.titleSpan.start - 1))
  return isGlued ? ` ${title}` : title
}

/** " " */
const SPACE = /[ \t]/u

/** What the title is to a parser: it must be one, and all of it. */
function readTitleFragment(document: Document, item: Item, title: string, parse: Parse): Outline {
  const [fragment, second] = readOutlines(parse(inPlace(document, item, title)))
  if (
    fragment?.kind !== item.kind ||
    fragment.title !== foldTitle(title) ||
    second !== undefined ||
    fragment.children.length !== (item.kind === 'label' ? 1 : 0) ||
    fragment.own.length !== (item.kind === 'bullet' ? 1 : 0)
  ) {
    throw new CrossoffError(
      'operation-refused',
      `\`${title}\` is no ${item.kind}’s title in Markdown`,
      {
        help: HELP[item.kind],
      },
    )
  }
  return fragment
}

const SENTENCE =
  'a title is one sentence without a checkbox; escape what has a meaning of its own with a backslash'

const HELP: Readonly<Record<Item['kind'], string>> = {
  section: 'escape what has a meaning of its own with a backslash',
  bullet: SENTENCE,
  label: 'a label is bold text, or up to four words and a colon',
}

/** A title with the marks that it would stand in: a line above a heading's underline begins a block. */
function inPlace({ source: { text }, syntax }: Document, item: Item, title: string): string {
  const nodes = syntax.get(item)
  if (nodes?.kind === 'label') {
    const { start, end } = nodeSpan(nodes.paragraph)
    const line =
      text.slice(start, item.titleSpan.start) + title + text.slice(item.titleSpan.end, end)
    return `${line}\n\n- x\n`
  }
  if (nodes?.kind !== 'section')
    return `${renderBullet(
      splitLines(title).map((line) => line.trimStart()),
      PLAIN_LAYOUT,
    ).join('\n')}\n`
  return text.startsWith('#', nodeSpan(nodes.heading).start) ? `# ${title}\n` : `${title}\n===\n`
}

/** A bullet that begins with a list or with code has no line for a title. */
function requireTitleLine({ source: { text, lines } }: Document, item: Item): void {
  const { start, end } = item.titleSpan
  if (start < end || item.kind !== 'bullet') return
  if (text.slice(start, nextLineStart(lines, start)).trim() === '') return
  throw new CrossoffError(
    'operation-refused',
    `the bullet at line ${lineAt(lines, start)} does not begin with text`,
    {
      help: 'give it a first line by hand, or with `splice` in a plan',
    },
  )
}

/** A bullet's title is a part of its first paragraph. */
function retitled(
  document: Document,
  item: Item,
  own: readonly string[],
  title: string,
): readonly string[] {
  if (item.kind !== 'bullet') return own
  const rest = document.source.text.slice(item.titleSpan.end, paragraphEnd(document, item))
  return [renderParagraph(title + rest), ...own.slice(1)]
}
