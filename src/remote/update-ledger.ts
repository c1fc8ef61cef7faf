import { findClosest } from '../links/similarity.ts'
import { daysBetween } from './days-between.ts'
import { countDay, isSure, keepCount, type Streak } from './streak.ts'
import { findFragment, type Ledger, type LedgerEntry, type LedgerFragment } from './ledger.ts'
import type { FragmentAnswer, KnownAnswer, PageAnswer } from './page-answer.ts'
import type { PageAnchor } from './page-places.ts'
import { isTextName } from './text-directive.ts'

/** How long answers count. */
export interface LedgerSettings {
  readonly today: string
  /** Days for which an answer counts, before its line is written anew. */
  readonly days: number
  /** Days for which something has to be dead before it is said to be. */
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
  const { day, fragments = {} } = entry
  const isCounting = ({ since, seen, doubt }: LedgerFragment): boolean =>
    since !== undefined && doubt === undefined && !isSure({ since, day, seen }, patience)
  const { since, seen } = entry
  const page = { ...(since !== undefined && { since }), ...(seen !== undefined && { seen }) }
  return [page, ...Object.values(fragments)].some(isCounting) || daysBetween(day, today) >= days
}

function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  // A server that gives another tag each time has no news by that alone.
  const plain = (entry: LedgerEntry): string =>
    JSON.stringify({ ...entry, ...UNSAID, fragments: plainFragments(entry) })
  return plain(a) === plain(b)
}

/** What is no news by itself. */
const UNSAID = { day: undefined, etag: undefined, seen: undefined }

function plainFragments({ fragments = {} }: LedgerEntry): object {
  return Object.entries(fragments)
    .map(([name, each]) => [name, { ...each, ...UNSAID }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function toEntry(answer: KnownAnswer, old: LedgerEntry | undefined, today: string): LedgerEntry {
  const kept = keepFragments(old)
  if (answer.isSame === true && old !== undefined)
    return { ...old, day: today, ...(old.fragments !== undefined && { fragments: kept }) }
  const { status, reason, suspect, location, etag } = answer
  const asked = Object.entries(answer.fragments).map(
    ([name, each]) =>
      [name, toFragment({ name, answer: each, today, ...findOld(old, name) })] as const,
  )
  const fragments = { ...kept, ...Object.fromEntries(asked) }
  return {
    status,
    day: today,
    ...(status === 'dead' && countDay(toStreak(old, old?.day), today)),
    ...(reason !== undefined && { reason }),
    ...(suspect !== undefined && { suspect }),
    ...(location !== undefined && { location }),
    ...(etag !== undefined && { etag }),
    ...(Object.keys(fragments).length > 0 && { fragments }),
  }
}

/** What is known of fragments, on a day when nobody asks for them. */
function keepFragments(old: LedgerEntry | undefined): Readonly<Record<string, LedgerFragment>> {
  if (old?.fragments === undefined) return {}
  const { day } = old
  return Object.fromEntries(
    Object.entries(old.fragments).map(([name, each]) => [name, keepCount(each, day)]),
  )
}

/** What a ledger says of something that was dead, with the day on which it was last seen. */
function toStreak(
  known: Pick<LedgerEntry, 'since' | 'seen'> | undefined,
  day: string | undefined,
): Streak | undefined {
  if (known?.since === undefined || day === undefined) return undefined
  return { since: known.since, day, seen: known.seen }
}

/** What came of a fragment, and what was known of it. */
interface FragmentNews {
  readonly name: string
  readonly answer: FragmentAnswer
  readonly today: string
  readonly old?: LedgerFragment | undefined
  /** The day of what was known. */
  readonly day?: string | undefined
}

function findOld(entry: LedgerEntry | undefined, name: string): Pick<FragmentNews, 'old' | 'day'> {
  return entry === undefined ? {} : { old: findFragment(entry, name), day: entry.day }
}

function toFragment({ name, answer, today, old, day }: FragmentNews): LedgerFragment {
  if (answer.status === 'alive') return { heading: answer.heading }
  // What it stood for is worth more than that nobody can tell today.
  const heading = old?.heading === undefined ? {} : { heading: old.heading }
  if (answer.status === 'unknown') {
    const { since, seen } = keepCount(old ?? {}, day ?? today)
    const streak = since === undefined ? {} : { since, ...(seen !== undefined && { seen }) }
    return { ...heading, doubt: answer.reason, ...streak }
  }
  if (answer.doubt !== undefined && old?.heading === undefined) return { doubt: answer.doubt }
  const closest = findSuccessor(name, answer.anchors, old?.heading)
  return {
    ...heading,
    ...countDay(toStreak(old, day), today),
    ...(closest !== undefined && {
      closest: { anchor: closest.anchor, heading: closest.heading },
    }),
  }
}

/** Of a text that is gone, only the section that it stood in is known. */
function findSuccessor(
  name: string,
  anchors: readonly PageAnchor[],
  heading: string | undefined,
): PageAnchor | undefined {
  const byHeading = findClosest(anchors, (each) => each.heading, heading ?? name)
  if (!isTextName(name)) return byHeading ?? findClosest(anchors, (each) => each.anchor, name)
  return heading === undefined || heading === '' ? undefined : byHeading
}
