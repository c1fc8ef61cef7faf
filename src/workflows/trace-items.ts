import type { Document, Item } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { HistoryEvent, ItemLife } from '../history/event.ts'
import { readLives } from '../history/read-lives.ts'
import { readTransition } from '../history/read-transition.ts'
import { type Forest, readForest } from '../matching/forest.ts'
import { readEntries } from '../matching/read-entries.ts'
import { parseSourceText } from '../text/source-text.ts'
import type { Ports } from './ports.ts'
import { type EventsQuery, type EventsReading, readEvents } from './read-events.ts'

/** An item of a document with its history. */
export interface TracedItem extends ItemLife {
  /** Its identity; absent where no commit has it. */
  readonly id: string | undefined
  /** Whether the document as it stands has it otherwise than the last commit. */
  readonly isUncommitted: boolean
}

/** A document's items with their history. */
export interface TracedDocument {
  readonly items: ReadonlyMap<Item, TracedItem>
  readonly events: readonly HistoryEvent[]
  /** What could not be read, a sentence each. */
  readonly notes: readonly string[]
}

/** Reads the history of a document as it stands, and whose history is that of which item. */
export async function traceItems(
  document: Document,
  query: EventsQuery,
  ports: Ports,
): Promise<TracedDocument> {
  const reading = await readEvents(query, ports)
  const forest = readForest(readEntries(document))
  const { runs, changes } = readTransition(await readTip(reading, ports), forest)
  const lives = readLives(reading.events)
  const ids = new Map<number, string>()
  for (const [old, number, count] of runs)
    for (let index = 0; index < count; index++) {
      const id = reading.tip?.[old + index]
      if (id !== undefined) ids.set(number + index, id)
    }
  const touched = new Set(
    changes.flatMap(({ new: number, implied }) => (implied === true ? [] : (number ?? []))),
  )
  const items = forest.entries.flatMap(({ item }, number) => {
    if (item === undefined) return []
    const id = ids.get(number)
    const life = id === undefined ? {} : lives.get(id)
    return [
      [item, { ...life, id, isUncommitted: id === undefined || touched.has(number) }] as const,
    ]
  })
  return { items: new Map(items), events: reading.events, notes: reading.notes }
}

/** The items as the last commit has them. */
async function readTip({ blob, history }: EventsReading, ports: Ports): Promise<Forest> {
  if (blob === undefined) return readForest([])
  const engine = await ports.loadEngine()
  for await (const { bytes } of history.source.blobs([blob])) {
    const text = bytes && parseSourceText(bytes, blob).text
    if (text !== undefined) return readForest(readEntries(parseDocument(text, engine)))
  }
  return readForest([])
}
