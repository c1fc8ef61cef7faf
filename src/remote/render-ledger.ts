import type { Ledger, LedgerEntry, LedgerFragment } from './ledger.ts'

/**
 * Renders a ledger: one URL a line, sorted by code unit, keys in a fixed order;
 * what this release does not know comes last.
 *
 * The version comes last, so that every URL's line ends alike, and two that were added side by side can
 * be merged by keeping both.
 */
export function renderLedger(ledger: Ledger): string {
  const lines = Object.entries(ledger)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([url, entry]) => `  ${JSON.stringify(url)}: ${JSON.stringify(order(entry))},\n`)
  return `{\n${lines.join('')}  "version": 1\n}\n`
}

function order(entry: LedgerEntry): object {
  const { status, day, since, seen, reason, suspect, location, etag, fragments, ...rest } = entry
  const known = Object.entries(fragments ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    status,
    day,
    since,
    seen,
    reason,
    suspect,
    location,
    etag,
    fragments:
      known.length === 0
        ? undefined
        : Object.fromEntries(known.map(([name, each]) => [name, orderFragment(each)])),
    ...rest,
  }
}

function orderFragment({ heading, doubt, since, seen, closest, ...rest }: LedgerFragment): object {
  return { heading, doubt, since, seen, closest, ...rest }
}
