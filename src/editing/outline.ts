import type { Nodes } from 'mdast'
import type { Document, Item, ItemKind, ItemStatus } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { renderBlock, withoutIndent } from '../document/render-block.ts'

/**
 * What an item must look like after an edit, wherever it then stands.
 *
 * An operation promises a tree of these; the edited text, parsed again, must show exactly it.
 */
export interface Outline {
  readonly kind: ItemKind
  /** A section's heading level; 0 for bullets and labels, whose depth their place tells. */
  readonly level: number
  /**
   * Source of the title, soft wraps folded.
   *
   * Not what it renders to: that changes where a definition elsewhere goes, without the item being
   * touched.
   */
  readonly title: string
  readonly status: ItemStatus
  /** The item's own blocks, each in a form that indentation and place do not change. */
  readonly own: readonly string[]
  readonly children: readonly Outline[]
  /** The item that this was read from, so that it can be found again after the edit. */
  readonly from?: Item
}

/** Reads the outline of a whole document. */
export function readOutlines(document: Document): Outline[] {
  return document.items.map((item) => readOutline(document, item))
}

/** Reads the outline of one item and all below it. */
export function readOutline(document: Document, item: Item): Outline {
  return {
    kind: item.kind,
    level: item.kind === 'section' ? item.level : 0,
    title: titleSource(document, item),
    status: item.status,
    own: readOwn(document, item),
    children: item.children.map((child) => readOutline(document, child)),
    from: item,
  }
}

/** Reads the source of an item's title, on one line. */
export function titleSource({ source: { text } }: Document, { titleSpan }: Item): string {
  return foldTitle(text.slice(titleSpan.start, titleSpan.end))
}

/** Titles and boxes are told apart from the text: the heading, the label and a checkbox are left out. */
function readOwn({ source: { text }, syntax }: Document, item: Item): string[] {
  const nodes = syntax.get(item)
  if (nodes === undefined || nodes.kind === 'label') return []
  if (nodes.kind === 'section') return nodes.own.slice(1).map((block) => renderBlock(block, text))
  return nodes.own.map((block, index) =>
    index === 0 && block.type === 'paragraph'
      ? renderParagraph(text.slice(item.titleSpan.start, nodeSpan(block).end))
      : renderBlock(block, text),
  )
}

/** Renders a bullet's first paragraph, from its title on, as an outline holds it. */
export function renderParagraph(source: string): string {
  return `paragraph:${withoutIndent(source).trimEnd()}`
}

/** The blocks of a document that stand before its first item or outside of all items. */
export function readLooseBlocks(document: Document): string[] {
  const owned = new Set<Nodes>()
  for (const syntax of document.syntax.values()) {
    for (const block of syntax.own) owned.add(block)
    if (syntax.kind !== 'section') owned.add(syntax.list)
  }
  return document.root.children
    .filter((block) => !owned.has(block))
    .map((block) => renderBlock(block, document.source.text))
}

/** Tells whether two trees of outlines are the same, whatever item each was read from. */
export function isSameOutline(left: readonly Outline[], right: readonly Outline[]): boolean {
  return findOutlineDifference(left, right) === undefined
}

/** Finds the first place at which two trees of outlines differ, in words for an error message. */
export function findOutlineDifference(
  expected: readonly Outline[],
  actual: readonly Outline[],
): string | undefined {
  const length = Math.max(expected.length, actual.length)
  for (let index = 0; index < length; index++) {
    const left = expected[index]
    const right = actual[index]
    if (left === undefined) return `\`${right?.title ?? ''}\` would be a new item`
    if (right === undefined) return `\`${left.title}\` would be no item any more`
    const difference =
      differenceOfItems(left, right) ?? findOutlineDifference(left.children, right.children)
    if (difference !== undefined) return difference
  }
  return undefined
}

function differenceOfItems(left: Outline, right: Outline): string | undefined {
  if (left.kind !== right.kind || left.level !== right.level) {
    return `\`${left.title}\`, a ${describe(left)}, would become \`${right.title}\`, a ${describe(right)}`
  }
  if (left.title !== right.title)
    return `the title \`${left.title}\` would become \`${right.title}\``
  if (left.status !== right.status) {
    return `the status of \`${left.title}\` would become \`${right.status}\`, not \`${left.status}\``
  }
  return left.own.length === right.own.length &&
    left.own.every((block, index) => block === right.own[index])
    ? undefined
    : `the text of \`${left.title}\` would change its meaning`
}

function describe(outline: Outline): string {
  return outline.kind === 'section' ? `section of level ${outline.level}` : outline.kind
}

/** Pairs the items of a document before an edit with those of the same outline after it. */
export function pairItems(
  before: readonly Outline[],
  after: readonly Outline[],
  pairs = new Map<Item, Item>(),
): Map<Item, Item> {
  before.forEach((left, index) => {
    const right = after[index]
    if (right === undefined) return
    if (left.from !== undefined && right.from !== undefined) pairs.set(left.from, right.from)
    pairItems(left.children, right.children, pairs)
  })
  return pairs
}
