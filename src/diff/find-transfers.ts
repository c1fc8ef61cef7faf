import { entryAt, type Matching } from '../matching/pairing.ts'
import type { Entry } from '../matching/entry.ts'

/** Where text went from one item to another: halves of a split, and items that were merged. */
export interface Transfers {
  /** By the number of an added item, that of the item whose text it was a part of. */
  readonly from: ReadonlyMap<number, number>
  /** By the number of a dropped item, that of the item that took its text. */
  readonly into: ReadonlyMap<number, number>
}

/** Finds what text that left one item says in an item that is new, and the other way round. */
export function findTransfers(matching: Matching): Transfers {
  const lost = new Map<string, number>()
  const gained = new Map<string, number>()
  for (const old of matching.old.entries.keys()) {
    const number = matching.newOf(old)
    if (number === undefined) continue
    const [before, after] = [entryAt(matching.old, old), entryAt(matching.new, number)]
    if (before.source === after.source && before.text === after.text) continue
    const [runs, newRuns] = [readRuns(before), readRuns(after)]
    for (const run of runs) if (!newRuns.has(run)) lost.set(run, old)
    for (const run of newRuns) if (!runs.has(run)) gained.set(run, number)
  }
  const from = new Map<number, number>()
  const into = new Map<number, number>()
  if (lost.size > 0)
    for (const number of matching.new.entries.keys())
      if (matching.oldOf(number) === undefined)
        note(from, number, findOwner(entryAt(matching.new, number), lost))
  if (gained.size > 0)
    for (const old of matching.old.entries.keys())
      if (matching.newOf(old) === undefined)
        note(into, old, findOwner(entryAt(matching.old, old), gained))
  return { from, into }
}

function note(transfers: Map<number, number>, item: number, owner: number | undefined): void {
  if (owner !== undefined) transfers.set(item, owner)
}

/** Three words in a row are chance no more. */
const RUN = 3

/** Reads the runs of words of an item's own text. */
function readRuns({ title, text }: Entry): ReadonlySet<string> {
  const words = [...`${title}\n${text}`.toLowerCase().matchAll(WORD)].map(([word]) => word)
  return new Set(words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' ')))
}

/** "drv", of "drv->builder" */
const WORD = /[\p{L}\p{N}]+/gu

/** The item that most of an entry's runs come from, or went to; `undefined` where less than half did. */
function findOwner(entry: Entry, owners: ReadonlyMap<string, number>): number | undefined {
  const runs = readRuns(entry)
  const counts = new Map<number, number>()
  for (const run of runs) {
    const owner = owners.get(run)
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, left], [b, right]) => right - left || a - b)
  return most !== undefined && most[1] >= LEAST && most[1] * 2 >= runs.size ? most[0] : undefined
}

/** Fewer runs than these are a phrase, not a text. */
const LEAST = 2
