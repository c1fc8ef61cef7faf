import type { Heading, Nodes, Root, RootContent } from 'mdast'
import { buildItems, type ItemDraft, type ItemReading } from './build-items.ts'
import type { Item } from './document.ts'
import { readBullets } from './read-bullets.ts'
import { isLabel, readLabel } from './read-labels.ts'
import { readSectionTitle } from './read-sections.ts'

/**
 * Reads the items of a syntax tree: sections, and the bullets and labels that stand in them.
 *
 * A heading opens a section that takes all blocks up to the next heading of its level or a higher
 * one, so that a level which was left out makes no item of its own. Lists in quotations and
 * footnotes are no items: somebody else's words, or an aside.
 */
export function readItems(root: Root, reading: ItemReading): Item[] {
  const drafts: ItemDraft[] = []
  const open: OpenSection[] = []
  let labelled: ItemDraft | undefined
  root.children.forEach((block, index) => {
    if (block.type === 'heading') {
      openSection(block, open, drafts, reading.text)
      return
    }
    for (const { draft } of open) draft.last = block
    const section = open.at(-1)
    if (block.type === 'list') {
      readBullets(block, labelled ?? section?.draft, drafts, reading.text)
      labelled = undefined
    } else {
      labelled = readLabelBefore(block, root.children[index + 1], section?.draft, reading.text)
      if (labelled === undefined) section?.own.push(block)
      else drafts.push(labelled)
    }
  })
  return buildItems(drafts, reading)
}

/** A section that may still take blocks; those outside of it have a higher level. */
interface OpenSection {
  readonly draft: ItemDraft
  /** The blocks that belong to no item below the section. */
  readonly own: Nodes[]
}

function openSection(
  heading: Heading,
  open: OpenSection[],
  drafts: ItemDraft[],
  text: string,
): void {
  while ((open.at(-1)?.draft.level ?? 0) >= heading.depth) open.pop()
  for (const { draft } of open) draft.last = heading
  const parent = open.at(-1)?.draft
  const own: Nodes[] = [heading]
  const title = readSectionTitle(heading, text)
  const draft: ItemDraft = {
    syntax: { kind: 'section', heading, own },
    level: heading.depth,
    ...title,
    parent,
    path: [...(parent?.path ?? []), title.title],
    last: heading,
    children: [],
  }
  open.push({ draft, own })
  drafts.push(draft)
}

function readLabelBefore(
  block: RootContent,
  next: RootContent | undefined,
  parent: ItemDraft | undefined,
  text: string,
): ItemDraft | undefined {
  if (block.type !== 'paragraph' || next?.type !== 'list' || !isLabel(block)) return undefined
  return readLabel(block, next, parent, text)
}
