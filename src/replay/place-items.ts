import { addItem } from './add-item.ts'
import { moveItem } from './move-item.ts'
import type { Replay } from './replay.ts'
import { skipRefused } from './skip-refused.ts'

/**
 * Puts every item in its place, in the order of the new revision: what is there is moved where it
 * must be, what is not is added.
 *
 * Each finds the items before it in their places already.
 */
export function placeItems(replay: Replay): void {
  for (const number of replay.matching.new.entries.keys()) {
    if (replay.isSpent) return
    const place = replay.itemOf(number) === undefined ? addItem : moveItem
    skipRefused(() => place(replay, number))
  }
}
