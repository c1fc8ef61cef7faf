import type { Document, Item } from '../document/document.ts'
import { shortHash } from '../document/hash-item.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { walkItems } from '../document/walk-items.ts'
import type { Entry } from './entry.ts'
import { foldProse, renderText } from './render-text.ts'

/** Reads the items of a document as they are compared, in document order. */
export function readEntries(document: Document): Entry[] {
  const entries = new Map<Item, Entry>()
  const entriesOf = (items: readonly Item[]): Entry[] =>
    items.flatMap((item) => entries.get(item) ?? [])
  // Children come before their parents, without a call for each level: lists nest as deep as they like.
  for (const { item } of walkItems(document.items).reverse())
    entries.set(item, readEntry(document, item, entriesOf(item.children)))
  return entriesOf(document.items)
}

function readEntry(document: Document, item: Item, children: readonly Entry[]): Entry {
  const content = {
    kind: item.kind,
    title: item.title,
    status: item.status,
    source: readSource(document, item),
    text: readBlocks(document, item).join('\n\n'),
  }
  const level = item.kind === 'section' ? item.level : 0
  return { ...content, level, children, key: keyOf(content, children), item }
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

/** A heading's title with the id behind it, which links depend on. */
function readSource({ source: { text }, syntax }: Document, item: Item): string {
  const { start, end } = item.titleSpan
  const nodes = syntax.get(item)
  const behind = nodes?.kind === 'section' ? text.slice(end, nodeSpan(nodes.heading).end) : ''
  const id = ID.exec(behind)?.[0] ?? ''
  return foldTitle(`${text.slice(start, end)} ${id}`)
}

/** "{#glass}" */
const ID = /\{[^{}\r\n]*\}/u

function readBlocks({ source: { text }, syntax }: Document, item: Item): string[] {
  const nodes = syntax.get(item)
  if (nodes === undefined || nodes.kind === 'label') return []
  const [first, ...rest] = nodes.own
  const below = rest.map((block) => renderText(block, text))
  if (nodes.kind === 'section' || first === undefined || first.type === 'heading') return below
  // A bullet's title is the beginning of its first paragraph, which may go on behind it.
  const head =
    first.type === 'paragraph'
      ? foldProse(text.slice(item.titleSpan.end, nodeSpan(first).end))
      : renderText(first, text)
  return head === '' ? below : [head, ...below]
}
