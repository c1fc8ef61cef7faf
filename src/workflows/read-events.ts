import { shortHash } from '../document/hash-item.ts'
import type { DocumentEvents } from '../history/event.ts'
import { readDocumentEvents } from '../history/read-document-events.ts'
import { TransitionStore } from '../history/transition-store.ts'
import type { HistoryPorts, Ports } from './ports.ts'

/** Which history of a document is read. */
export interface EventsQuery {
  readonly file: string
  /** Takes a merge for one commit. */
  readonly firstParent?: boolean
}

/** The events of a document, and where they come from. */
export interface EventsReading extends DocumentEvents {
  readonly history: HistoryPorts
}

/** Reads the events of a document's history; what was read before is taken from the cache. */
export async function readEvents(
  { file, firstParent = false }: EventsQuery,
  ports: Ports,
): Promise<EventsReading> {
  const opened = await ports.openHistory()
  const { source, cache } = opened
  const running = source.read({ file, firstParent })
  // Git takes its time, in which the cache is read.
  const all = `transitions-${shortHash(file)}`
  // Each keeps what it was asked for, and would forget what the other was. That of the first parents
  // is mostly a part of all, and takes what is known from there.
  const name = firstParent ? `${all}-first-parent` : all
  const store = new TransitionStore(cache.load(name), firstParent ? cache.load(all) : undefined)
  const history = await running
  const events = await readDocumentEvents({
    history,
    source,
    store,
    loadEngine: () => ports.loadEngine(),
    progress: (done, total) => {
      ports.progress('reading revision', done, total)
    },
  })
  if (store.isChanged) cache.save(name, store.render())
  return { ...events, history: opened }
}
