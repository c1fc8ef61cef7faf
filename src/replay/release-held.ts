import type { Item } from '../document/document.ts'
import { readGaps } from './gaps.ts'
import type { Stage } from './rehearsal.ts'
import type { Replay } from './replay.ts'

/**
 * Takes off the headings and labels that are gone while what stood below them stays.
 *
 * Only those without text of their own: that would fall to another section, and be in the way there.
 */
export function releaseHeld(replay: Replay): void {
  for (;;) {
    const item = findHolder(replay.stage)
    if (item === undefined) return
    const operation = {
      op: 'drop' as const,
      target: replay.targetOf(item),
      keep: 'children' as const,
    }
    const [first] = item.children
    const number = first && replay.stage.identities.get(first)?.new
    const before = number === undefined ? 0 : readGaps(replay.new, replay.newItem(number)).before
    const isDone = replay.attempt([
      { operation: { ...operation, layout: { left: before } } },
      { operation },
    ])
    if (!isDone) return
  }
}

function findHolder({ places, identities }: Stage): Item | undefined {
  return [...places.keys()].find((item) => {
    if (item.kind === 'bullet' || identities.get(item)?.new !== undefined) return false
    const [first] = item.children
    const isBare = item.bodySpans.length === 0
    return isBare && first !== undefined && identities.get(first)?.new !== undefined
  })
}
