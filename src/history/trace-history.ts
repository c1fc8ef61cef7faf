import { shortHash } from '../document/hash-item.ts'
import type { DocumentEvents, HistoryEvent } from './event.ts'
import type { DocumentHistory, Revision } from './history-source.ts'
import { Identities } from './identities.ts'
import { intersectChanges } from './intersect-changes.ts'
import type { Trace, TracedChange, Transition } from './transition.ts'

/** Gives what happened between two blobs of a document; `undefined` stands for no document. */
export type TransitionSource = (before: string | undefined, after: string | undefined) => Transition

/**
 * Follows the items of a document through its history, from the oldest commit to the newest.
 *
 * @param transitions Asked for each commit and each of its parents, in that order.
 */
export function traceHistory(
  { revisions, cuts, tip }: DocumentHistory,
  transitions: TransitionSource,
): Pick<DocumentEvents, 'events' | 'tip'> {
  const identities = new Identities()
  const states = new Map<string | undefined, readonly string[]>([[undefined, []]])
  const uses = countUses(revisions, tip)
  const events: HistoryEvent[][] = []
  for (const revision of revisions.toReversed()) {
    const steps = revision.before.map((before) => {
      const transition = transitions(before, revision.after)
      const items = states.get(before) ?? assumeItems(before, transition)
      states.set(before, items)
      return { transition, items }
    })
    const items = identify(steps, states.get(revision.after), identities)
    if (!cuts.has(revision.commit)) events.push(readEvents(revision, steps, items))
    states.set(revision.after, items)
    for (const before of revision.before) forget(before, uses, states)
  }
  return { events: events.reverse().flat(), tip: tip === undefined ? undefined : states.get(tip) }
}

/** The way from one parent's document to the commit's. */
interface Step {
  readonly transition: Transition
  /** Identities of the parent's items, in document order. */
  readonly items: readonly string[]
}

/**
 * Gives the items of a document that no commit of the history made identities: another document had
 * its name before, or git was not asked as far back.
 */
function assumeItems(blob: string | undefined, { runs, went }: Transition): string[] {
  const size = runs.reduce((sum, [, , count]) => sum + count, went.length)
  return Array.from({ length: size }, (_, number) => shortHash(JSON.stringify([blob, number])))
}

/** Tells who the items of a commit are: those of its parents, those that came back, and new ones. */
function identify(
  steps: readonly Step[],
  known: readonly string[] | undefined,
  identities: Identities,
): string[] {
  const [first, ...others] = steps
  const items = first === undefined ? [] : inherit(first)
  for (const step of others) inheritMore(step, items)
  // Most commits take nothing away and bring nothing, and need not know who is there.
  let there: Set<string | undefined> | undefined
  const isThere = (item: string): boolean => (there ??= new Set(items)).has(item)
  const gone = steps.flatMap(({ transition, items: before }) =>
    transition.went.flatMap((trace) => {
      const item = before[trace.number]
      const isGone = item !== undefined && (others.length === 0 || !isThere(item))
      return isGone ? [{ item, trace }] : []
    }),
  )
  // What this commit itself takes away is not what it brings.
  const leaving = new Set(gone.map(({ item }) => item))
  for (const trace of first?.transition.came ?? []) {
    if (items[trace.number] !== undefined) continue
    // The same document has the same items, by whatever way it came about.
    const before = known?.[trace.number]
    const isSame = before !== undefined && !isThere(before) && !leaving.has(before)
    const item = isSame
      ? before
      : identities.identify(trace, (gone) => isThere(gone) || leaving.has(gone))
    items[trace.number] = item
    there?.add(item)
  }
  for (const { item, trace } of gone) identities.bury(item, trace)
  return items.map((item) => {
    if (item === undefined) throw new Error('an item of a revision came from nowhere')
    return item
  })
}

/** The items that a commit has from its first parent, each in its place. */
function inherit({ transition, items: before }: Step): (string | undefined)[] {
  const items = Array<string | undefined>(transition.size).fill(undefined)
  for (const [old, number, count] of transition.runs)
    for (let index = 0; index < count; index++) items[number + index] = before[old + index]
  return items
}

/** Adds those that it has from another parent alone. */
function inheritMore({ transition, items: before }: Step, items: (string | undefined)[]): void {
  const taken = new Set(items)
  for (const [old, number, count] of transition.runs)
    for (let index = 0; index < count; index++) {
      const item = before[old + index]
      if (items[number + index] !== undefined || taken.has(item)) continue
      items[number + index] = item
      taken.add(item)
    }
}

function readEvents(
  revision: Revision,
  steps: readonly Step[],
  items: readonly string[],
): HistoryEvent[] {
  const found = steps.map(({ transition, items: before }) =>
    [...transition.changes, ...readParts(transition)].flatMap((change) => {
      const item = change.new === undefined ? before[change.old ?? -1] : items[change.new]
      return item === undefined ? [] : [{ change, item }]
    }),
  )
  return intersectChanges(found).map(({ change, item }) => toEvent(change, item, revision))
}

/** What came or went with the item around it, which is told as one change. */
function readParts({ changes, came, went }: Transition): TracedChange[] {
  const added = new Set(changes.flatMap((change) => (change.change === 'added' ? change.new : [])))
  const dropped = new Set(
    changes.flatMap((change) => (change.change === 'dropped' ? change.old : [])),
  )
  const toPart = (change: 'added' | 'dropped', { kind, path }: Trace): TracedChange => ({
    change,
    kind,
    title: path.at(-1) ?? '',
    path,
    isPart: true,
  })
  return [
    ...came
      .filter(({ number }) => !added.has(number))
      .map((trace) => ({ ...toPart('added', trace), new: trace.number })),
    ...went
      .filter(({ number }) => !dropped.has(number))
      .map((trace) => ({ ...toPart('dropped', trace), old: trace.number })),
  ]
}

function toEvent(
  { old: _old, new: _new, ...change }: TracedChange,
  item: string,
  revision: Revision,
): HistoryEvent {
  return { ...change, item, revision }
}

/** Counts how often each blob is still asked for, so that its items are kept no longer. */
function countUses(
  revisions: readonly Revision[],
  tip: string | undefined,
): Map<string | undefined, number> {
  const uses = new Map<string | undefined, number>([[tip, 1]])
  for (const { before } of revisions)
    for (const blob of before) uses.set(blob, (uses.get(blob) ?? 0) + 1)
  return uses
}

function forget(
  blob: string | undefined,
  uses: Map<string | undefined, number>,
  states: Map<string | undefined, readonly string[]>,
): void {
  const left = (uses.get(blob) ?? 0) - 1
  uses.set(blob, left)
  if (left <= 0 && blob !== undefined) states.delete(blob)
}
