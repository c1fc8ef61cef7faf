import { type Forest, pathOf } from '../matching/forest.ts'
import type { Entry } from '../matching/entry.ts'
import { entryAt, type Matching } from '../matching/pairing.ts'
import type { Change, NumberedChange } from './change.ts'
import { findMoves } from './find-moves.ts'
import { findTransfers } from './find-transfers.ts'

/**
 * Tells what happened between two revisions, item by item.
 *
 * An item that came or went with all below it is one change; where some of that stayed, what did not
 * is told too. One item may have several: renamed,
 * then moved, then edited, then checked.
 *
 * @returns In the order of the new revision; what was dropped stands where it stood.
 */
export function diffForests(matching: Matching): NumberedChange[] {
  const moves = findMoves(matching)
  const transfers = findTransfers(matching)
  const placed: { readonly at: number; readonly change: NumberedChange }[] = []
  const isDrop = ownChanges(matching.old, (old) => matching.newOf(old))
  const isAddition = ownChanges(matching.new, (number) => matching.oldOf(number))
  let at = -1
  for (const old of matching.old.entries.keys()) {
    const number = matching.newOf(old)
    if (number !== undefined) at = number
    else if (isDrop(old))
      placed.push({ at: at + 0.5, change: dropped(matching, old, transfers.into.get(old)) })
  }
  for (const number of matching.new.entries.keys()) {
    const old = matching.oldOf(number)
    if (old !== undefined) {
      for (const change of compare(matching, old, number, moves.get(number)))
        placed.push({ at: number, change: { ...change, old, new: number } })
    } else if (isAddition(number))
      placed.push({ at: number, change: added(matching, number, transfers.from.get(number)) })
  }
  return placed.sort((a, b) => a.at - b.at).map(({ change }) => change)
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
  const { kind, title } = entryAt(matching.old, old)
  const change = { change: 'dropped' as const, kind, title, path: pathOf(matching.old, old), old }
  return into === undefined ? change : { ...change, into: pathOf(matching.new, into) }
}

function added(matching: Matching, number: number, from: number | undefined): NumberedChange {
  const { kind, title } = entryAt(matching.new, number)
  const path = pathOf(matching.new, number)
  const change = { change: 'added' as const, kind, title, path, new: number }
  return from === undefined ? change : { ...change, from: pathOf(matching.old, from) }
}

function compare(
  matching: Matching,
  old: number,
  number: number,
  move: 'explicit' | 'implied' | undefined,
): Change[] {
  const [before, after] = [entryAt(matching.old, old), entryAt(matching.new, number)]
  const isSame = before.key === after.key && before.title === after.title
  if (isSame && move === undefined) return []
  const item = { kind: after.kind, title: after.title, path: pathOf(matching.new, number) }
  const changes: Change[] = []
  if (isRenamed(before, after))
    changes.push({
      change: 'renamed',
      ...item,
      before: { title: before.title },
      after: { title: after.title },
    })
  if (move !== undefined)
    changes.push({
      change: 'moved',
      ...item,
      before: { path: pathOf(matching.old, old) },
      after: { path: item.path },
      ...(move === 'implied' && { implied: true }),
    })
  if (isEdited(before, after))
    changes.push({
      change: 'edited',
      ...item,
      before: { text: before.text, ...(hasOtherBox(before, after) && { status: before.status }) },
      after: { text: after.text, ...(hasOtherBox(before, after) && { status: after.status }) },
    })
  if (before.status !== after.status && !hasOtherBox(before, after))
    changes.push({
      change: after.status === 'done' ? 'checked' : 'unchecked',
      ...item,
      before: { status: before.status },
      after: { status: after.status },
    })
  return changes
}

/** A sentence that got its full stop has the same title. */
function isRenamed(before: Entry, after: Entry): boolean {
  return withoutStop(before.title) !== withoutStop(after.title)
}

function withoutStop(title: string): string {
  return title.replace(STOP, '')
}

/** "." */
const STOP = /[.:;,…]$/u

function isEdited(before: Entry, after: Entry): boolean {
  return (
    before.text !== after.text ||
    hasOtherBox(before, after) ||
    (!isRenamed(before, after) && bare(before) !== bare(after))
  )
}

/** The marks of a title without the strike that says that it is done. */
function bare({ source }: Entry): string {
  return source.replaceAll('~~', '')
}

/** A box that comes or goes, or is half ticked, says neither done nor open again. */
function hasOtherBox(before: Entry, after: Entry): boolean {
  return before.status !== after.status && before.status !== 'done' && after.status !== 'done'
}
