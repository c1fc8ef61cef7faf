import type { Nodes } from 'mdast'
import { partitionPoint } from '../partition-point.ts'
import type { Span } from '../text/span.ts'
import { blockEnd } from './block-end.ts'
import type { Item, ItemStatus, ItemSyntax } from './document.ts'
import type { Link } from './link.ts'
import { nodeSpan } from './node-span.ts'
import { type MentionOptions, readMentions } from './read-mentions.ts'
import type { Title } from './read-title.ts'

/** What the reading of a whole document shares. */
export interface ItemReading {
  /** The document's text. */
  readonly text: string
  /** All links, in document order. */
  readonly links: readonly Link[]
  /** What the config says of owners and references. */
  readonly options: MentionOptions
  /** Filled as items are built, in document order. */
  readonly syntax: Map<Item, ItemSyntax>
}

/** An item whose children are not known yet. */
export interface ItemDraft extends Title {
  /** The nodes it is read from. */
  readonly syntax: ItemSyntax
  /** The level that the item will have. */
  readonly level: number
  /** The status that the item will have. */
  readonly status: ItemStatus
  /** The item it stands in; absent for an outermost one. */
  readonly parent: ItemDraft | undefined
  /** The titles from the outermost item to this one. */
  readonly path: readonly string[]
  /** The last block of the item, children included. */
  last: Nodes
  /** Filled as items are built, the last child first. */
  readonly children: Item[]
}

/**
 * Builds the items of a document.
 *
 * From the last to the first, so that children are there before their parents, without a call
 * for each level: a list may nest deeper than the stack goes.
 *
 * @param drafts In document order, parents before children.
 */
export function buildItems(drafts: readonly ItemDraft[], reading: ItemReading): Item[] {
  const outermost: Item[] = []
  const built: [Item, ItemSyntax][] = []
  for (const draft of drafts.toReversed()) {
    const item = buildItem(draft, reading)
    const siblings = draft.parent?.children ?? outermost
    siblings.push(item)
    built.push([item, draft.syntax])
  }
  for (const [item, syntax] of built.toReversed()) reading.syntax.set(item, syntax)
  return outermost.reverse()
}

function buildItem(draft: ItemDraft, { text, links, options }: ItemReading): Item {
  const { syntax, titleSpan } = draft
  const children = draft.children.reverse()
  const start = nodeSpan(firstNode(syntax)).start
  const end = trimEnd(text, titleSpan.end, blockEnd(draft.last, text))
  return {
    kind: syntax.kind,
    level: draft.level,
    title: draft.title,
    status: draft.status,
    path: draft.path,
    span: { start, end },
    titleSpan,
    bodySpans: readBodySpans(text, headEnd(syntax, titleSpan), end, children),
    children,
    links: ownLinks(links, { start, end }, children),
    ...readMentions(syntax.own, text, options),
  }
}

function firstNode(syntax: ItemSyntax): Nodes {
  if (syntax.kind === 'section') return syntax.heading
  return syntax.kind === 'bullet' ? syntax.node : syntax.paragraph
}

/** A body begins behind a heading, with the underline or closing marks that it has. */
function headEnd(syntax: ItemSyntax, titleSpan: Span): number {
  if (syntax.kind === 'section') return nodeSpan(syntax.heading).end
  if (syntax.kind === 'label') return nodeSpan(syntax.paragraph).end
  const first = syntax.node.children[0]
  return first?.type === 'heading' ? nodeSpan(first).end : titleSpan.end
}

function readBodySpans(text: string, from: number, to: number, children: readonly Item[]): Span[] {
  const spans: Span[] = []
  let start = from
  for (const child of [...children.map(({ span }) => span), { start: to, end: to }]) {
    const piece = trim(text, start, child.start)
    if (piece.start < piece.end) spans.push(piece)
    start = child.end
  }
  return spans
}

function trim(text: string, from: number, to: number): Span {
  let start = from
  while (start < to && isSpace(text, start)) start++
  return { start, end: trimEnd(text, start, to) }
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isSpace(text, end - 1)) end--
  return end
}

function isSpace(text: string, at: number): boolean {
  return WHITE_SPACE.includes(text.charAt(at))
}

const WHITE_SPACE = ' \t\r\n'

/** Links are sorted, and so are items: each item looks only at its own stretch. */
function ownLinks(links: readonly Link[], span: Span, children: readonly Item[]): Link[] {
  const own: Link[] = []
  let child = 0
  let index = firstLinkFrom(links, span.start)
  for (let link = links[index]; link !== undefined; link = links[++index]) {
    const { start } = link.span
    if (start >= span.end) break
    let next = children[child]
    while (next !== undefined && next.span.end <= start) next = children[++child]
    if (next === undefined || start < next.span.start) own.push(link)
  }
  return own
}

function firstLinkFrom(links: readonly Link[], offset: number): number {
  return partitionPoint(links.length, (place) => (links[place]?.span.start ?? offset) < offset)
}
