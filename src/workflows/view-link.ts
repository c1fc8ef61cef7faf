import { groupBy } from '../group-by.ts'
import type { RemoteLink } from '../links/list-remote-links.ts'
import { addDays } from '../remote/days-between.ts'
import {
  findFragment,
  type Ledger,
  type LedgerEntry,
  type LedgerFragment,
} from '../remote/ledger.ts'
import { findFragmentDoubt, listNames, toRemoteTarget } from '../remote/remote-target.ts'
import { findSureDay, isSure, type Streak } from '../remote/streak.ts'
import { isTextName } from '../remote/text-directive.ts'
import type {
  FragmentView,
  LinkPlace,
  LinkStatus,
  LinkView,
  StreakView,
} from '../reporters/links-report.ts'
import type { Ports } from './ports.ts'
import { remoteSettings } from './remote-knowledge.ts'

/** Shows what a ledger knows of an address, and who links to it. */
export function viewLink(
  url: string,
  links: readonly LinkPlace[],
  ledger: Ledger,
  { config }: Ports,
): LinkView {
  const { days, patience, skip } = remoteSettings(config)
  const entry = Object.hasOwn(ledger, url) ? ledger[url] : undefined
  const linked = links.flatMap(({ fragment }) => fragment ?? [])
  const names = new Set([...linked, ...Object.keys(entry?.fragments ?? {})])
  const fragments = [...names].sort().map((name) => viewFragment(name, entry, patience))
  const isSkipped = skip.some((beginning) => url.startsWith(beginning))
  const page = statusOf(entry, patience)
  // A fragment that nobody can tell says nothing of the page.
  const parts = fragments.filter((each) => linked.includes(each.fragment) && !isDoubt(each))
  const worst = ORDER.find((status) => [page, ...parts.map((each) => each.status)].includes(status))
  const status = isSkipped ? 'skipped' : (worst ?? page)
  const reason = entry?.reason ?? entry?.suspect
  const isKnown = status === 'alive' || status === 'moved'
  return {
    url,
    status,
    ...(entry !== undefined && { day: entry.day }),
    ...(entry !== undefined && isKnown && { dueOn: addDays(entry.day, days) }),
    ...(entry?.status === 'dead' && viewStreak(streakOf(entry), patience)),
    ...(reason !== undefined && { reason }),
    ...(entry?.location !== undefined && { location: entry.location }),
    ...(entry?.etag !== undefined && { etag: entry.etag }),
    fragments,
    links,
  }
}

/** Lists who links to which address, by the URL without fragment, in the order of the URLs. */
export function groupPlaces(
  links: readonly RemoteLink[],
): ReadonlyMap<string, readonly LinkPlace[]> {
  const places = links.flatMap(({ file, target, start: { line, column } }) => {
    const remote = toRemoteTarget(target)
    if (remote === undefined) return []
    const { url } = remote
    const place = { file, line, column }
    const names = listNames(remote)
    // A link that quotes a section's text means both.
    return names.length === 0
      ? [{ url, place }]
      : names.map((fragment) => ({ url, place: { ...place, fragment } }))
  })
  return new Map(
    [...groupBy(places, ({ url }) => url)]
      .map(([url, same]) => [url, same.map(({ place }) => place)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** What matters most comes first. */
const ORDER: readonly LinkStatus[] = ['dead', 'failing', 'unknown', 'moved', 'alive']

function statusOf(entry: LedgerEntry | undefined, patience: number): LinkStatus {
  if (entry === undefined) return 'unknown'
  return entry.status === 'dead' ? judgeStreak(streakOf(entry), patience) : entry.status
}

function streakOf({ since, day, seen }: LedgerEntry): Streak {
  return { since: since ?? day, day, seen }
}

function judgeStreak(streak: Streak, patience: number): LinkStatus {
  return isSure(streak, patience) ? 'dead' : 'failing'
}

function viewStreak(streak: Streak, patience: number): StreakView {
  const failsOn = isSure(streak, patience) ? undefined : findSureDay(streak, patience)
  return { since: streak.since, ...(failsOn !== undefined && { failsOn }) }
}

function viewFragment(
  fragment: string,
  entry: LedgerEntry | undefined,
  patience: number,
): FragmentView {
  const known = entry && findFragment(entry, fragment)
  const { heading, closest } = known ?? {}
  return {
    fragment,
    ...judgeFragment(fragment, known, entry?.day ?? '', patience),
    ...(heading !== undefined && { heading }),
    ...(closest !== undefined && { closest: { anchor: closest.anchor, heading: closest.heading } }),
  }
}

function judgeFragment(
  fragment: string,
  known: LedgerFragment | undefined,
  day: string,
  patience: number,
): Pick<FragmentView, 'status' | 'reason' | 'since' | 'failsOn'> {
  const reason = findFragmentDoubt(fragment) ?? known?.doubt
  if (reason !== undefined) return { status: 'unknown', reason }
  if (known === undefined) return { status: 'unknown' }
  const { since } = known
  if (since === undefined) return { status: 'alive' }
  const streak = { since, day, seen: known.seen }
  const status = judgeStreak(streak, patience)
  // A text that is lost fails no run.
  return { status, ...(isTextName(fragment) ? { since } : viewStreak(streak, patience)) }
}

function isDoubt({ status, reason }: FragmentView): boolean {
  return status === 'unknown' && reason !== undefined
}
