import { findFollower } from './find-follower.ts'
import { findPlaces } from './find-places.ts'
import { isSameGaps, readGaps } from './gaps.ts'
import type { Attempt, Replay } from './replay.ts'

/** Puts an item where the new revision has it; a section that only changes its level stays in place. */
export function moveItem(replay: Replay, number: number): void {
  if (replay.isPlaced(replay.stage, number)) return
  const wanted = readGaps(replay.new, replay.newItem(number))
  replay.attempt(
    waysOf(replay, number),
    (stage) => replay.isPlaced(stage, number),
    (stage) => {
      const now = stage.items.get(number)
      return now !== undefined && isSameGaps(readGaps(stage.document, now), wanted)
    },
  )
}

function* waysOf(replay: Replay, number: number): Generator<Attempt> {
  const item = replay.itemOf(number)
  if (item === undefined) return
  const wanted = replay.newItem(number)
  const target = replay.targetOf(item)
  if (item.kind === 'section' && item.level < wanted.level)
    yield { operation: { op: 'demote', target } }
  if (item.kind === 'section' && item.level > wanted.level)
    yield { operation: { op: 'promote', target } }
  const gaps = readGaps(replay.new, wanted)
  const left = findFollower(replay, item)?.before
  for (const { block, ...place } of findPlaces(replay, number)) {
    const operation = { op: 'move' as const, target, ...place }
    const told = block === undefined ? {} : { block }
    yield { operation: block === undefined ? operation : { ...operation, layout: told } }
    const layout = { ...told, ...gaps, ...(left !== undefined && { left }) }
    yield { operation: { ...operation, layout } }
  }
}
