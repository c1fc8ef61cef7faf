import type { HistoryEvent } from '../history/event.ts'
import { isWithin } from './is-within.ts'

/** An item that left its document, or was done with there. */
export interface Departure {
  /** What ended it. */
  readonly event: HistoryEvent
  readonly change: 'dropped' | 'checked' | 'moved'
  /** Where the document stood when its history began: it tells items of several documents apart. */
  readonly origin: string
  /** How many times it was done with before; mostly 0. */
  readonly times: number
  /** All that the same commit did, the event among it, in document order. */
  readonly beside: readonly HistoryEvent[]
  /** Whether it was done with when it was dropped, though no event says since when. */
  readonly wasDone: boolean
  /** The document that the same commit added it to. */
  readonly home?: string
  /** What dropped it later, where it was checked or archived first. */
  readonly left?: HistoryEvent
  /** What brought it back later. */
  readonly undone?: HistoryEvent
}

/** What departures are read with. */
export interface DepartureOptions {
  /** Tells the sections that keep what is done, by their titles. */
  readonly isArchive: (title: string) => boolean
}

/**
 * Reads which items of a document left it, or were done with there: dropped, checked, or moved to
 * the archive.
 *
 * An item that is done with is so once: where it was checked and dropped later, or dropped in two
 * branches, the first counts. What came or went with an item around it is told by that one alone.
 *
 * @param events Newest first, as a history gives them.
 * @returns Newest first.
 */
export function readDepartures(
  events: readonly HistoryEvent[],
  { isArchive }: DepartureOptions,
): Departure[] {
  const departures: OpenDeparture[] = []
  const origin = events.at(-1)?.revision.path ?? ''
  const open = new Map<string, ItemState>()
  for (const beside of groupByCommit(events).reverse()) {
    for (const event of beside) {
      const state = open.get(event.item) ?? { times: 0, wasDone: false }
      const next = followEvent(event, state, { beside, origin, isArchive, departures })
      open.set(event.item, next)
    }
  }
  return departures.reverse()
}

/** A departure, of which it is not known yet what became later. */
type OpenDeparture = { -readonly [Key in keyof Departure]: Departure[Key] }

/** What is known of an item between two events. */
interface ItemState {
  /** The departure that holds; absent while the item is open. */
  readonly departure?: OpenDeparture
  readonly times: number
  /** Done with in a way that no departure tells: it came that way. */
  readonly wasDone: boolean
}

interface Surroundings {
  readonly origin: string
  readonly beside: readonly HistoryEvent[]
  readonly isArchive: (title: string) => boolean
  /** Those found so far, oldest first; the new one is added. */
  readonly departures: OpenDeparture[]
}

function followEvent(event: HistoryEvent, state: ItemState, around: Surroundings): ItemState {
  const { beside, origin, departures } = around
  const change = readEnd(event, around)
  const { departure, times } = state
  if (change === undefined) {
    if (isReturn(event, around)) {
      if (departure !== undefined) departure.undone = event
      return { times, wasDone: false }
    }
    return comesDone(event, around) ? { times, wasDone: true } : state
  }
  if (departure !== undefined) {
    if (change === 'dropped') departure.left ??= event
    return state
  }
  const isOver = state.wasDone || (change !== 'moved' && event.path.some(around.isArchive))
  if (isOver || event.isPart === true || hasLeader(event, change, beside)) return state
  const found = { event, change, origin, times, beside, wasDone: event.before?.status === 'done' }
  departures.push(found)
  return { departure: found, times: times + 1, wasDone: false }
}

/** Tells whether an event ends an item, and how. */
function readEnd(
  { change, implied, path, before }: HistoryEvent,
  { isArchive }: Surroundings,
): Departure['change'] | undefined {
  if (change === 'dropped' || change === 'checked') return change
  const isToArchive =
    change === 'moved' &&
    implied !== true &&
    isKept(path, isArchive) &&
    !isKept(before?.path ?? [], isArchive)
  return isToArchive ? 'moved' : undefined
}

/** What was dropped and is there again, was unchecked, or left the archive, is open again. */
function isReturn({ change, path, before }: HistoryEvent, { isArchive }: Surroundings): boolean {
  if (change === 'unchecked') return true
  if (change === 'added') return !isKept(path, isArchive)
  return change === 'moved' && isKept(before?.path ?? [], isArchive) && !isKept(path, isArchive)
}

/** What comes into the archive at once was never open here. */
function comesDone({ change, path }: HistoryEvent, { isArchive }: Surroundings): boolean {
  return change === 'added' && isKept(path, isArchive)
}

function isKept(path: readonly string[], isArchive: (title: string) => boolean): boolean {
  return path.slice(0, -1).some(isArchive)
}

/** A parent that was checked, or archived, with its children is one departure. */
function hasLeader(
  { path }: HistoryEvent,
  change: Departure['change'],
  beside: readonly HistoryEvent[],
): boolean {
  if (change === 'dropped') return false
  return beside.some((other) => other.change === change && isWithin(path, other.path))
}

/** Puts together what one commit did; newest first, each in document order. */
function groupByCommit(events: readonly HistoryEvent[]): HistoryEvent[][] {
  const groups: HistoryEvent[][] = []
  for (const event of events) {
    const last = groups.at(-1)
    if (last?.[0]?.revision.commit === event.revision.commit) last.push(event)
    else groups.push([event])
  }
  return groups
}
