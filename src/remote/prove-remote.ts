import { type DeadVerdict, type LinkVerdict, toUnknown } from '../links/link-verdict.ts'
import type { LinkTarget } from '../links/parse-target.ts'
import { canBeWritten } from './can-be-written.ts'
import { findFragment, type Ledger, type LedgerEntry, type LedgerFragment } from './ledger.ts'
import { findFragmentDoubt, listNames, toRemoteTarget } from './remote-target.ts'
import { isSure } from './streak.ts'
import { describeFragment, isTextName } from './text-directive.ts'

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
  const { url } = remote
  if (skip.some((beginning) => url.startsWith(beginning))) return toUnknown('the config skips it')
  const entry = ledger[url]
  if (entry === undefined) {
    const doubt = doubts.get(url)
    return doubt === undefined ? undefined : toUnknown(doubt)
  }
  if (entry.status === 'dead') return bury(url, entry, patience)
  if (entry.suspect !== undefined) return suspect(url, entry.suspect)
  const verdicts = listNames(remote).map((name) => proveName(name, url, entry, patience))
  const dead = verdicts.find((verdict) => verdict?.status === 'dead')
  if (dead !== undefined) return dead
  if (verdicts.includes(undefined)) return undefined
  const doubt = verdicts.find((verdict) => verdict?.status === 'unknown')
  if (doubt !== undefined) return doubt
  return entry.location === undefined ? { status: 'alive' } : move(target, entry.location)
}

/** Proves one place of a page that is there; `undefined` where it was never looked for. */
function proveName(
  fragment: string,
  url: string,
  entry: LedgerEntry,
  patience: number,
): LinkVerdict | undefined {
  const known = findFragment(entry, fragment)
  const doubt = findFragmentDoubt(fragment) ?? known?.doubt
  if (doubt !== undefined) return toUnknown(doubt)
  if (known?.since === undefined) return known && { status: 'alive' }
  return buryFragment({ url, fragment, known, entry }, patience)
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

function suspect(url: string, reason: string): LinkVerdict {
  return {
    status: 'moved',
    part: 'target',
    code: 'remote/suspect',
    message: `\`${url}\` may not be the page that is meant: ${reason}`,
    help: 'look at it; where it is the one, silence this with a comment',
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
  const isText = isTextName(fragment)
  const way = isText ? 'below' : 'for'
  const stood = heading === undefined || heading === '' ? '' : `; it stood ${way} “${heading}”`
  const lack = `${isText ? 'does not say' : 'has no'} ${describeFragment(fragment)}`
  const message = `\`${url}\` ${lack}, ${describeDays(since, entry.day)}${stood}`
  const code = isText ? 'remote/missing-text' : 'remote/missing-anchor'
  const dead = {
    status: 'dead',
    part: 'fragment',
    code: isCertain ? code : 'remote/failing',
    message,
  } as const
  const place = closest && `\`#${closest.anchor}\` (“${closest.heading}”)`
  if (isText) return { ...dead, help: `quote what is there now, or link to ${place ?? 'the page'}` }
  return place === undefined ? dead : { ...dead, help: `did you mean ${place}` }
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
