import type { Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { findFollower } from './find-follower.ts'
import { readGaps } from './gaps.ts'
import type { Stage } from './rehearsal.ts'
import type { Replay } from './replay.ts'
import { skipRefused } from './skip-refused.ts'

/** Drops the items that the new revision does not have, unless something of it is still in them. */
export function dropGone(replay: Replay): void {
  for (const old of findGone(replay.stage)) {
    const item = findOld(replay.stage, old)
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
function findGone({ document, identities }: Stage): number[] {
  const isGone = (item: Item): boolean =>
    identities.get(item)?.new === undefined && item.children.every(isGone)
  return walkItems(document.items)
    .filter(({ item, parent }) => isGone(item) && (parent === undefined || !isGone(parent.item)))
    .flatMap(({ item }) => identities.get(item)?.old ?? [])
    .reverse()
}

function findOld({ identities }: Stage, old: number): Item | undefined {
  for (const [item, identity] of identities) if (identity.old === old) return item
  return undefined
}
