import type { PageQuery } from './ask-page.ts'
import { daysBetween } from './days-between.ts'
import { findFragment, type Ledger, type LedgerEntry } from './ledger.ts'

/** Which addresses are asked for. */
export interface QuerySettings {
  readonly today: string
  /** Days for which an answer counts. */
  readonly days: number
}

/**
 * Lists what has to be asked: what is not known, what was known too long ago, and what was dead.
 *
 * @param wanted Addresses, each with the fragments that links have.
 */
export function listQueries(
  wanted: ReadonlyMap<string, readonly string[]>,
  ledger: Ledger,
  settings: QuerySettings,
): PageQuery[] {
  return [...wanted].flatMap(([url, linked]) => {
    const entry = ledger[url]
    // A day counts for all that an entry says: what other documents link to is looked up too.
    const fragments = [...new Set([...linked, ...Object.keys(entry?.fragments ?? {})])].sort()
    const isKnown = entry !== undefined && isAlive(entry, linked)
    const isFresh = isKnown && daysBetween(entry.day, settings.today) < settings.days
    if (isFresh) return []
    return [{ url, fragments, ...(isKnown && entry.etag !== undefined && { etag: entry.etag }) }]
  })
}

function isAlive(entry: LedgerEntry, wanted: readonly string[]): boolean {
  if (entry.status === 'dead') return false
  return wanted.every((each) => {
    const known = findFragment(entry, each)
    return known !== undefined && known.since === undefined
  })
}
