import type { Document, Item } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { selectTarget } from '../../src/selectors/select-target.ts'

/** An item without its place: `bullet open water the ferns`. */
export type FlatItem = string

/**
 * Lists the items of a document as kind, status and the source of the title.
 *
 * The source, since what a title renders to may change with a definition elsewhere.
 */
function flatten(document: Document, items: readonly Item[] = document.items): FlatItem[] {
  return walkItems(items).map(({ item }) => flat(document, item))
}

function flat(document: Document, item: Item): FlatItem {
  return `${item.kind} ${item.status} ${titleOf(document, item)}`
}

function titleOf({ source }: Document, { titleSpan }: Item): string {
  return fold(source.text.slice(titleSpan.start, titleSpan.end))
}

function fold(text: string): string {
  return text.replace(/[ \t\r\n]+/gu, ' ').trim()
}

/**
 * Tells, independently of what operations promise, whether a document changed as it should.
 *
 * @returns What is wrong; `undefined` where nothing is.
 */
export function promiseProblem(
  before: Document,
  after: Document,
  operation: Operation,
): string | undefined {
  if (operation.op === 'splice') {
    const { start, end, text } = operation
    const wanted = before.source.text.slice(0, start) + text + before.source.text.slice(end)
    return wanted === after.source.text ? undefined : 'splice: another text'
  }
  const found = CHECKS[operation.op](before, after, operation)
  if (found) return undefined
  return `${operation.op}: ${JSON.stringify(flatten(before))} became ${JSON.stringify(flatten(after))}`
}

type Check = (before: Document, after: Document, operation: Operation) => boolean

const CHECKS: Record<Exclude<Operation['op'], 'splice'>, Check> = {
  add: (before, after, operation) => {
    const count = flatten(after).length - flatten(before).length
    const rest = flatten(before)
    return (
      count > 0 &&
      'text' in operation &&
      flatten(after).some(
        (_, at) =>
          isSame(flatten(after).toSpliced(at, count), rest) &&
          hasPlace(before, after, operation, { at, size: count }) &&
          hasTaken(before, after, operation, { at, size: count }) &&
          walkItems(after.items)
            .slice(at, at + count)
            .every(({ item }) => fold(operation.text).includes(titleOf(after, item))),
      )
    )
  },
  archive: (before, after, operation) => {
    const { item, at, size } = find(before, operation)
    const rest = flatten(before).toSpliced(at, size)
    const moved = flatten(before, [item])
    return flatten(after).some((_, to) => {
      const others = flatten(after).toSpliced(to, size)
      return (
        isSame(flatten(after).slice(to, to + size), moved) &&
        isSubsequence(rest, others) &&
        others.length - rest.length <= item.path.length
      )
    })
  },
  demote: isMoved,
  promote: isMoved,
  move: isMoved,
  done: (before, after, operation) => isMarked(before, after, operation, ['done']),
  reopen: (before, after, operation) => isMarked(before, after, operation, ['open', 'none']),
  drop: (before, after, operation) => {
    const { item, at, size } = find(before, operation)
    const isKept = 'keep' in operation
    return (
      isSame(flatten(before).toSpliced(at, isKept ? 1 : size), flatten(after)) &&
      (!isKept || hasReleased(before, after, item))
    )
  },
  edit: (before, after, operation) => {
    const { at } = find(before, operation)
    const item = walkItems(after.items)[at]?.item
    const body = item?.bodySpans.map(({ start, end }) => after.source.text.slice(start, end))
    return (
      isSame(flatten(before), flatten(after)) &&
      'body' in operation &&
      fold((body ?? []).join('\n')) === fold(operation.body)
    )
  },
  rename: (before, after, operation) => {
    const { at } = find(before, operation)
    const renamed = walkItems(after.items)[at]?.item
    return (
      isSame(flatten(before).toSpliced(at, 1), flatten(after).toSpliced(at, 1)) &&
      'title' in operation &&
      renamed !== undefined &&
      hasTitle(titleOf(after, renamed), fold(operation.title))
    )
  },
}

/** A title that was marked as a whole, bold, slanted or struck through, stays so. */
function hasTitle(found: string, wanted: string): boolean {
  return found.startsWith(wanted) || found.replace(/^(?:~~|\*\*|__|[*_~])/u, '').startsWith(wanted)
}

function isMarked(
  before: Document,
  after: Document,
  operation: Operation,
  statuses: readonly string[],
): boolean {
  const { at } = find(before, operation)
  const item = walkItems(after.items)[at]?.item
  const old = walkItems(before.items)[at]?.item
  return (
    item !== undefined &&
    old !== undefined &&
    statuses.includes(item.status) &&
    isSame(flatten(before).toSpliced(at, 1), flatten(after).toSpliced(at, 1)) &&
    unmarked(titleOf(before, old)) === unmarked(titleOf(after, item))
  )
}

/** A title without the marks of a status, or of the label that they may go around. */
function unmarked(title: string): string {
  return title.replace(/[~*_:]|<[^<>]*>/gu, '').trim()
}

/** The item stands elsewhere with all below it, and the others in the order that they had. */
function isMoved(before: Document, after: Document, operation: Operation): boolean {
  const { item, at, size } = find(before, operation)
  const rest = flatten(before).toSpliced(at, size)
  const moved = flatten(before, [item])
  return flatten(after).some(
    (_, to) =>
      isSame(flatten(after).slice(to, to + size), moved) &&
      isSame(flatten(after).toSpliced(to, size), rest) &&
      hasPlace(before, after, operation, { at: to, size }, item),
  )
}

/** Where items that were put in stand among all others. */
interface Run {
  readonly at: number
  readonly size: number
}

/** Items that were put somewhere stand there, counted without the one that moved. */
function hasPlace(
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
function hasTaken(
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
function hasReleased(before: Document, after: Document, item: Item): boolean {
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

function find(document: Document, operation: Operation): { item: Item; at: number; size: number } {
  if (!('target' in operation)) throw new Error(`\`${operation.op}\` has no target`)
  const item = selectTarget(document, operation.target)
  const at = walkItems(document.items).findIndex((place) => place.item === item)
  return { item, at, size: walkItems([item]).length }
}

function isSame(left: readonly FlatItem[], right: readonly FlatItem[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}

function isSubsequence(part: readonly FlatItem[], whole: readonly FlatItem[]): boolean {
  let at = 0
  for (const item of whole) if (item === part[at]) at++
  return at === part.length
}
