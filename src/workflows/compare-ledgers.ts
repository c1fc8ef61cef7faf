import { LEDGER_FILE } from '../links/ledger-file.ts'
import type { Ledger } from '../remote/ledger.ts'
import type { FileSummary } from '../reporters/file-summary.ts'
import type { LinksChangeReport } from '../reporters/links-report.ts'
import { renderNext, type StoredLedger } from './link-ledger.ts'
import type { Ports } from './ports.ts'
import { renderPatch } from './render-patch.ts'
import { viewLink } from './view-link.ts'

/** Lists the addresses that are other than they were, by URL. */
export function compareLedgers(
  before: Ledger,
  after: Ledger,
  ports: Ports,
): LinksChangeReport['changes'] {
  const urls = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...urls].sort().flatMap((url) => {
    const old = statusIn(before, url, ports)
    const now = statusIn(after, url, ports)
    if (old === now) return []
    return [{ url, ...(old && { before: old }), ...(now && { after: now }) }]
  })
}

/** All fragments of an entry count: one of them may be what changed. */
function statusIn(ledger: Ledger, url: string, ports: Ports) {
  const entry = Object.hasOwn(ledger, url) ? ledger[url] : undefined
  if (entry === undefined) return undefined
  const places = Object.keys(entry.fragments ?? {}).map((fragment) => ({ ...NOWHERE, fragment }))
  return viewLink(url, places, ledger, ports).status
}

const NOWHERE = { file: '', line: 1, column: 1 }

/** Shows what becomes of the ledger, as a unified diff. */
export async function summarizeLedger(
  stored: StoredLedger | undefined,
  ledger: Ledger,
): Promise<FileSummary> {
  const before = stored && new TextDecoder().decode(stored.bytes)
  return {
    file: LEDGER_FILE,
    ...(await renderPatch(LEDGER_FILE, before, renderNext(stored, ledger))),
  }
}
