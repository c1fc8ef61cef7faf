import type { Item } from '../document/document.ts'
import { findFollower } from './find-follower.ts'
import { readGaps } from './gaps.ts'
import type { Stage } from './rehearsal.ts'
import type { Replay } from './replay.ts'
import { skipRefused } from './skip-refused.ts'

/** Drops the items that the new revision does not have, unless something of it is still in them. */
export function dropGone(replay: Replay): void {
  for (const old of findGone(replay.stage)) {
    if (replay.isSpent) return
    const item = replay.stage.olds.get(old)
    if (item !== undefined) skipRefused(() => drop(replay, item))
  }
}

function drop(replay: Replay, item: Item): void {
  const operation = { op: 'drop' as const, target: replay.targetOf(item, 'guarded') }
  const follower = findFollower(replay, item)
  if (follower === undefined) {
    replay.attempt([{ operation }])
    return
  }
  const { number, before } = follower
  replay.attempt(
    [{ operation }, { operation: { ...operation, layout: { left: before } } }],
    (stage) => {
      const next = stage.items.get(number)
      return next !== undefined && readGaps(stage.document, next).before === before
    },
  )
}

/** The outermost ones by their old numbers, the last first, so that the others keep their places. */
function findGone({ places, identities }: Stage): number[] {
  const gone = new Set<Item>()
  // From the last on, children come before their parents: lists nest deeper than calls do.
  for (const item of [...places.keys()].reverse())
    if (identities.get(item)?.new === undefined && item.children.every((child) => gone.has(child)))
      gone.add(item)
  return [...gone].flatMap((item) => {
    const parent = places.get(item)?.parent
    const isOutermost = parent === undefined || !gone.has(parent.item)
    return isOutermost ? (identities.get(item)?.old ?? []) : []
  })
}
