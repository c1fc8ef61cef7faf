import { type DeadVerdict, type LinkVerdict, toUnknown } from '../links/link-verdict.ts'
import type { LinkTarget } from '../links/parse-target.ts'
import { canBeWritten } from './can-be-written.ts'
import { findFragment, type Ledger, type LedgerEntry, type LedgerFragment } from './ledger.ts'
import { findFragmentDoubt, toRemoteTarget } from './remote-target.ts'
import { isSure } from './streak.ts'

/** What a check knows of the web. */
export interface RemoteKnowledge {
  readonly ledger: Ledger
  /** Why nobody can tell of a URL now. */
  readonly doubts: ReadonlyMap<string, string>
  /** Days in a row on which something has to be dead before a run fails. */
  readonly patience: number
  /** Beginnings of URLs that are left alone. */
  readonly skip: readonly string[]
}

/** Proves an address on the web by what is known of it; `undefined` where it was never asked for. */
export function proveRemote(
  target: LinkTarget,
  { ledger, doubts, patience, skip }: RemoteKnowledge,
): LinkVerdict | undefined {
  const remote = toRemoteTarget(target)
  if (remote === undefined) return toUnknown('nobody can ask for such an address')
  const { url, fragment } = remote
  if (skip.some((beginning) => url.startsWith(beginning))) return toUnknown('the config skips it')
  const entry = ledger[url]
  if (entry === undefined) {
    const doubt = doubts.get(url)
    return doubt === undefined ? undefined : toUnknown(doubt)
  }
  if (entry.status === 'dead') return bury(url, entry, patience)
  const known = fragment === undefined ? undefined : findFragment(entry, fragment)
  if (fragment !== undefined) {
    const doubt = findFragmentDoubt(fragment) ?? known?.doubt
    if (doubt !== undefined) return toUnknown(doubt)
    if (known === undefined) return undefined
    if (known.since !== undefined) return buryFragment({ url, fragment, known, entry }, patience)
  }
  return entry.location === undefined ? { status: 'alive' } : move(target, entry.location)
}

function bury(url: string, entry: LedgerEntry, patience: number): DeadVerdict {
  const { since = entry.day, reason = '' } = entry
  const isCertain = isSure({ ...entry, since }, patience)
  return {
    status: 'dead',
    part: 'target',
    code: isCertain ? 'remote/dead' : 'remote/failing',
    message: `\`${url}\` is not there: ${reason}, ${describeDays(since, entry.day)}`,
  }
}

/** A page that is there without what a link means. */
interface LostFragment {
  readonly url: string
  readonly fragment: string
  readonly known: LedgerFragment
  readonly entry: LedgerEntry
}

function buryFragment(
  { url, fragment, known, entry }: LostFragment,
  patience: number,
): DeadVerdict {
  const { since = entry.day, heading, closest } = known
  const isCertain = isSure({ since, day: entry.day, seen: known.seen }, patience)
  const stood = heading === undefined || heading === '' ? '' : `; it stood for “${heading}”`
  const message = `\`${url}\` has no \`#${fragment}\`, ${describeDays(since, entry.day)}${stood}`
  const code = isCertain ? 'remote/missing-anchor' : 'remote/failing'
  const dead = { status: 'dead', part: 'fragment', code, message } as const
  if (closest === undefined) return dead
  return { ...dead, help: `did you mean \`#${closest.anchor}\` (“${closest.heading}”)` }
}

function describeDays(since: string, day: string): string {
  return since === day ? `seen on ${day}` : `seen from ${since} to ${day}`
}

function move({ fragment }: LinkTarget, location: string): LinkVerdict {
  const isWhole = fragment === undefined || location.includes('#')
  const replacement = isWhole ? location : `${location}#${fragment}`
  return {
    status: 'moved',
    part: 'target',
    code: 'remote/moved',
    message: `the page is at \`${location}\` for good`,
    help: `write \`${replacement}\``,
    ...(canBeWritten(replacement) && { replacement }),
  }
}
