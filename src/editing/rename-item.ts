import type { Document, Item } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import { nodeSpan } from '../document/node-span.ts'
import type { Edited, Parse } from './edited.ts'
import { type Outline, readOutlines, renderParagraph } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'

/** Gives an item another title, and leaves every other character. */
export function renameItem(document: Document, item: Item, title: string, parse: Parse): Edited {
  const wanted = title.trim()
  if (wanted === '' || LINE_END.test(wanted)) {
    throw new CrossoffError('operation-refused', `\`${title}\` is no title`, {
      help: 'a title is one line that is not empty',
    })
  }
  const text = wanted + closingMark(document, item, wanted)
  const rendered = renderTitle(text, item, parse)
  const promise = rewriteOutline(readOutlines(document), item, (outline) => [
    retitle(document, item, outline, text, rendered),
  ])
  return { edits: [{ ...item.titleSpan, text: headingSafe(document, item, text) }], promise }
}

/** "\n" */
const LINE_END = /[\r\n]/u

/** A bullet's sentence that more text follows on the same paragraph keeps what ends it. */
function closingMark(document: Document, item: Item, title: string): string {
  const { text } = document.source
  if (item.kind !== 'bullet' || SENTENCE_END.test(title)) return ''
  if (item.titleSpan.end >= paragraphEnd(document, item)) return ''
  return SENTENCE_END.exec(text.slice(item.titleSpan.start, item.titleSpan.end))?.[1] ?? ''
}

/** "works." */
const SENTENCE_END = /([.!?])["')\]*_~]*$/u

function paragraphEnd(document: Document, item: Item): number {
  const syntax = document.syntax.get(item)
  const first = syntax?.own[0]
  return first === undefined || syntax?.kind !== 'bullet' ? item.titleSpan.end : nodeSpan(first).end
}

/** An empty heading's title has no space before it to stand behind. */
function headingSafe({ source: { text } }: Document, item: Item, title: string): string {
  const isGlued =
    item.titleSpan.start === item.titleSpan.end &&
    !SPACE.test(text[item.titleSpan.start - 1] ?? ' ')
  return isGlued ? ` ${title}` : title
}

/** " " */
const SPACE = /[ \t]/u

/** The title as a parser renders it, so that the promise speaks of what readers will see. */
function renderTitle(title: string, item: Item, parse: Parse): string {
  const marker = item.kind === 'bullet' ? '- ' : '# '
  const [first, second] = parse(`${marker}${title}\n`).items
  if (first === undefined || second !== undefined || first.title === '') {
    throw new CrossoffError('operation-refused', `\`${title}\` is no title in Markdown`, {
      help: 'escape what has a meaning of its own with a backslash',
    })
  }
  return first.title
}

function retitle(
  document: Document,
  item: Item,
  outline: Outline,
  title: string,
  rendered: string,
): Outline {
  if (item.kind !== 'bullet') return { ...outline, title: rendered }
  const [, ...own] = outline.own
  const rest = document.source.text.slice(item.titleSpan.end, paragraphEnd(document, item))
  return { ...outline, title: rendered, own: [renderParagraph(title + rest), ...own] }
}
