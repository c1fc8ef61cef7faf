import { addItem } from './add-item.ts'
import { moveItem } from './move-item.ts'
import type { Replay } from './replay.ts'

/**
 * Puts every item in its place, in the order of the new revision: what is there is moved where it
 * must be, what is not is added.
 *
 * Each finds the items before it in their places already.
 */
export function placeItems(replay: Replay): void {
  for (const number of replay.matching.new.entries.keys()) {
    if (replay.itemOf(number) !== undefined) moveItem(replay, number)
    else addItem(replay, number)
  }
}
