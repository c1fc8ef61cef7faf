import type { Item } from '../document/document.ts'
import { itemLinesEnd } from '../editing/removal.ts'
import { itemBehind, readGaps } from './gaps.ts'
import type { Replay } from './replay.ts'

/** An item of the new revision, and the blank lines that it has before it there. */
export interface Follower {
  readonly number: number
  readonly before: number
}

/** The item that will stand where this one does, and the blank lines that it has before it at last. */
export function findFollower(replay: Replay, item: Item): Follower | undefined {
  const { document, identities } = replay.stage
  const next = itemBehind(document, itemLinesEnd(document, item))
  const number = next && identities.get(next)?.new
  if (number === undefined) return undefined
  return { number, before: readGaps(replay.new, replay.newItem(number)).before }
}
