import type { Document, Item } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { selectTarget } from '../../src/selectors/select-target.ts'
import { flat, isSame } from './flat-item.ts'

/** Where items that were put in stand among all others. */
interface Run {
  readonly at: number
  readonly size: number
}

/** Items that were put somewhere stand there, counted without the one that moved. */
export function hasPlace(
  before: Document,
  after: Document,
  operation: Operation,
  { at }: Run,
  moved?: Item,
): boolean {
  if (operation.op !== 'add' && operation.op !== 'move') return true
  const { under, before: next, after: previous } = operation
  const target = under ?? next ?? previous
  if (target === undefined) return true
  const named = selectTarget(before, target)
  const gone = new Set(moved && walkItems([moved]).map(({ item }) => item))
  const rest = walkItems(before.items).filter(({ item }) => !gone.has(item))
  const index = rest.findIndex(({ item }) => item === named)
  if (next !== undefined) return at === index
  const inside = walkItems([named]).filter(({ item }) => !gone.has(item))
  if (previous !== undefined) return at === index + inside.length
  const place = walkItems(after.items)[at]
  const parent = place?.parent?.item
  // A section's level may put it deeper.
  if (place?.item.kind === 'section') return at > index && at <= index + inside.length
  const block = operation.layout?.block
  return (
    parent !== undefined &&
    flat(after, parent) === flat(before, named) &&
    (block === undefined || countBlocks(after, parent, place?.item) === block)
  )
}

/** Counts the blocks of an item's own text, its heading left out, that stand before a child. */
function countBlocks({ syntax }: Document, parent: Item, child: Item | undefined): number {
  const own = syntax.get(parent)?.own ?? []
  return own.filter(
    ({ type, position }, index) =>
      (index > 0 || type !== 'heading' || parent.kind !== 'section') &&
      Number(position?.start.offset) < Number(child?.span.start),
  ).length
}

/** A heading or a label that was put before a bullet holds it, and its siblings behind it. */
export function hasTaken(
  before: Document,
  after: Document,
  operation: Operation,
  { at, size }: Run,
): boolean {
  if (operation.op !== 'add' || operation.before === undefined) return true
  const named = selectTarget(before, operation.before)
  const item = walkItems(after.items)[at]?.item
  if (item === undefined || item.kind === named.kind || named.kind === 'section') return true
  const place = walkItems(before.items).find((other) => other.item === named)
  const behind = (place?.siblings ?? []).slice(place?.index)
  const list = listOf(before, named)
  const next = behind.findIndex((other) =>
    item.kind === 'label' ? listOf(before, other) !== list : other.kind === 'section',
  )
  const taken = next === -1 ? behind : behind.slice(0, next)
  const now = walkItems([item])
    .slice(size)
    .filter(({ item: child, parent }) => parent?.item === item && child.kind !== 'section')
  return isSame(
    taken.map((other) => flat(before, other)),
    now.map(({ item: child }) => flat(after, child)),
  )
}

function listOf({ syntax }: Document, item: Item): unknown {
  const nodes = syntax.get(item)
  return nodes?.kind === 'bullet' ? nodes.list : undefined
}

/** What an item held falls to the section before it, or, from a label, to what the label stood in. */
export function hasReleased(before: Document, after: Document, item: Item): boolean {
  const places = walkItems(before.items)
  const at = places.findIndex((place) => place.item === item)
  const heir =
    item.kind === 'label'
      ? places[at]?.parent?.item
      : places.slice(0, at).findLast((place) => place.item.kind === 'section')?.item
  return item.children
    .filter(({ kind }) => kind !== 'section')
    .every((child) => {
      const from = places.findIndex((place) => place.item === child)
      const parent = walkItems(after.items)[from - 1]?.parent?.item
      return (parent && flat(after, parent)) === (heir && flat(before, heir))
    })
}
