import type { HistoryEvent } from '../../src/history/event.ts'

/** Tells events in words, in their order: `commit 2: renamed Beds › peas (was beans)`. */
export function tellEvents(events: readonly HistoryEvent[]): string[] {
  return events.map(({ change, path, before, implied, isPart, revision }) => {
    const notes = [
      ...(before?.title === undefined ? [] : [`was ${before.title}`]),
      ...(before?.path === undefined ? [] : [`from ${before.path.slice(0, -1).join(' › ')}`]),
      ...(implied === true ? ['implied'] : []),
      ...(isPart === true ? ['part'] : []),
    ]
    const rest = notes.length === 0 ? '' : ` (${notes.join(', ')})`
    return `${revision.subject}: ${change} ${path.join(' › ')}${rest}`
  })
}
