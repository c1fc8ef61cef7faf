import type { Nodes } from 'mdast'
import type { Document, Item } from '../document/document.ts'
import { shortHash } from '../document/hash-item.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { renderBlock } from '../document/render-block.ts'
import type { Entry } from './entry.ts'

/** Reads the items of a document as they are compared, in document order. */
export function readEntries(document: Document): Entry[] {
  return document.items.map((item) => readEntry(document, item))
}

function readEntry(document: Document, item: Item): Entry {
  const { text } = document.source
  const children = item.children.map((child) => readEntry(document, child))
  const content = {
    kind: item.kind,
    title: item.title,
    status: item.status,
    source: foldTitle(text.slice(item.titleSpan.start, item.titleSpan.end)),
    text: readBlocks(document, item).join('\n\n'),
  }
  return {
    ...content,
    level: item.kind === 'section' ? item.level : 0,
    children,
    key: keyOf(content, children),
    item,
  }
}

/** Tells entries apart by all that they say; where children are many, by its hash. */
export function keyOf(
  { kind, status, source, text }: Pick<Entry, 'kind' | 'status' | 'source' | 'text'>,
  children: readonly Entry[],
): string {
  const own = `${kind} ${status} ${source}\n${text}`
  if (children.length === 0) return own
  return shortHash([own, ...children.map(({ key }) => key)].join('\0'))
}

function readBlocks({ source: { text }, syntax }: Document, item: Item): string[] {
  const nodes = syntax.get(item)
  if (nodes === undefined || nodes.kind === 'label') return []
  const [first, ...rest] = nodes.own
  const below = rest.map((block) => readBlock(block, text))
  if (nodes.kind === 'section' || first === undefined) return below
  // A bullet's title is the beginning of its first paragraph, which may go on behind it.
  const isTitled = first.type === 'paragraph' || first.type === 'heading'
  const head =
    first.type === 'paragraph'
      ? foldProse(text.slice(item.titleSpan.end, nodeSpan(first).end))
      : isTitled
        ? ''
        : readBlock(first, text)
  return head === '' ? below : [head, ...below]
}

function readBlock(block: Nodes, text: string): string {
  if (block.type !== 'paragraph') return renderBlock(block, text)
  const { start, end } = nodeSpan(block)
  return foldProse(text.slice(start, end))
}

/** Wraps mean nothing in prose, but for a hard line break (CommonMark 0.31, section 6.7). */
function foldProse(source: string): string {
  return source.split(HARD_BREAK).map(foldTitle).join('\\\n').trim()
}

/** "  \n", "\\\n" */
const HARD_BREAK = /(?: {2}|\\)(?:\r\n|\n|\r)/u
