import type { List, ListItem, Nodes } from 'mdast'
import { bulletContent } from './block-end.ts'
import type { ItemDraft } from './build-items.ts'
import { readBulletStatus } from './read-status.ts'
import { readSentenceTitle, readWholeTitle, type Title } from './read-title.ts'

export { bulletContent }

/**
 * Reads the items of a list, with the lists inside them, as drafts.
 *
 * A loop, for a list may nest deeper than the stack goes.
 */
export function readBullets(
  list: List,
  parent: ItemDraft | undefined,
  drafts: ItemDraft[],
  text: string,
): void {
  const open: OpenList[] = [{ list, level: 1, parent, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.list.children[top.next++]
    if (node === undefined) {
      open.pop()
      continue
    }
    const draft = readBullet(top, node, text)
    drafts.push(draft)
    for (const child of node.children.toReversed()) {
      if (child.type !== 'list') continue
      open.push({ list: child, level: top.level + 1, parent: draft, next: 0 })
    }
  }
}

/** A list of which some items are read. */
interface OpenList {
  readonly list: List
  readonly level: number
  readonly parent: ItemDraft | undefined
  /** The item to read next. */
  next: number
}

function readBullet({ list, level, parent }: OpenList, node: ListItem, text: string): ItemDraft {
  const first = node.children[0]
  const paragraph = first?.type === 'paragraph' ? first : undefined
  const { status, boxLength } = readBulletStatus(node, paragraph)
  const own: Nodes[] = node.children.filter((child) => child.type !== 'list')
  const title = readBulletTitle(node, boxLength, text)
  return {
    syntax: { kind: 'bullet', list, node, own },
    level,
    ...title,
    status,
    parent,
    path: [...(parent?.path ?? []), title.title],
    last: node,
    children: [],
  }
}

function readBulletTitle(node: ListItem, boxLength: number, text: string): Title {
  const first = node.children[0]
  if (first?.type === 'paragraph') return readSentenceTitle(first, text, boxLength)
  const at = bulletContent(node, text)
  return first?.type === 'heading'
    ? readWholeTitle(first.children, text, at)
    : { title: '', titleSpan: { start: at, end: at } }
}
