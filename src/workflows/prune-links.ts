import type { Ledger, LedgerEntry } from '../remote/ledger.ts'
import type { LinkPlace, LinksChangeReport } from '../reporters/links-report.ts'
import { compareLedgers, summarizeLedger } from './compare-ledgers.ts'
import { readLinkLedger, writeLinkLedger } from './link-ledger.ts'
import { listWebLinks } from './list-web-links.ts'
import type { Ports } from './ports.ts'
import { groupPlaces } from './view-link.ts'

/** What `links prune` is asked. */
export interface PruneOptions {
  /** Shows what would go, and writes nothing. */
  readonly isDryRun: boolean
}

/** Drops from the ledger what no document of the repository links to, fragments included. */
export async function pruneLinks(
  { isDryRun }: PruneOptions,
  ports: Ports,
): Promise<LinksChangeReport> {
  const stored = readLinkLedger(ports)
  const before: Ledger = stored?.ledger ?? {}
  const places = groupPlaces(await listWebLinks([], ports))
  const kept = Object.entries(before).flatMap(([url, entry]) => {
    const links = places.get(url)
    return links === undefined ? [] : [[url, pruneEntry(entry, links)] as const]
  })
  const ledger: Ledger = Object.fromEntries(kept)
  const file = await summarizeLedger(stored, stored === undefined ? {} : ledger)
  if (!isDryRun && stored !== undefined) await writeLinkLedger(stored, ledger, ports)
  return {
    kind: 'links-change',
    outcome: isDryRun ? 'planned' : 'written',
    asked: [],
    doubts: [],
    changes: compareLedgers(before, ledger, ports).filter(({ after }) => after === undefined),
    ...(stored !== undefined && { file }),
    notes: [],
  }
}

function pruneEntry(entry: LedgerEntry, links: readonly LinkPlace[]): LedgerEntry {
  const { fragments = {}, ...rest } = entry
  const linked = new Set(links.map(({ fragment }) => fragment))
  const kept = Object.entries(fragments).filter(([name]) => linked.has(name))
  return kept.length === 0 ? rest : { ...rest, fragments: Object.fromEntries(kept) }
}
