import type { List, ListItem, Nodes } from 'mdast'
import { bulletContent } from './block-end.ts'
import { buildItem, type ItemReading } from './build-item.ts'
import type { Item } from './document.ts'
import { readBulletStatus } from './read-status.ts'
import { readSentenceTitle, readWholeTitle, type Title } from './read-title.ts'

/** Reads the items of a list, with the lists inside them. */
export function readBullets(
  list: List,
  level: number,
  path: readonly string[],
  reading: ItemReading,
): Item[] {
  return list.children.map((node) => readBullet(list, node, level, path, reading))
}

function readBullet(
  list: List,
  node: ListItem,
  level: number,
  path: readonly string[],
  reading: ItemReading,
): Item {
  const first = node.children[0]
  const { status, boxLength } = readBulletStatus(
    node,
    first?.type === 'paragraph' ? first : undefined,
  )
  const own: Nodes[] = node.children.filter((child) => child.type !== 'list')
  return buildItem(
    {
      syntax: { kind: 'bullet', list, node, own },
      level,
      ...readBulletTitle(node, boxLength, reading.text),
      status,
      path,
      last: node,
      children: (itemPath) =>
        node.children.flatMap((child) =>
          child.type === 'list' ? readBullets(child, level + 1, itemPath, reading) : [],
        ),
    },
    reading,
  )
}

function readBulletTitle(node: ListItem, boxLength: number, text: string): Title {
  const first = node.children[0]
  if (first?.type === 'paragraph') return readSentenceTitle(first, text, boxLength)
  const at = bulletContent(node, text)
  return first?.type === 'heading'
    ? readWholeTitle(first.children, text, at)
    : { title: '', titleSpan: { start: at, end: at } }
}

export { bulletContent }
