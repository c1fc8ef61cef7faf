import { shortHash } from '../document/hash-item.ts'
import type { DocumentEvents, HistoryEvent } from './event.ts'
import type { DocumentHistory, Revision } from './history-source.ts'
import { Identities } from './identities.ts'
import { identifyItems } from './identify-items.ts'
import { judgeMerge, type Verdict } from './judge-merge.ts'
import { type Lineage, rootLineage } from './lineage.ts'
import { readRevisionEvents } from './read-revision-events.ts'
import type { Step } from './step.ts'
import type { Transition } from './transition.ts'

/** Gives what happened between two blobs of a document; `undefined` stands for no document. */
export type TransitionSource = (before: string | undefined, after: string | undefined) => Transition

/** What is known of a blob: who its items are, and what led to it. */
type State = Pick<Step, 'items' | 'lineage'>

/**
 * Follows the items of a document through its history, from the oldest commit to the newest.
 *
 * @param transitions Asked for each commit and each of its parents, in that order.
 */
export function traceHistory(
  { revisions: all, cuts, tip }: DocumentHistory,
  transitions: TransitionSource,
): Pick<DocumentEvents, 'events' | 'tip'> {
  // Where the file was renamed, and is the same, nothing happened to its items.
  const revisions = all.filter(({ before, after }) => before.length > 1 || before[0] !== after)
  const identities = new Identities()
  const nothing: State = { items: [], lineage: rootLineage }
  const states = new Map<string | undefined, State>([[undefined, nothing]])
  const seen = new Set<string | undefined>([undefined])
  const uses = countUses(revisions, tip)
  const events: HistoryEvent[][] = []
  for (const [number, revision] of revisions.toReversed().entries()) {
    const { after } = revision
    const steps = orderSides(revision).map((before): Step => {
      const transition = transitions(before, after)
      const state = states.get(before) ?? assumeState(before, transition)
      states.set(before, state)
      return { transition, ...state }
    })
    const items = identifyItems(steps, states.get(after)?.items, identities)
    const verdict = steps.length === 1 ? allIsOwn : judgeMerge(steps, items)
    if (!cuts.has(revision.commit)) events.push(readRevisionEvents(revision, steps, items, verdict))
    const isCertain = !seen.has(after)
    states.set(after, {
      items,
      lineage: { number, isCertain, ...readLineage(steps, items, verdict) },
    })
    seen.add(after)
    for (const before of revision.before) forget(before, uses, states)
  }
  return {
    events: events.reverse().flat(),
    tip: tip === undefined ? undefined : states.get(tip)?.items,
  }
}

/** A commit with one parent did all that happened. */
const allIsOwn: Verdict = { hasAdded: () => true, hasDropped: () => true }

/** Where a merge took what a parent had, its items are that parent's, whichever it is. */
function orderSides({ before, after }: Revision): readonly (string | undefined)[] {
  return before.includes(after) ? [after, ...before.filter((blob) => blob !== after)] : before
}

/**
 * Gives the items of a document that no commit of the history made identities: another document had
 * its name before, or git was not asked as far back.
 */
function assumeState(blob: string | undefined, { runs, went }: Transition): State {
  const size = runs.reduce((sum, [, , count]) => sum + count, went.length)
  const items = Array.from({ length: size }, (_, number) =>
    shortHash(JSON.stringify([blob, number])),
  )
  return { items, lineage: rootLineage }
}

function readLineage(
  steps: readonly Step[],
  items: readonly string[],
  verdict: Verdict,
): Pick<Lineage, 'parents' | 'came' | 'went'> {
  const came = steps.flatMap(({ transition }) =>
    transition.came.flatMap((trace) => items[trace.number] ?? []),
  )
  const went = steps.flatMap((step) =>
    step.transition.went.flatMap((trace) => step.items[trace.number] ?? []),
  )
  return {
    parents: steps.map(({ lineage }) => lineage),
    came: new Set(came.filter((item) => verdict.hasAdded(item))),
    went: new Set(went.filter((item) => verdict.hasDropped(item))),
  }
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
  states: Map<string | undefined, State>,
): void {
  const left = (uses.get(blob) ?? 0) - 1
  uses.set(blob, left)
  if (left <= 0 && blob !== undefined) states.delete(blob)
}
