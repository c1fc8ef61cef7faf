import { groupPlaces, viewLink } from './view-link.ts'
import { readLinkLedger } from './link-ledger.ts'
import { listWebLinks } from './list-web-links.ts'
import type { LinksReport } from '../reporters/links-report.ts'
import type { Ports } from './ports.ts'

/** Tells what is known of the addresses that documents link to; nobody is asked. */
export async function describeLinks(paths: readonly string[], ports: Ports): Promise<LinksReport> {
  const ledger = readLinkLedger(ports)?.ledger ?? {}
  const places = groupPlaces(await listWebLinks(paths, ports))
  const links = [...places]
    .map(([url, same]) => viewLink(url, same, ledger, ports))
    .sort((a, b) => compare(a.day ?? '', b.day ?? ''))
  // Whoever looks at some documents does not see who else links to it.
  const unlinked =
    paths.length === 0
      ? Object.keys(ledger)
          .filter((url) => !places.has(url))
          .sort()
      : []
  return { kind: 'links', links, unlinked }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
