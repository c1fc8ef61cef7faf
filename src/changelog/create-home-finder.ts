import type { HistoryEvent } from '../history/event.ts'

/** The events of one document. */
export interface HomeEvents {
  readonly file: string
  readonly events: readonly HistoryEvent[]
}

/**
 * Makes what finds the document that an item was moved to: the commit that dropped it here added one
 * of the same kind and title there.
 *
 * @param documents All that are read.
 * @param isArchive Tells the sections that keep what is done: what went there is no longer open.
 */
export function createHomeFinder(
  documents: readonly HomeEvents[],
  isArchive: (title: string) => boolean,
): (file: string, event: HistoryEvent) => string | undefined {
  const homes = new Map<string, string[]>()
  for (const { file, events } of documents) {
    for (const event of events) {
      if (event.change !== 'added' || event.path.slice(0, -1).some(isArchive)) continue
      const name = nameOf(event)
      const files = homes.get(name)
      if (files === undefined) homes.set(name, [file])
      else files.push(file)
    }
  }
  return (file, event) =>
    event.change === 'dropped'
      ? homes.get(nameOf(event))?.find((other) => other !== file)
      : undefined
}

function nameOf({ revision, kind, title }: HistoryEvent): string {
  return `${revision.commit} ${kind} ${title}`
}
