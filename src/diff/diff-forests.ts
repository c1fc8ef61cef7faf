import { type Forest, pathOf } from '../matching/forest.ts'
import type { Entry } from '../matching/entry.ts'
import { entryAt, type Matching } from '../matching/pairing.ts'
import type { Change, ItemState, NumberedChange } from './change.ts'
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
      for (const change of compare(matching, old, number, moves.get(number)))
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
  if (isEdited(before, after)) {
    const isTitle = before.text === after.text && isRespelt(before, after)
    const stateOf = (entry: Entry): ItemState => ({
      text: editedText(entry, isTitle),
      ...(hasOtherBox(before, after) && { status: entry.status }),
    })
    changes.push({ change: 'edited', ...item, before: stateOf(before), after: stateOf(after) })
  }
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
  return before.text !== after.text || hasOtherBox(before, after) || isRespelt(before, after)
}

/** The source of a title, without the strike that says that it is done. */
function bareSource({ source, status }: Entry): string {
  return status === 'done' ? (STRUCK.exec(source)?.[2] ?? source) : source
}

/** "~~done~~" */
const STRUCK = /^(~~?)(.*)\1$/u

/** Whether a title reads as before and is written otherwise: another link, other marks. */
function isRespelt(before: Entry, after: Entry): boolean {
  return !isRenamed(before, after) && bareSource(before) !== bareSource(after)
}

/** The text of an item that was edited; with its title, where that alone is what changed. */
function editedText(entry: Entry, isTitle: boolean): string {
  return isTitle
    ? [entry.source, entry.text].filter((text) => text !== '').join('\n\n')
    : entry.text
}

/** A box that comes or goes, or is half ticked, says neither done nor open again. */
function hasOtherBox(before: Entry, after: Entry): boolean {
  return before.status !== after.status && before.status !== 'done' && after.status !== 'done'
}
