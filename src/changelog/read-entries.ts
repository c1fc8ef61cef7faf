import type { HistoryEvent } from '../history/event.ts'
import { classifyEntry, type TypeTable } from './classify-entry.ts'
import type { CommitDetails } from './commits/commit-details.ts'
import { decideOutcome } from './outcomes/decide-outcome.ts'
import type { Entry } from './entry.ts'
import { makeKey } from './entry-key.ts'
import { findOverride } from './find-override.ts'
import type { Override } from './override.ts'
import { parseMessage } from './commits/parse-message.ts'
import type { Departure } from './read-departures.ts'
import type { Reference } from './commits/reference.ts'
import { makeSummary } from './make-summary.ts'

/** What the entries of a document are made of. */
export interface LedgerReading {
  /** Newest first. */
  readonly departures: readonly Departure[]
  /** By the hashes of the commits that the departures are of. */
  readonly commits: ReadonlyMap<string, CommitDetails>
  readonly overrides: readonly Override[]
  readonly types: TypeTable
  /** Tells the documents of items. */
  readonly isDocument: (path: string) => boolean
  /** Gives what a commit refers to. */
  readonly readReferences: (commit: CommitDetails) => readonly Reference[]
}

/** The entries of a document, and which overrides they took. */
export interface Ledger {
  /** Newest first. */
  readonly entries: readonly Entry[]
  /** Those that people leave out: what was written of them before is to go. */
  readonly omitted: readonly Entry[]
  readonly used: ReadonlySet<Override>
}

/**
 * Makes entries of what left a document: a pure function of its history, of what people say of it,
 * and of the config.
 */
export function readEntries(reading: LedgerReading): Ledger {
  const used = new Set<Override>()
  const omitted: Entry[] = []
  const entries = reading.departures.flatMap((departure) => {
    const commit = reading.commits.get(departure.event.revision.commit)
    if (commit === undefined) throw new Error('the commit of a departure was not read')
    const { event } = departure
    const key = makeKey(departure, commit)
    const subject = { key, item: event.item, title: event.title, commit: commit.commit }
    const override = findOverride(reading.overrides, subject)
    if (override !== undefined) used.add(override)
    const entry = readEntry(departure, { key, commit, override, reading })
    if (override?.omit !== true) return [entry]
    const { type: _type, ...rest } = entry
    omitted.push(rest)
    return []
  })
  return { entries, omitted, used }
}

interface Told {
  readonly key: string
  readonly commit: CommitDetails
  readonly override: Override | undefined
  readonly reading: LedgerReading
}

function readEntry(departure: Departure, { key, commit, override, reading }: Told): Entry {
  const { event, change, left } = departure
  const message = parseMessage(commit.message, commit.trailers)
  const later = left && reading.commits.get(left.revision.commit)
  const given = { departure, commit, message, isDocument: reading.isDocument }
  const decision =
    override?.outcome === undefined
      ? decideOutcome({ ...given, ...(later && { left: later }) })
      : { outcome: override.outcome, evidence: { rule: 'override', text: override.item } }
  const { item, kind, title, path, revision } = event
  const classified = { outcome: decision.outcome, title, path, message, commit }
  const type = override?.type ?? classifyEntry(classified, reading.types)
  return {
    key,
    change,
    ...decision,
    item,
    kind,
    title,
    path,
    file: revision.path,
    summary: override?.summary ?? makeSummary(path),
    reason: override?.reason ?? message.body,
    ...(type && { type }),
    ...(message.type !== undefined && { commitType: message.type }),
    ...(message.isBreaking && { breaking: true }),
    commit: revision.commit,
    date: revision.date,
    author: revision.author,
    subject: revision.subject,
    refs: reading.readReferences(commit),
    ...(commit.release !== undefined && { release: commit.release }),
  }
}

/** Names the commits that the entries of departures are made of. */
export function listCommits(departures: readonly Departure[]): string[] {
  const events: HistoryEvent[] = departures.flatMap(({ event, left }) =>
    left === undefined ? [event] : [event, left],
  )
  return [...new Set(events.map(({ revision }) => revision.commit))]
}
