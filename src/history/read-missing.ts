import { CrossoffError } from '../errors.ts'
import { createEntryReader, type EntryReader } from '../matching/create-entry-reader.ts'
import { type Forest, readForest } from '../matching/forest.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { parseSourceText } from '../text/source-text.ts'
import type { Blob, HistorySource } from './history-source.ts'
import { readTransition } from './read-transition.ts'
import type { TransitionStore } from './transition-store.ts'

/** A way from one blob of a document to another; `undefined` for no document. */
export interface Step {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What transitions are read with. */
export interface MissingReading {
  readonly source: HistorySource
  readonly store: TransitionStore
  readonly engine: MarkdownEngine
  /** Is told how many blobs are read. */
  readonly progress: (done: number, total: number) => void
}

/**
 * Reads the blobs of some steps, each once and in turn, and adds the steps' transitions to a store.
 *
 * @param steps From the oldest to the newest.
 * @returns The ids of the blobs that cannot be read; their steps have no transition.
 */
export async function readMissing(
  steps: readonly Step[],
  { source, store, engine, progress }: MissingReading,
): Promise<ReadonlySet<string>> {
  const needed = steps.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  const ids = [...new Set(needed)]
  const uses = new Map<string, number>()
  for (const id of needed) uses.set(id, (uses.get(id) ?? 0) + 1)
  const forests = new Map<string | undefined, Forest | 'unreadable'>([[undefined, readForest([])]])
  const unreadable = new Set<string>()
  const read = createEntryReader(engine)
  let next = 0
  const takeSteps = (): void => {
    for (let step = steps[next]; step !== undefined; step = steps[++next]) {
      const [old, revised] = [forests.get(step.before), forests.get(step.after)]
      if (old === undefined || revised === undefined) return
      if (old !== 'unreadable' && revised !== 'unreadable')
        store.add(step.before, step.after, readTransition(old, revised))
      for (const id of [step.before, step.after]) release(id, uses, forests)
    }
  }
  let done = 0
  takeSteps()
  for await (const blob of source.blobs(ids)) {
    const forest = readBlob(blob, read)
    if (forest === undefined) unreadable.add(blob.id)
    forests.set(blob.id, forest ?? 'unreadable')
    takeSteps()
    progress(++done, ids.length)
  }
  return unreadable
}

function readBlob({ bytes, id }: Blob, read: EntryReader): Forest | undefined {
  if (bytes === undefined) return undefined
  try {
    return readForest(read(parseSourceText(bytes, id).text))
  } catch (error) {
    // A revision that somebody broke years ago is no reason to tell nothing of the others.
    if (error instanceof CrossoffError && error.code === 'not-utf8') return undefined
    throw error
  }
}

/** A revision is kept no longer than it is compared with. */
function release(
  id: string | undefined,
  uses: Map<string, number>,
  forests: Map<string | undefined, Forest | 'unreadable'>,
): void {
  if (id === undefined) return
  const left = (uses.get(id) ?? 0) - 1
  uses.set(id, left)
  if (left <= 0) forests.delete(id)
}
