import type { Nodes } from 'mdast'
import { blockEnd } from './block-end.ts'
import type { Item, ItemStatus, ItemSyntax } from './document.ts'
import type { Link } from './link.ts'
import { nodeSpan } from './node-span.ts'
import { type MentionOptions, readMentions } from './read-mentions.ts'
import type { Span } from '../text/span.ts'

/** What the reading of a whole document shares. */
export interface ItemReading {
  readonly text: string
  /** All links, in document order. */
  readonly links: readonly Link[]
  readonly options: MentionOptions
  /** Filled as items are read. */
  readonly syntax: Map<Item, ItemSyntax>
}

/** What an item is built from, before its children are read. */
interface ItemDraft {
  readonly syntax: ItemSyntax
  readonly level: number
  readonly title: string
  readonly titleSpan: Span
  readonly status: ItemStatus
  /** Path of the parent. */
  readonly path: readonly string[]
  /** The last block of the item, children included. */
  readonly last: Nodes
  readonly children: (path: readonly string[]) => Item[]
}

/** Builds an item, reads its children, and notes its nodes. */
export function buildItem(draft: ItemDraft, reading: ItemReading): Item {
  const { syntax, titleSpan } = draft
  const path = [...draft.path, draft.title]
  const children = draft.children(path)
  const span = {
    start: nodeSpan(firstNode(syntax)).start,
    end: trimEnd(reading.text, titleSpan.end, blockEnd(draft.last, reading.text)),
  }
  const item: Item = {
    kind: syntax.kind,
    level: draft.level,
    title: draft.title,
    status: draft.status,
    path,
    span,
    titleSpan,
    bodySpans: readBodySpans(reading.text, headEnd(syntax, titleSpan), span.end, children),
    children,
    links: ownLinks(reading.links, span, children),
    ...readMentions(syntax.own, reading.text, reading.options),
  }
  reading.syntax.set(item, syntax)
  return item
}

function firstNode(syntax: ItemSyntax): Nodes {
  if (syntax.kind === 'section') return syntax.heading
  return syntax.kind === 'bullet' ? syntax.node : syntax.paragraph
}

/** A section's body begins behind its heading, with the underline or closing marks that it has. */
function headEnd(syntax: ItemSyntax, titleSpan: Span): number {
  if (syntax.kind === 'section') return nodeSpan(syntax.heading).end
  return syntax.kind === 'label' ? nodeSpan(syntax.paragraph).end : titleSpan.end
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
  while (start < to && WHITE_SPACE.includes(text[start] ?? '')) start++
  return { start, end: trimEnd(text, start, to) }
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && WHITE_SPACE.includes(text[end - 1] ?? '')) end--
  return end
}

const WHITE_SPACE = ' \t\r\n'

/** Links are sorted, and so are items: each item looks only at its own stretch. */
function ownLinks(links: readonly Link[], span: Span, children: readonly Item[]): Link[] {
  const own: Link[] = []
  let child = 0
  for (let index = firstLinkFrom(links, span.start); index < links.length; index++) {
    const link = links[index]
    if (link === undefined || link.span.start >= span.end) break
    while (child < children.length && (children[child]?.span.end ?? 0) <= link.span.start) child++
    if (link.span.start < (children[child]?.span.start ?? span.end)) own.push(link)
  }
  return own
}

function firstLinkFrom(links: readonly Link[], offset: number): number {
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle]?.span.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
