import type { DocumentEvents } from '../../src/history/event.ts'
import type { HistoryQuery } from '../../src/history/history-source.ts'
import { readDocumentEvents } from '../../src/history/read-document-events.ts'
import { TransitionStore } from '../../src/history/transition-store.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import type { MemoryHistory } from '../fakes/memory-history.ts'

/** Reads the events of a history in memory, as commands do. */
export function readMemory(
  memory: MemoryHistory,
  store: TransitionStore = new TransitionStore(),
  query: Partial<HistoryQuery> = {},
): Promise<DocumentEvents> {
  return readDocumentEvents({
    history: memory.history(query),
    source: memory,
    store,
    loadEngine: () => Promise.resolve(satteriEngine),
    progress: () => undefined,
  })
}
