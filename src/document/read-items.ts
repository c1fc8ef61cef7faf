import type { Nodes, Root, RootContent } from 'mdast'
import { buildItem, type ItemReading } from './build-item.ts'
import type { Item } from './document.ts'
import { readBullets } from './read-bullets.ts'
import { isLabel, readLabel } from './read-labels.ts'
import { readSectionTitle } from './read-sections.ts'

/** Reads the items of a syntax tree: sections, and the bullets and labels that stand in them. */
export function readItems(root: Root, reading: ItemReading): Item[] {
  return readBlocks(root.children, 0, root.children.length, [], reading)
}

/**
 * Reads the items among a run of top-level blocks.
 *
 * A heading opens a section that takes all blocks up to the next heading of its level or a higher
 * one, so that a level which was left out makes no item of its own.
 */
function readBlocks(
  blocks: readonly RootContent[],
  from: number,
  to: number,
  path: readonly string[],
  reading: ItemReading,
): Item[] {
  const items: Item[] = []
  for (let index = from; index < to; index++) {
    const block = blocks[index]
    if (block?.type === 'heading') {
      const end = sectionEnd(blocks, index, to)
      items.push(readSection(blocks, index, end, path, reading))
      index = end - 1
    } else if (block?.type === 'list') {
      for (const bullet of readBullets(block, 1, path, reading)) items.push(bullet)
    } else if (block?.type === 'paragraph') {
      const list = blocks[index + 1]
      if (index + 1 < to && list?.type === 'list' && isLabel(block)) {
        items.push(readLabel(block, list, path, reading))
        index++
      }
    }
  }
  return items
}

function sectionEnd(blocks: readonly RootContent[], from: number, to: number): number {
  const opening = blocks[from]
  const level = opening?.type === 'heading' ? opening.depth : 0
  for (let index = from + 1; index < to; index++) {
    const block = blocks[index]
    if (block?.type === 'heading' && block.depth <= level) return index
  }
  return to
}

function readSection(
  blocks: readonly RootContent[],
  from: number,
  to: number,
  path: readonly string[],
  reading: ItemReading,
): Item {
  const heading = blocks[from]
  if (heading?.type !== 'heading') throw new Error('a section begins with a heading')
  const title = readSectionTitle(heading, reading.text)
  const own = ownBlocks(blocks, from, to)
  return buildItem(
    {
      syntax: { kind: 'section', heading, own },
      level: heading.depth,
      ...title,
      path,
      last: blocks[to - 1] ?? heading,
      children: (itemPath) => readBlocks(blocks, from + 1, to, itemPath, reading),
    },
    reading,
  )
}

/** The blocks of a section that belong to no item below it. */
function ownBlocks(blocks: readonly RootContent[], from: number, to: number): Nodes[] {
  const own: Nodes[] = []
  for (let index = from; index < to; index++) {
    const block = blocks[index]
    if (block === undefined || (block.type === 'heading' && index > from)) break
    const isLabelled =
      block.type === 'paragraph' &&
      blocks[index + 1]?.type === 'list' &&
      index + 1 < to &&
      isLabel(block)
    if (block.type !== 'list' && !isLabelled) own.push(block)
  }
  return own
}
