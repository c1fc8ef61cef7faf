import type { Document, Item } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { selectTarget } from '../../src/selectors/select-target.ts'
import { type FlatItem, flatten, fold, isSame, titleOf } from './flat-item.ts'
import { hasPlace, hasReleased, hasTaken } from './places.ts'

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

function find(document: Document, operation: Operation): { item: Item; at: number; size: number } {
  if (!('target' in operation)) throw new Error(`\`${operation.op}\` has no target`)
  const item = selectTarget(document, operation.target)
  const at = walkItems(document.items).findIndex((place) => place.item === item)
  return { item, at, size: walkItems([item]).length }
}

function isSubsequence(part: readonly FlatItem[], whole: readonly FlatItem[]): boolean {
  let at = 0
  for (const item of whole) if (item === part[at]) at++
  return at === part.length
}
