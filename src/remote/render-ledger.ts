import type { Ledger, LedgerEntry, LedgerFragment } from './ledger.ts'

/**
 * Renders a ledger: one URL a line, sorted by code unit, keys in a fixed order.
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

function order({ status, day, since, reason, location, etag, fragments }: LedgerEntry): object {
  const known = Object.entries(fragments ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    status,
    day,
    since,
    reason,
    location,
    etag,
    fragments:
      known.length === 0
        ? undefined
        : Object.fromEntries(known.map(([name, each]) => [name, orderFragment(each)])),
  }
}

function orderFragment({ heading, doubt, since, closest }: LedgerFragment): object {
  return { heading, doubt, since, closest }
}
