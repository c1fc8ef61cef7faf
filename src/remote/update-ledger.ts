import { findClosest } from '../links/similarity.ts'
import { daysBetween } from './days-between.ts'
import { findFragment, type Ledger, type LedgerEntry, type LedgerFragment } from './ledger.ts'
import type { FragmentAnswer, KnownAnswer, PageAnswer } from './page-answer.ts'

/** How long answers count. */
export interface LedgerSettings {
  readonly today: string
  /** Days for which an answer counts, before its line is written anew. */
  readonly days: number
  /** Days in a row on which something has to be dead before it is said to be. */
  readonly patience: number
}

/**
 * Puts answers into a ledger. What nobody could tell changes nothing, and an answer that was given before
 * is written anew only when the old one is too old: so a day without news is a day without a difference.
 */
export function updateLedger(
  ledger: Ledger,
  answers: ReadonlyMap<string, PageAnswer>,
  settings: LedgerSettings,
): Ledger {
  const changed = [...answers].flatMap(([url, answer]) => {
    if (answer.status === 'unknown') return []
    const old = ledger[url]
    const entry = toEntry(answer, old, settings.today)
    const isKept = old !== undefined && isSame(old, entry) && !isDue(old, settings)
    return isKept ? [] : [[url, entry] as const]
  })
  return { ...ledger, ...Object.fromEntries(changed) }
}

/** Whether an entry is written anew though nothing changed: it is old, or it counts days. */
function isDue(entry: LedgerEntry, { today, days, patience }: LedgerSettings): boolean {
  const failing = [entry, ...Object.values(entry.fragments ?? {})].flatMap(
    ({ since }) => since ?? [],
  )
  const isCounting = failing.some((since) => daysBetween(since, entry.day) < patience)
  return isCounting || daysBetween(entry.day, today) >= days
}

function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  // A server that gives another tag each time has no news by that alone.
  const plain = (entry: LedgerEntry): string =>
    JSON.stringify({ ...entry, day: undefined, etag: undefined, fragments: plainFragments(entry) })
  return plain(a) === plain(b)
}

function plainFragments({ fragments = {} }: LedgerEntry): object {
  return Object.entries(fragments).sort(([a], [b]) => (a < b ? -1 : 1))
}

function toEntry(answer: KnownAnswer, old: LedgerEntry | undefined, today: string): LedgerEntry {
  if (answer.isSame === true && old !== undefined) return { ...old, day: today }
  const { status, reason, location, etag } = answer
  const asked = Object.entries(answer.fragments).map(
    ([name, each]) =>
      [name, toFragment(name, each, old && findFragment(old, name), today)] as const,
  )
  const fragments = { ...old?.fragments, ...Object.fromEntries(asked) }
  return {
    status,
    day: today,
    ...(status === 'dead' && { since: old?.since ?? today }),
    ...(reason !== undefined && { reason }),
    ...(location !== undefined && { location }),
    ...(etag !== undefined && { etag }),
    ...(Object.keys(fragments).length > 0 && { fragments }),
  }
}

function toFragment(
  name: string,
  answer: FragmentAnswer,
  old: LedgerFragment | undefined,
  today: string,
): LedgerFragment {
  if (answer.status === 'alive') return { heading: answer.heading }
  // What it stood for is worth more than that nobody can tell today.
  const heading = old?.heading === undefined ? {} : { heading: old.heading }
  if (answer.status === 'unknown') return { ...heading, doubt: answer.reason }
  const closest =
    findClosest(answer.anchors, (each) => each.heading, old?.heading ?? name) ??
    findClosest(answer.anchors, (each) => each.anchor, name)
  return {
    ...heading,
    since: old?.since ?? today,
    ...(closest !== undefined && {
      closest: { anchor: closest.anchor, heading: closest.heading },
    }),
  }
}
