import type { HistoryEvent } from './event.ts'
import type { Revision } from './history-source.ts'
import type { Verdict } from './judge-merge.ts'
import { type OwnedChange, selectOwnChanges } from './select-own-changes.ts'
import type { Step } from './step.ts'
import type { Trace, TracedChange, Transition } from './transition.ts'

/**
 * Reads what a commit did.
 *
 * @param items Identities of the items that it has.
 * @param verdict What it did itself.
 */
export function readRevisionEvents(
  revision: Revision,
  steps: readonly Step[],
  items: readonly string[],
  verdict: Verdict,
): HistoryEvent[] {
  const found = steps.map(({ transition, items: before }) =>
    [...transition.changes, ...readParts(transition)].flatMap((change): OwnedChange[] => {
      const item = change.new === undefined ? before[change.old ?? -1] : items[change.new]
      return item === undefined ? [] : [{ change, item }]
    }),
  )
  return selectOwnChanges(found, verdict).map(({ change, item }) => toEvent(change, item, revision))
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
