import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import type { Outline } from './outline.ts'
import { nestSections, rewriteOutline } from './outline-tree.ts'
import { type Position, refusePlace } from './position.ts'

/**
 * Finds the bullet or the label that a section is to stand before, and whose place in the text it then
 * takes with all that follows; `undefined` for any other position.
 */
export function firstTaken(position: Position): Item | undefined {
  if (position.relation !== 'before' || position.item.kind === 'section') return undefined
  return position.item
}

/** The level of a heading that is put before a bullet or a label: one below what that stands in. */
export function levelBeforeList(document: Document, item: Item): number {
  const parent = parentOf(document, item)
  if (parent !== undefined) return parent.level + 1
  return document.items.find(({ kind }) => kind === 'section')?.level ?? 1
}

/**
 * Promises the tree in which a new section has taken a bullet or label and all that stood behind it in
 * the section around.
 */
export function takeOver(
  document: Document,
  outlines: readonly Outline[],
  outline: Outline,
  item: Item,
): Outline[] {
  if (outline.children.some(({ kind }) => kind === 'section')) {
    throw new CrossoffError(
      'operation-refused',
      `\`${outline.title}\` cannot take over \`${item.title}\`: it holds sections of its own`,
      { help: 'put it there without them, and then each of them under it' },
    )
  }
  const parent = parentOf(document, item)
  if (parent === undefined) return nestSections(split(outlines, item, outline, []))
  if (parent.kind !== 'section') throw refusePlace('section', { relation: 'before', item }, HELP)
  const kept = countOwnBefore(document, parent, item)
  return nestSections(
    rewriteOutline(outlines, parent, (around) => [
      {
        ...around,
        own: around.own.slice(0, kept),
        children: split(around.children, item, outline, around.own.slice(kept)),
      },
    ]),
  )
}

const HELP = 'name a bullet right below a section'

/** Promises the tree in which a label has taken a bullet and those behind it in the same list. */
export function takeList(
  document: Document,
  outlines: readonly Outline[],
  outline: Outline,
  bullet: Item,
): Outline[] {
  const parent = parentOf(document, bullet)
  if (parent !== undefined && parent.kind !== 'section')
    throw refusePlace('label', { relation: 'before', item: bullet }, HELP)
  const list = listOf(document, bullet)
  const take = (siblings: readonly Outline[]): Outline[] => {
    const from = siblings.findIndex((sibling) => sibling.from === bullet)
    const behind = siblings.slice(from)
    const next = behind.findIndex((each) => each.from && listOf(document, each.from) !== list)
    const taken = next === -1 ? behind : behind.slice(0, next)
    const label = { ...outline, children: [...outline.children, ...taken] }
    return [...siblings.slice(0, from), label, ...behind.slice(taken.length)]
  }
  if (parent === undefined) return take(outlines)
  return rewriteOutline(outlines, parent, (around) => [
    { ...around, children: take(around.children) },
  ])
}

function listOf({ syntax }: Document, item: Item): unknown {
  const nodes = syntax.get(item)
  return nodes?.kind === 'bullet' ? nodes.list : undefined
}

function split(
  siblings: readonly Outline[],
  item: Item,
  outline: Outline,
  own: readonly string[],
): Outline[] {
  const from = siblings.findIndex((sibling) => sibling.from === item)
  const behind = siblings.slice(from)
  const next = behind.findIndex(({ kind }) => kind === 'section')
  const taken = next === -1 ? behind : behind.slice(0, next)
  const section = {
    ...outline,
    own: [...outline.own, ...own],
    children: [...outline.children, ...taken],
  }
  return [...siblings.slice(0, from), section, ...behind.slice(taken.length)]
}

/** The heading is no part of what an outline calls a section's own blocks. */
function countOwnBefore({ syntax }: Document, parent: Item, item: Item): number {
  const own = syntax.get(parent)?.own.slice(1) ?? []
  return own.filter((block) => nodeSpan(block).start < item.span.start).length
}

function parentOf(document: Document, item: Item): Item | undefined {
  return walkItems(document.items).find((place) => place.item === item)?.parent?.item
}
