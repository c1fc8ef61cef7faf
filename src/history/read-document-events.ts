import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { bridgeUnreadable } from './bridge-unreadable.ts'
import type { DocumentEvents } from './event.ts'
import type { DocumentHistory, HistorySource } from './history-source.ts'
import { readMissing, type Step } from './read-missing.ts'
import { traceHistory } from './trace-history.ts'
import type { TransitionStore } from './transition-store.ts'

/** What a history is read with. */
export interface HistoryReading {
  readonly history: DocumentHistory
  readonly source: HistorySource
  /** The transitions that are known from earlier; those that are found are added. */
  readonly store: TransitionStore
  /** Loaded only where a revision has to be read. */
  readonly loadEngine: () => Promise<MarkdownEngine>
  /** Is told how many revisions are read. */
  readonly progress: (done: number, total: number) => void
}

/**
 * Reads the events of a document's history.
 *
 * A revision that is no UTF-8, or that the repository does not have, changes nothing: what it did
 * shows in the next one that can be read, and a note says so.
 */
export async function readDocumentEvents(reading: HistoryReading): Promise<DocumentEvents> {
  const { history, store } = reading
  const unreadable = await readAll(history, reading)
  const readable = bridgeUnreadable(history, unreadable)
  if (readable !== history) await readAll(readable, reading)
  const traced = traceHistory(readable, (before, after) => {
    const transition = store.find(before, after)
    if (transition === undefined) throw new Error('a step of the history was not read')
    return transition
  })
  return {
    ...traced,
    blob: readable.tip,
    notes: [...noteUnreadable(unreadable, history), ...noteCuts(history)],
  }
}

/** Reads what happened in all steps that are not known; gives the blobs that cannot be read. */
async function readAll(
  history: DocumentHistory,
  { source, store, loadEngine, progress }: HistoryReading,
): Promise<ReadonlySet<string>> {
  const missing = listSteps(history).filter(({ before, after }) => !store.has(before, after))
  if (missing.length === 0) return new Set()
  return readMissing(missing, { source, store, engine: await loadEngine(), progress })
}

/** From the oldest commit to the newest; a merge has one for each parent. */
function listSteps({ revisions }: DocumentHistory): Step[] {
  return revisions
    .toReversed()
    .flatMap(({ before, after }) => before.map((parent) => ({ before: parent, after })))
}

function noteUnreadable(unreadable: ReadonlySet<string>, { revisions }: DocumentHistory): string[] {
  return revisions
    .filter(({ after }) => after !== undefined && unreadable.has(after))
    .map(
      ({ commit, path }) =>
        `\`${path}\` at ${commit.slice(0, 10)} is not valid UTF-8, or missing: what it changed shows in the next commit that can be read`,
    )
}

function noteCuts({ cuts }: DocumentHistory): string[] {
  if (cuts.size === 0) return []
  return [
    'the clone is shallow: items may be older than its history (`git fetch --unshallow` gets the rest)',
  ]
}
