import { type Forest, pathOf } from '../matching/forest.ts'
import { entryAt, type Matching } from '../matching/pairing.ts'
import type { NumberedChange } from './change.ts'
import { diffPair } from './diff-pair.ts'
import { findMoves } from './find-moves.ts'
import { findTransfers } from './find-transfers.ts'

/**
 * Tells what happened between two revisions, item by item.
 *
 * An item that came or went with all below it is one change; where some of that stayed, what did not
 * is told too. One item may have several: renamed, then moved, then edited, then checked.
 *
 * @returns In the order of the new revision; what was dropped stands where it stood.
 */
export function diffForests(matching: Matching): NumberedChange[] {
  const moves = findMoves(matching)
  const transfers = findTransfers(matching)
  const placed: { readonly at: number; readonly change: NumberedChange }[] = []
  const isDrop = ownChanges(matching.old, (old) => matching.newOf(old))
  const isAddition = ownChanges(matching.new, (number) => matching.oldOf(number))
  const places = findPlaces(matching)
  for (const old of matching.old.entries.keys())
    if (matching.newOf(old) === undefined && isDrop(old)) {
      const change = dropped(matching, old, transfers.into.get(old))
      placed.push({ at: Number(places[old]) + 0.5, change })
    }
  for (const number of matching.new.entries.keys()) {
    const old = matching.oldOf(number)
    if (old !== undefined) {
      for (const change of diffPair(matching, old, number, moves.get(number)))
        placed.push({ at: number, change: { ...change, old, new: number } })
    } else if (isAddition(number))
      placed.push({ at: number, change: added(matching, number, transfers.from.get(number)) })
  }
  return placed.sort((a, b) => a.at - b.at).map(({ change }) => change)
}

/**
 * Finds where each item of the old revision stands, or stood, in the new one: its own number, else
 * that of the last item before it that stayed below the same parent, else its parent's.
 */
function findPlaces(matching: Matching): readonly number[] {
  const { parents, before } = matching.old
  const places: number[] = []
  for (const old of matching.old.entries.keys()) {
    const parent = parents[old] ?? -1
    const heir = parent === -1 ? -1 : matching.newOf(parent)
    const number = matching.newOf(old)
    const isThere = number !== undefined && (matching.new.parents[number] ?? -1) === heir
    const around = heir ?? Number(places[parent])
    const sibling = before[old]
    const behind = sibling === undefined ? around : Number(places[old - 1])
    places.push(isThere ? number : behind)
  }
  return places
}

/** What comes or goes with all that stands in the item around it is no change of its own. */
function ownChanges(
  { entries, parents, ends }: Forest,
  partnerOf: (number: number) => number | undefined,
): (number: number) => boolean {
  let sum = 0
  const paired = [0, ...entries.map((_, number) => (partnerOf(number) === undefined ? sum : ++sum))]
  return (number) => {
    const parent = parents[number] ?? -1
    return parent === -1 || Number(paired[Number(ends[parent])]) > Number(paired[parent])
  }
}

function dropped(matching: Matching, old: number, into: number | undefined): NumberedChange {
  const { kind, title, status } = entryAt(matching.old, old)
  const path = pathOf(matching.old, old)
  const before = status === 'done' ? { before: { status } } : {}
  const change = { change: 'dropped' as const, kind, title, path, ...before, old }
  return into === undefined ? change : { ...change, into: pathOf(matching.new, into) }
}

function added(matching: Matching, number: number, from: number | undefined): NumberedChange {
  const { kind, title } = entryAt(matching.new, number)
  const path = pathOf(matching.new, number)
  const change = { change: 'added' as const, kind, title, path, new: number }
  return from === undefined ? change : { ...change, from: pathOf(matching.old, from) }
}
