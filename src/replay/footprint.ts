import type { Document, Item } from '../document/document.ts'
import { blankLinesBefore, blankLinesBehind } from '../editing/blank-lines.ts'
import type { Operation } from '../plans/plan.ts'
import { selectTarget } from '../selectors/select-target.ts'
import type { Target } from '../selectors/selector.ts'
import { lineStart, nextLineStart } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { TextEdit } from '../text/text-edit.ts'
import type { Stage } from './rehearsal.ts'

/** What an operation changes and what it goes by, so that it can be told from which others it is free. */
export interface Footprint {
  /** Items whose text, blank lines or path it changes, those beside changed lines included. */
  readonly touches: ReadonlySet<string>
  /** Those, and all items around them. */
  readonly trees: ReadonlySet<string>
  /** Items whose titles lead to what it names. */
  readonly ways: ReadonlySet<string>
  /** Items that must be as they were, whole. */
  readonly guards: ReadonlySet<string>
  /** Paths that it names, gives or takes: equal ones are told apart by their number. */
  readonly names: ReadonlySet<string>
  /** Whether what it writes, or where, follows from the whole document. */
  readonly isHabitual: boolean
}

/** Reads the footprint of an operation from the documents before and after it. */
export function readFootprint(
  operation: Operation,
  before: Stage,
  after: Stage,
  edits: readonly TextEdit[],
): Footprint {
  const [old, revised] = [before, after].map((stage, side) =>
    readTouched(stage, regionOf(stage.document, edits, side)),
  )
  const touched = [...(old ?? []), ...(revised ?? [])]
  const [targets, anchors] = [targetsOf(operation), anchorsOf(operation)].map((list) =>
    list.map((target) => selectTarget(before.document, target)),
  )
  const named = [...(targets ?? []), ...(anchors ?? [])]
  const isGuarded = 'target' in operation && operation.target.expect !== undefined
  // Where an item ends that something is put behind, all below it has a say.
  const guarded = [...(isGuarded ? (targets ?? []) : []), ...(anchors ?? [])]
  const around = [
    ...named.flatMap((item) => withAncestors(before, item)),
    ...(LEVELS.has(operation.op) ? named.flatMap((item) => siblingBefore(before, item)) : []),
  ]
  return {
    touches: new Set([...touched.map(({ key }) => key), ...readLed(before, after)]),
    trees: new Set(touched.flatMap(({ trees }) => trees)),
    ways: new Set(around.map((item) => keyOf(before, item))),
    guards: new Set(guarded.map((item) => keyOf(before, item))),
    names: new Set([...touched.map(({ name }) => name), ...named.map(nameOf)]),
    isHabitual: isHabitual(operation, targets?.[0]),
  }
}

/** Items to which another path leads than before, as below a heading that goes and leaves them. */
function readLed(before: Stage, after: Stage): string[] {
  return [...after.places.keys()]
    .filter((item) => {
      const identity = after.identities.get(item)
      const old =
        identity?.new === undefined
          ? before.olds.get(identity?.old ?? -1)
          : before.items.get(identity.new)
      return old !== undefined && !isSamePath(old.path, item.path)
    })
    .map((item) => keyOf(after, item))
}

function isSamePath(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((title, index) => title === right[index])
}

/** What goes up or down a level goes by the sibling before it. */
const LEVELS: ReadonlySet<string> = new Set<Operation['op']>(['demote', 'promote'])

function siblingBefore({ places }: Stage, item: Item): Item[] {
  const place = places.get(item)
  const before = place?.siblings[place.index - 1]
  return before === undefined ? [] : [before]
}

interface Touched {
  readonly key: string
  readonly trees: readonly string[]
  readonly name: string
}

/** The items that have a line of their own in a region. */
function readTouched(stage: Stage, region: Span): Touched[] {
  return [...stage.places.keys()]
    .filter((item) => isInside(item, region))
    .map((item) => ({
      key: keyOf(stage, item),
      trees: withAncestors(stage, item).map((each) => keyOf(stage, each)),
      name: nameOf(item),
    }))
}

function isInside({ span, titleSpan, bodySpans }: Item, region: Span): boolean {
  const isTouched = (start: number, end: number): boolean =>
    start <= region.end && region.start <= end
  return (
    isTouched(span.start, titleSpan.end) ||
    bodySpans.some(({ start, end }) => isTouched(start, end))
  )
}

/** What edits change, with the blank lines around and the lines beside those. */
function regionOf({ source }: Document, edits: readonly TextEdit[], side: number): Span {
  let shift = 0
  let start = Infinity
  let end = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const length = side === 0 ? edit.end - edit.start : edit.text.length
    start = Math.min(start, edit.start + shift)
    end = Math.max(end, edit.start + shift + length)
    if (side === 1) shift += edit.text.length - (edit.end - edit.start)
  }
  if (start === Infinity) return { start: -1, end: -1 }
  const first = blankLinesBefore(source, lineStart(source.lines, start))
  // Where nothing stands any more, the line there is the one beside it.
  const behind = end > start ? nextLineStart(source.lines, end - 1) : lineStart(source.lines, start)
  const last = blankLinesBehind(source, behind)
  return {
    start: lineStart(source.lines, Math.max(0, first - 1)),
    end: Math.min(source.text.length, nextLineStart(source.lines, last)),
  }
}

function targetsOf(operation: Operation): Target[] {
  return 'target' in operation ? [operation.target] : []
}

function anchorsOf(operation: Operation): Target[] {
  if (operation.op !== 'add' && operation.op !== 'move') return []
  const { under, before, after } = operation
  return [under, before, after].filter((each) => each !== undefined)
}

function withAncestors({ places }: Stage, item: Item): Item[] {
  const items: Item[] = []
  let place = places.get(item)
  for (; place !== undefined; place = place.parent) items.push(place.item)
  return items
}

/** Its number in the new revision, or in the old one for what is not there any more. */
function keyOf({ identities }: Stage, item: Item): string {
  const identity = identities.get(item)
  return identity?.new === undefined ? `old ${identity?.old ?? ''}` : `new ${identity.new}`
}

function nameOf({ kind, path }: Item): string {
  return JSON.stringify([kind, ...path])
}

/** Where nothing is told, what is written looks as the document does. */
function isHabitual(operation: Operation, item: Item | undefined): boolean {
  if (operation.op === 'edit')
    return operation.layout?.verbatim !== true && item?.bodySpans.length === 0
  if (operation.op !== 'add' && operation.op !== 'move') return false
  // Without a place it goes where the document ends by then.
  if (
    operation.under === undefined &&
    operation.before === undefined &&
    operation.after === undefined
  )
    return true
  const { before, behind } = operation.layout ?? {}
  const isVerbatim = operation.op === 'add' && operation.layout?.verbatim === true
  return !isVerbatim || before === undefined || behind === undefined
}
