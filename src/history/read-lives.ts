import type { HistoryEvent, ItemLife } from './event.ts'

/**
 * Tells of each item when it came and when it last changed.
 *
 * @param events Newest first.
 */
export function readLives(events: readonly HistoryEvent[]): ReadonlyMap<string, ItemLife> {
  const lives = new Map<string, ItemLife>()
  for (const { item, change, implied, revision } of events) {
    // The oldest event counts: what was dropped and brought back is as old as it was. What does not begin
    // with being added is older than the history, whenever it came back.
    const { added: _, ...life } = lives.get(item) ?? {}
    const isChange = implied !== true && change !== 'dropped'
    lives.set(item, {
      ...life,
      ...(isChange && life.changed === undefined && { changed: revision }),
      ...(change === 'added' && { added: revision }),
    })
  }
  return lives
}
